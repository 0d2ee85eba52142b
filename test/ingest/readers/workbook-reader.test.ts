import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PitwallError } from '../../../src/model/errors.ts';
import { changes, errorOf, fileOf, readText } from '../read-text.ts';
import { textRows, workbookOf } from '../workbook-of.ts';
import { zipOf } from '../zip-of.ts';

const LOG = textRows([
  ['id', 'from', 'to', 'at'],
  ['A', '', 'Doing', '2026-03-02 10:00'],
  ['A', 'Doing', 'Done', '2026-03-03 10:00'],
]);
const LOG_CHANGES = ['A 2026-03-02T10:00:00.000Z Doing', 'A 2026-03-03T10:00:00.000Z Done'];
const NOTES = textRows([
  ['What', 'Who'],
  ['Ask for the export', 'Ana'],
]);

describe('a sheet', () => {
  it('is a table: the header may stand below a title', async () => {
    const log = await readText(
      workbookOf([
        {
          name: 'Board',
          rows: textRows([
            ['Exported from the board'],
            [],
            ['id', 'from', 'to', 'at'],
            ['A', '', 'Doing', '2026-03-02 10:00'],
          ]),
        },
      ]),
    );
    expect(changes(log)).toEqual(['A 2026-03-02T10:00:00.000Z Doing']);
    expect(fileOf(log)).toMatchObject({ format: 'transition-log', file: 'log.csv', rows: 1, delimiter: null });
    expect(fileOf(log).notes).toEqual(['the header is on line 3; the lines above it were left out', 'Sheet: Board.']);
  });

  it('gives texts of every kind: shared, rich, inline, from formulas; numbers, truth values, and nothing of errors', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>
      <row r="2"><c r="A2"><v>17</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" t="str"><f>CONCAT("2026-03-02"," 10:00")</f><v>2026-03-02 10:00</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><f>0.1+0.2</f><v>0.30000000000000004</v></c></row>
      <row r="3"><c r="A3"><v>17</v></c><c r="B3" t="inlineStr"><is><r><t>Do</t></r><r><rPr><b/></rPr><t>ne</t></r></is></c><c r="C3" t="d"><v>2026-03-03T10:00:00</v></c><c r="D3" t="b"><v>0</v></c><c r="E3" t="e"><v>#N/A</v></c></row>
      <row r="4"><c r="A4" s="0"/><c r="B4"/></row><row r="5"/>`;
    const strings = ['id', 'to', 'at', 'blocked', 'points', '<r><t>In </t></r><r><rPr><i/></rPr><t>review</t></r>'].map(
      (text) => (text.startsWith('<') ? text : `<t>${text}</t>`),
    );
    const log = await readText(workbookOf([{ name: 'Log', rows }], { strings }));
    expect(changes(log)).toEqual(['17 2026-03-02T10:00:00.000Z In review', '17 2026-03-03T10:00:00.000Z Done']);
    // That of the first row; the second row's error is nothing.
    expect(log.field('points').dictionary.values()).toEqual(['', '0.3']);
    // What is set on the row of the first change and cleared on that of the second.
    expect([log.flagSet.at(0), log.flagSet.at(1)]).toEqual([1, 0]);
  });

  it.each([
    [false, 46083, '2026-03-02'],
    [true, 46083 - 1462, '2026-03-02'],
  ])('counts days from 1900, or where it says so (%s) from 1904', async (date1904, day, expected) => {
    // 46083 days from 30 December 1899 is 2 March 2026: 126 years are 46022 days with their 31 leap days, and 61 more.
    const cell = (at: string, style: number, value: number) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="1">${text('A1', 'id')}${text('B1', 'to')}${text('C1', 'at')}${text('D1', 'points')}</row>
      <row r="2">${text('A2', 'A')}${text('B2', 'Doing')}${cell('C2', 1, day)}${cell('D2', 0, day)}</row>
      <row r="3">${text('A3', 'A')}${text('B3', 'Review')}${cell('C3', 2, day + 0.427083333333333)}</row>
      <row r="4">${text('A4', 'A')}${text('B4', 'Done')}${cell('C4', 3, day + 0.999988425925926)}</row>`;
    const log = await readText(
      workbookOf([{ name: 'Log', rows }], {
        date1904,
        formats: ['dd/mm/yyyy', 'm/d/yy h:mm', '[$-407]d. mmm yyyy hh:mm;@'],
      }),
    );
    expect(changes(log)).toEqual([
      `A ${expected}T00:00:00.000Z Doing`,
      `A ${expected}T10:15:00.000Z Review`,
      `A ${expected}T23:59:59.000Z Done`,
    ]);
    expect(fileOf(log).dateOrder.certainty).toBe('not needed');
    expect(fileOf(log).zone.certainty).toBe('assumed');
    // The same number without a format of dates is a number.
    expect(log.field('points').dictionary.values()).toEqual(['', String(day)]);
  });

  it('reads what is merged downwards in each of its rows', async () => {
    const rows = textRows([
      ['id', 'to', 'at'],
      ['A', 'Doing', '2026-03-02 10:00'],
      ['', 'Review', '2026-03-03 10:00'],
      ['', 'Done', '2026-03-04 10:00'],
      ['B', 'Doing', '2026-03-05 10:00'],
      ['', 'Done', '2026-03-06 10:00'],
    ]);
    const log = await readText(
      workbookOf([{ name: 'Log', rows, after: '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>' }]),
    );
    expect(changes(log).map((line) => line.split(' ')[0])).toEqual(['A', 'A', 'A', 'B']);
    expect(fileOf(log)).toMatchObject({ rows: 5, used: 4, rejected: 1 });
  });

  it('with a cell in the farthest corner costs what its cells cost', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>here</t></is></c></row>';
    const log = await readText(workbookOf([{ name: 'Log', rows: LOG + far }]));
    expect(changes(log)).toEqual(LOG_CHANGES);
    expect(fileOf(log)).toMatchObject({ rows: 3, rejected: 1 });
  });
});

