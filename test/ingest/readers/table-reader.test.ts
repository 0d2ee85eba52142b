import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../findings-of.ts';
import { rowsOf } from '../log-rows.ts';
import { changes, cut, errorOf, fileOf, readText, stream } from '../read-text.ts';

const row = (id: string, to: string, day: number) => `${id},${to},2026-03-${String(day).padStart(2, '0')}T10:00Z`;

describe('the delimiter', () => {
  const table = (delimiter: string, title = 'x') =>
    [
      ['id', 'title', 'to', 'at'],
      ['A', title, 'Doing', '2026-03-02'],
      ['A', title, 'Done', '2026-03-03'],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\n');

  it.each([[','], [';'], ['\t'], ['|']])('%j is found by the header', async (delimiter) => {
    const log = await readText(table(delimiter));
    expect(fileOf(log)).toMatchObject({ delimiter, rows: 2, used: 2 });
  });

  it('is found by the header where cells are full of commas', async () => {
    const log = await readText(table(';', 'one, two, three, four'));
    expect(fileOf(log)).toMatchObject({ delimiter: ';', used: 2 });
  });

  it.each([['sep=|\n'], ['sep=|\r\n'], ['\uFEFFsep=|\n'], ['"sep=|"\n']])(
    'is what %j says, which is no row',
    async (hint) => {
      const log = await readText(hint + table('|', 'a,b;c').replaceAll('at', 'at'));
      expect(fileOf(log)).toMatchObject({ delimiter: '|', rows: 2 });
      expect(rowsOf(log, 'line')).toEqual([3, 4]);
    },
  );

  it('is the one that cuts the records evenly where no format is known, so that the error names the columns', async () => {
    const error = await errorOf(readText('foo;bar;baz\n1,5;2;3\n4;5,5,5;6\n'));
    expect(error.code).toBe('unknown-format');
    expect(error.what).toContain('(foo, bar, baz)');
  });

  it('is asked for where two are as good, showing the first row both ways', async () => {
    const error = await errorOf(readText('a;b,c;d\n1;2,3;4\n'));
    expect(error.code).toBe('delimiter');
    expect(error.message).toContain('comma: a;b · c;d; semicolon: a · b,c · d');
    expect(error.cure).toContain('sep=');
  });
});

describe('headers', () => {
  it('are compared without case, spaces and punctuation', async () => {
    const log = await readText(
      '"ITEM_ID"; New  Status ;Changed-At;ASSIGNED.TO\nA;Doing;2026-03-02;ana\nA;Done;2026-03-03;\n',
    );
    expect(fileOf(log).mapping).toEqual({
      id: 'ITEM_ID',
      to: 'New  Status',
      at: 'Changed-At',
      assignee: 'ASSIGNED.TO',
    });
  });

  it('may be called __proto__ and constructor, and be empty', async () => {
    const log = await readText(
      `__proto__,constructor,toString,,id,to,at\nx,y,z,,${row('A', 'Doing', 2)}\nx,y,z,,${row('A', 'Done', 3)}\n`,
      {
        extraFields: ['__proto__', 'constructor'],
      },
    );
    expect(changes(log)).toHaveLength(2);
    expect(log.fieldNames().sort()).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('may repeat: the first cell that is not empty counts', async () => {
    const log = await readText('id,to,at,Team,Team\nA,Doing,2026-03-02,,red\nA,Done,2026-03-03,blue,red\n', {
      fields: { team: 'Team' },
    });
    const team = log.field('team');
    expect([...team.dictionary.values()]).toEqual(['', 'red', 'blue']);
  });

  it('that the user maps must be there: the nearest is named', async () => {
    const error = await errorOf(readText(`id,stage,at\nA,Doing,2026-03-02\n`, { fields: { to: 'stge' } }));
    expect(error).toMatchObject({ code: 'unknown-column', what: 'there is no column "stge"', where: 'log.csv' });
    expect(error.cure).toContain('Did you mean "stage"?');
  });

  it('win over the names that are known where the user maps them, as templates too', async () => {
    const log = await readText(
      'id,status,step,sub,at\nA,x,Dev,on,2026-03-02\nA,x,Dev,,2026-03-03\nA,x,,,2026-03-04\n',
      {
        fields: { to: '{Step} / {Sub}' },
      },
    );
    expect(changes(log).map((change) => change.slice(27))).toEqual(['Dev / on', 'Dev']);
    expect(fileOf(log).mapping.to).toBe('{Step} / {Sub}');
    expect(findingsOf(log)).toEqual({ 'missing-status': 1 });
  });

  it('stand below a title or a note', async () => {
    const log = await readText(
      `My board\n\n"Exported, by me"\n${row('id', 'to', 1).replace(/,[^,]*$/, ',at')}\n${row('A', 'Doing', 2)}\n${row('A', 'Done', 3)}\n`,
    );
    expect(changes(log)).toHaveLength(2);
    expect(rowsOf(log, 'line')).toEqual([5, 6]);
    expect(fileOf(log).notes).toEqual(['the header is on line 4; the lines above it were left out']);
  });
});

describe('rows', () => {
  it('may be shorter than the header, and longer by empty cells', async () => {
    const log = await readText(`id,to,at,assignee,created\nA,Doing,2026-03-02\nA,Done,2026-03-03,ana,2026-03-01,, \n`);
    expect(fileOf(log)).toMatchObject({ rows: 2, used: 2 });
    expect(findingsOf(log)).toEqual({});
  });

  it('longer by text are rejected: a shifted row would say something else', async () => {
    const log = await readText(`id,to,at\n${row('A', 'Doing', 2)}\nA,x,Done,2026-03-03\n`);
    expect(fileOf(log)).toMatchObject({ rows: 2, used: 1, rejected: 1 });
    expect(log.findings.list()).toMatchObject([
      {
        code: 'cells',
        weight: 'error',
        count: 1,
        examples: [{ file: 'log.csv', line: 3, value: '4 cells, 3 columns' }],
      },
    ]);
  });

  it('that are blank are none, whatever ends their lines', async () => {
    const log = await readText(`id,to,at\r\n\r\n${row('A', 'Doing', 2)}\n,,\n   \n"",,\r\n${row('A', 'Done', 3)}`);
    expect(fileOf(log)).toMatchObject({ rows: 2, used: 2 });
    expect(rowsOf(log, 'line')).toEqual([3, 7]);
  });

  it.each([['\n'], ['\r\n'], ['\r']])(
    'have the line on which they start, cells of several lines counted (%j)',
    async (end) => {
      const lines = [
        'id,to,at,title',
        `${row('A', 'Doing', 2)},"one`,
        'two',
        '',
        'four"',
        `${row('A', 'Review', 3)},x`,
        `"A",Done,2026-03-04,"a ""b""`,
        '"',
      ];
      const log = await readText(lines.join(end));
      expect(changes(log)).toHaveLength(3);
      expect(rowsOf(log, 'line')).toEqual([2, 6, 7]);
      expect(log.field('title').dictionary.values()).toContain(`a "b"`);
    },
  );

  it('may hold a stray quote', async () => {
    const log = await readText(`id,to,at,title\n${row('A', 'Do"ing', 2)},5" screen\n${row('A', 'Done', 3)},x\n`);
    expect(changes(log)[0]).toBe('A 2026-03-02T10:00:00.000Z Do"ing');
    expect(changes(log)).toHaveLength(2);
  });

  it('lose the apostrophe that keeps a spreadsheet from computing them', async () => {
    const log = await readText(`id,to,at,title\n${row('A', 'Doing', 2)},'=SUM(A1)\n${row('A', 'Done', 3)},'tis\n`);
    expect([...log.field('title').dictionary.values()]).toEqual(['', '=SUM(A1)', "'tis"]);
  });

  it('on the lines behind a quote that is never closed are read, and only its own row is lost', async () => {
    const many = Array.from({ length: 50 }, (_, index) => `${row(`A${index >> 1}`, 'Doing', 2)},x`).join('\n');
    const text = `id,to,at,title\n${row('B', 'Doing', 2)},\n${row('B', 'Done', 2)},"open\n${many}\n\n${row('C', 'Done', 2)},`;
    const log = await readText(text);
    expect(fileOf(log)).toMatchObject({ rows: 53, used: 52, rejected: 1 });
    expect(log.findings.list()).toMatchObject([
      { code: 'unclosed-quote', weight: 'error', count: 1, examples: [{ line: 3 }] },
    ]);
    expect(rowsOf(log, 'line').slice(0, 3)).toEqual([2, 4, 5]);
    expect(rowsOf(log, 'line').at(-1)).toBe(55);
  });

  it('are no lines of a text that has lost its end', async () => {
    const text = `id,to,at,title\n${row('A', 'Doing', 2)},x\n${row('A', 'Done', 3)},"A text\nwith lines\n\nand, commas`;
    const log = await readText(text);
    expect(fileOf(log)).toMatchObject({ rows: 4, used: 1, rejected: 3 });
    expect(log.findings.list()).toMatchObject([
      { code: 'unclosed-quote', count: 3, examples: [{ line: 3 }, { line: 4 }, { line: 6 }] },
    ]);
  });

  it('are an error where a quote opens in the header and is never closed', async () => {
    const error = await errorOf(readText(`id,"to,at\n${row('B', 'Done', 2)}\n`));
    expect(error).toMatchObject({ code: 'unclosed-quote', where: 'log.csv:1' });
  });

  it('may have millions of letters; what is longer than that is left out alone', async () => {
    const long = 'x'.repeat(33 * 2 ** 20);
    const log = await readText(
      `id,to,at,title\n${row('A', 'Doing', 2)},"${long.slice(-5_000_000)}"\n${row('A', 'Review', 3)},${long}\n${row('A', 'Done', 4)},x\n`,
    );
    expect(rowsOf(log, 'line')).toEqual([2, 4]);
    expect(fileOf(log)).toMatchObject({ rows: 3, used: 2, rejected: 1 });
    expect(log.findings.list()).toMatchObject([
      { code: 'long-record', weight: 'error', count: 1, examples: [{ file: 'log.csv', line: 3 }] },
    ]);
    const error = await errorOf(readText(`id,${long}\n`));
    expect(error).toMatchObject({ code: 'long-record', where: 'log.csv:1' });
  });

  it('are the same however the bytes are cut', async () => {
    const text = `id;to;at;title\r\nA;Doing;2026-03-02;"ü;\r\n""x"""\r\n\r\nA;Préparé 😀;2026-03-03;\r\nA;;2026-03-03;\r\n`;
    const whole = await readText(text);
    const bytes = Buffer.from(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 200 }), { maxLength: 30 }), async (places) => {
        const log = await readText(stream(cut(bytes, places)));
        expect([changes(log), rowsOf(log, 'line'), findingsOf(log)]).toEqual([
          changes(whole),
          rowsOf(whole, 'line'),
          findingsOf(whole),
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('read back what was written, whatever is in the cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r', ' ', '😀', '\t'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(([status, title]) => `A,from,${quote(`s${status}`)},2026-03-02T10:00Z,${quote(title)}`);
        const log = await readText(`id,from,to,at,title\n${lines.join('\n')}\n`);
        const statuses = Array.from(rowsOf(log, 'to'), (id) => log.statuses.value(id));
        expect(statuses).toEqual(rows.map(([status]) => `s${status}`.trim()));
      }),
      { numRuns: 200 },
    );
  });
});
