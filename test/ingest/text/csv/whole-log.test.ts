import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { logSummary } from '../../log-summary.ts';
import { cut, readText, stream } from '../../read-text.ts';
import { hostileText } from './hostile-csv.ts';

/** All that reading a file comes to. */
function told(log: EventLog) {
  return {
    ...logSummary(log),
    fields: Object.fromEntries(
      log.fieldNames().map((name) => {
        const field = log.field(name);
        const items = log.itemIds.map((_, item) => field.dictionary.value(field.base(item)));
        const values = Array.from(field.exceptionValues.values(), (id) => field.dictionary.value(id));
        // The order in which values were first met says nothing, and rows read together are met column by column.
        return [name, [items, [...field.dictionary.values()].sort(), [...field.exceptionRows.values()], values]];
      }),
    ),
    account: log.files[0],
    findings: log.findings.list(),
  };
}

/** A row of text in quotes: as the rules want it, and with text behind the quotes, which only csv-parse reads. */
const COMMON_NOTE = '"written by us"\n';
const ODD_NOTE = '"written by" us\n';
const HEADER = 'id,to,at,title,created,team,team\n';
/** More rows than are held until the format is known. */
const ROWS = Array.from(
  { length: 130 },
  (_, row) => `R-${row >> 2},Doing,2026-03-02T10:${10 + (row % 50)}:00Z,"Row, ${row}"${row % 3 === 0 ? '' : ',,a,b'}\n`,
).join('');

const date = fc.constantFrom(
  ...['2026-03-02T10:15:00Z', '2026-03-02T10:15:00.250+01:00', '2026-03-02 10:15', '2026-03-05', ' 2026-03-05 '],
  ...['2026-02-30', '25/3/2026 10:15', '3/4/2026', '4/3/2026 9:00', 'soon', '', '1767225600', '"2026-03-02'],
  ...['2026-03-02 10:15:30 UTC', '2026-03-02T10:15:0', '2026-03-02T1:15', '2026-03-02T10:15:30.'],
);
const plain = fc.constantFrom('A-1', 'A-2', ' A-1 ', 'B', '', 'R-3', "'=1", 'é 😀', '\u00a0', 'R-3\u00a0');
const wild = fc.oneof(
  { weight: 12, arbitrary: plain },
  { weight: 1, arbitrary: hostileText(6) },
  { weight: 3, arbitrary: hostileText(6).map((text) => `"${text.replaceAll('"', '""')}"`) },
);
const row = fc
  .tuple(wild, plain, date, wild, date, wild, wild, fc.nat({ max: 14 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(
    ([id, to, at, title, created, a, b, length, end]) =>
      [id, to, at, title, created, a, b, '', 'x'].slice(0, length > 8 ? 7 : 9 - (length % 7)).join(',') + end,
  );

const outcome = (reading: Promise<EventLog>) =>
  reading.then(told, ({ code, message }: { code: string; message: string }) => ({ code, message }));

describe('a log read as bytes is the one read with csv-parse', () => {
  it.each([
    ['plain columns', {}],
    ['a template and a repeated column', { to: '{to} / {team}', team: 'team' }],
    ['one column for two fields', { to: 'to', type: 'to', title: '{title} ({to})' }],
  ])('%s', async (_, fields) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom(null, 'dmy' as const),
        async (rows, dateOrder) => {
          const body = HEADER + ROWS + rows.join('');
          const options = { fields, dateOrder, extraFields: ['team'] };
          expect(await outcome(readText(COMMON_NOTE + body, options))).toEqual(
            await outcome(readText(ODD_NOTE + body, options)),
          );
        },
      ),
      { numRuns: 120 },
    );
  });

  it('however the bytes are cut', async () => {
    const places = fc.array(fc.nat({ max: 9000 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), places, async (rows, cuts) => {
        const body = HEADER + ROWS + rows.join('');
        const chunks = cut(Buffer.from(COMMON_NOTE + body), cuts);
        expect(await outcome(readText(stream(chunks)))).toEqual(await outcome(readText(ODD_NOTE + body)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('quotes written twice in many cells', () => {
  const at = '2026-03-02T10:00:00Z';

  it('tell an item from that of the same bytes without quotes', async () => {
    for (const count of [0, 511, 512, 513]) {
      const many = Array.from({ length: count }, (_, row) => `A-${row},t${row},To do,${at}`);
      const pair = ['"a""1",in quotes,To do', 'a""1,without,Doing', 'a""1,without,Done', '"a""1",in quotes,Done'];
      const log = await readText(['id,title,to,at', ...many, ...pair.map((row) => `${row},${at}`)].join('\n'));
      expect(log.itemIds.slice(count)).toEqual(['a"1', 'a""1']);
      const title = log.field('title');
      expect([count, count + 1].map((item) => title.dictionary.value(title.base(item)))).toEqual([
        'in quotes',
        'without',
      ]);
      const rows = Array.from({ length: 4 }, (_, row) => log.transitions.item(count + row) - count);
      expect(rows).toEqual([0, 1, 1, 0]);
    }
  });

  it('do not lose a title, whatever its length, while more and more come', async () => {
    const titles = Array.from(
      { length: 3000 },
      (_, row) => `The "${'word'.slice(row % 5)}" ${row}${'.'.repeat(row % 4)}`,
    );
    const rows = titles.map((title, row) => `A-${row},"${title.replaceAll('"', '""')}",Done,${at}`);
    const log = await readText(['id,title,to,at', ...rows, ...rows].join('\n'));
    const title = log.field('title');
    expect(log.itemIds.map((_, item) => title.dictionary.value(title.base(item)))).toEqual(titles);
    expect(title.dictionary.size).toBe(1 + titles.length);
    expect(title.exceptionRows.length).toBe(0);
  });
});
