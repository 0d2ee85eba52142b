import { describe, expect, it } from 'vitest';
import { historyText, readHistory } from '../../src/index.ts';
import { lineOf, textOf } from './line.ts';

/** The message of what reading a text ends with. */
function messageOf(text: string): Promise<string> {
  return readHistory(text, 'flow.ndjson').then(
    () => 'no error',
    (error: Error) => error.message,
  );
}

const [first, second] = [lineOf(), lineOf({ week: 1 })];

describe('a history', () => {
  it('is read, and written as it was', async () => {
    const text = textOf(first, second);
    const history = await readHistory(text, 'flow.ndjson');
    expect(history.lines.map(({ line }) => line)).toEqual([first, second]);
    expect(await historyText(history)).toBe(text);
  });

  it('is in the order of series, periods and definitions, whichever line came first', async () => {
    const lines = [
      lineOf({ series: 'b' }),
      lineOf({ series: 'a', week: 1 }),
      lineOf({ series: 'a', fingerprint: 'b'.repeat(16) }),
      lineOf({ series: 'a' }),
    ];
    const { lines: read } = await readHistory(textOf(...lines), 'flow.ndjson');
    expect(read.map(({ line }) => [line.series, line.period.start, line.fingerprint[0]])).toEqual([
      ['a', '2026-01-05', 'a'],
      ['a', '2026-01-05', 'b'],
      ['a', '2026-01-12', 'a'],
      ['b', '2026-01-05', 'a'],
    ]);
  });

  it('may have other line ends, blank lines, a byte order mark and no end of its last line', async () => {
    const text = `\uFEFF${textOf(first, second).replaceAll('\n', '\r\n\r\n').trimEnd()}`;
    const { lines } = await readHistory(text, 'flow.ndjson');
    expect(lines).toHaveLength(2);
  });

  it('keeps keys that it does not know, whatever they are called', async () => {
    const written = JSON.stringify(first).replace('{', '{"__proto__":{"a":1},"later":12345678901234567890,');
    const history = await readHistory(`${written}\n`, 'flow.ndjson');
    expect(await historyText(history)).toBe(`${written}\n`);
  });
});

const whole = textOf(first, second);

describe('what is no history is an error that names the line', () => {
  it.each([
    ['a last line that is cut', whole.slice(0, -20), 'flow.ndjson:2: the last line is cut off. Restore'],
    ['a line that is no JSON', `${textOf(first)}oops\n${textOf(second)}`, 'flow.ndjson:2: the line is no JSON'],
    ['a line that is no object', `${textOf(first)}[1]\n`, 'flow.ndjson:2: the line is no snapshot'],
    ['a cut first line', whole.slice(0, 300), 'flow.ndjson:1: the last line is cut off'],
    ['nothing', '', 'flow.ndjson: it is empty'],
    ['blank lines', '\n \n', 'flow.ndjson: it is empty'],
    ['an export', 'id,to,at\nA-1,Doing,2026-01-05\n', 'flow.ndjson: it is no history of snapshots'],
    ['another JSON', '{"id":1}\n', 'flow.ndjson: it is no history of snapshots'],
    ['a list', '[]\n', 'flow.ndjson: it is no history of snapshots'],
    [
      'a newer version',
      textOf(first, { ...second, schemaVersion: 2, figures: 'other' }),
      'flow.ndjson:2: the line is of version 2 of histories, and this pitwall knows 1. Update pitwall',
    ],
    ['a newer version alone', '{"schemaVersion":2}\n', 'flow.ndjson:1: the line is of version 2'],
    [
      'the same period twice',
      textOf(first, second, { ...first, asOf: second.asOf }),
      'flow.ndjson:3: the week of 2026-01-05 of series `default` is also on line 1',
    ],
    [
      'a conflict of git',
      `<<<<<<< HEAD\n${textOf(first)}=======\n${textOf(first)}>>>>>>> main\n`,
      'flow.ndjson:1: it has the marks of a git conflict',
    ],
    [
      'a later conflict',
      `${textOf(first)}=======\n${textOf(second)}`,
      'flow.ndjson:2: it has the marks of a git conflict',
    ],
  ])('%s', async (_, text, message) => {
    expect(await messageOf(text)).toContain(message);
  });

  it.each([
    ['series', { series: '' }],
    ['period.start', { period: { ...first.period, start: '2026-02-30' } }],
    ['period', { period: { ...first.period, end: first.period.start } }],
    ['fingerprint', { fingerprint: 'x' }],
    ['asOf', { asOf: 'yesterday' }],
    ['inputHash', { inputHash: 'abc' }],
    ['figures', { figures: [] }],
    ['points.throughput', { points: { ...first.points, throughput: '6' } }],
    ['daily.finished', { daily: { ...first.daily, finished: [1] } }],
    ['daily.created.0', { daily: { ...first.daily, created: [-1, 0, 0, 0, 0, 0, 0] } }],
    ['durations', { durations: [2, 1] }],
    ['durations.0', { durations: ['1'] }],
    ['restated.0.cause', { restated: [{ from: { ...first, restated: undefined }, at: first.asOf, cause: 'luck' }] }],
  ])('a wrong %s', async (key, wrong) => {
    const message = await messageOf(textOf(second, { ...first, ...wrong }));
    expect(message).toContain(`flow.ndjson:2: \`${key}\` is wrong: `);
    expect(message).not.toMatch(/\n|undefined/);
  });
});