describe('the sheet to read', () => {
  it('is the one that a format is certain of', async () => {
    const log = await readText(
      workbookOf([
        { name: 'Notes', rows: NOTES },
        { name: 'Empty', rows: '' },
        { name: 'Log', rows: LOG },
      ]),
    );
    expect(changes(log)).toEqual(LOG_CHANGES);
    expect(fileOf(log).notes).toEqual(['Sheet: Log; left aside: Notes, Empty.']);
  });

  it('has to be named where several may be meant', async () => {
    const two = workbookOf([
      { name: 'Team A', rows: LOG },
      { name: 'Team B', rows: LOG },
    ]);
    const error = await errorOf(readText(two));
    expect(error.message).toBe(
      'log.csv: several of its sheets may be meant (Team A, Team B). Say which with --sheet "Team A".',
    );
    expect(changes(await readText(two, { sheet: 'team b' }))).toEqual(LOG_CHANGES);
    expect((await errorOf(readText(two, { sheet: 'Taem B' }))).message).toBe(
      'log.csv: there is no sheet "Taem B". Did you mean "Team B"? The sheets are: Team A, Team B.',
    );
  });

  it('is the only one that is not empty, though no format fits it; of several none is taken', async () => {
    const one = [
      { name: 'Empty', rows: '' },
      { name: 'Notes', rows: NOTES },
    ];
    expect((await errorOf(readText(workbookOf(one)))).code).toBe('unknown-format');
    expect((await errorOf(readText(workbookOf([...one, { name: 'More', rows: NOTES }])))).message).toContain(
      'no format fits one of its sheets (Notes, More)',
    );
  });

  it('is hidden only where it is named', async () => {
    const hidden = workbookOf([{ name: 'Raw', rows: LOG, hidden: true }]);
    expect((await errorOf(readText(hidden))).message).toContain('--sheet Raw');
    expect(changes(await readText(hidden, { sheet: 'Raw' }))).toEqual(LOG_CHANGES);
  });

  it('is asked for in vain where there is no workbook', async () => {
    expect(await errorOf(readText('id,from,to,at\nA,x,y,2026-03-02\n', { sheet: 'Log' }))).toMatchObject({
      code: 'no-workbook',
      where: '--sheet',
    });
  });
});

describe('what is no workbook that can be read is one line', () => {
  const ole = (...streams: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...streams.map((name) => Buffer.from(name, 'utf16le')),
    ]);

  it.each([
    ['protected by a password', ole('EncryptionInfo', 'EncryptedPackage'), 'protected-workbook', 'remove the password'],
    ['.xls', ole('Root Entry', 'Workbook'), 'binary-file', 'old Excel workbook (.xls)'],
    ['.doc', ole('WordDocument'), 'binary-file', 'Office document of an old kind'],
    ['.xlsb', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'binary-file', '(.xlsb)'],
    ['.docx', zipOf([{ name: 'word/document.xml', data: '<x/>' }]), 'binary-file', 'Word document'],
    ['.ods', zipOf(['mimetype', 'content.xml'].map((name) => ({ name, data: 'x' }))), 'binary-file', 'OpenDocument'],
    ['damaged', zipOf([{ name: 'xl/workbook.xml', data: '<workbook' }]), 'workbook', 'cannot be read'],
    ['cut', workbookOf([{ name: 'Log', rows: LOG }]).slice(0, 900), 'zip', 'damaged or stops in the middle'],
  ])('%s', async (_, bytes, code, text) => {
    const error = await errorOf(readText(bytes));
    expect([error.code, error.where]).toEqual([code, 'log.csv']);
    expect(error.message).toContain(text);
  });
});

describe('a workbook with a fault anywhere', () => {
  const sound = { name: 'Log', rows: LOG, after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' };

  it('is read or refused in one line, and ends nothing else', async () => {
    const bytes = workbookOf([sound]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const faulty = Buffer.from(bytes);
        faulty[at] = (faulty[at] as number) ^ flip;
        await readText(faulty).catch((error: unknown) => {
          if (!(error instanceof PitwallError) || error.message.includes('\n')) throw error;
        });
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a row of a number beyond all', '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'],
    ['a column beyond all', '<row r="9"><c r="ZZZZZZZ9"><v>1</v></c></row>'],
    ['a text that is not there', '<row r="9"><c r="A9" t="s"><v>77</v></c></row>'],
    ['a style that is not there', '<row r="9"><c r="A9" s="77"><v>1</v></c></row>'],
    ['a date beyond all', '<row r="9"><c r="D9" s="1"><v>1e300</v></c></row>'],
    ['an entity of its own', '<row r="9"><c r="A9" t="inlineStr"><is><t>&bomb;</t></is></c></row>'],
    ['a merge that never ends', '</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells><sheetData>'],
  ])('%s', async (_, rows) => {
    const workbook = workbookOf([{ ...sound, rows: LOG + rows }], { formats: ['yyyy-mm-dd'] });
    await readText(workbook).catch((error: unknown) => {
      if (!(error instanceof PitwallError) || error.message.includes('\n')) throw error;
    });
  });
});
