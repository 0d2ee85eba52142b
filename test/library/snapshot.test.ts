import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type AnalyzeOptions,
  addSnapshot,
  historyText,
  type Input,
  open,
  type SnapshotLine,
  type SnapshotOptions,
} from '../../src/index.ts';
import { BOARD, exportAfter, YEAR } from '../history/growing-board.ts';
import { steadyTeam } from './steady-team.ts';

const WEEKS = steadyTeam(4, 3);
/** Sunday of the third week, and a day of the fourth. */
const OPTIONS = { asOf: '2026-01-28' };

async function linesOf(asked: SnapshotOptions = {}, options: AnalyzeOptions = {}, input: Input = WEEKS) {
  const taken = await (await open(input, { ...OPTIONS, hashInputs: true, ...options })).snapshot(asked);
  return taken.lines.map(({ line }) => line);
}

describe('a snapshot', () => {
  it('is of the last complete week: five finished, one a day, after three hours each', async () => {
    const lines = await linesOf();
    expect(lines).toHaveLength(1);
    const line = lines[0] as SnapshotLine;
    expect(Object.keys(line)).toEqual([
      'schemaVersion',
      'tool',
      'series',
      'period',
      'fingerprint',
      'definitions',
      'asOf',
      'inputHash',
      'board',
      'figures',
      'points',
      'daily',
      'durations',
      'restated',
    ]);
    expect(line).toMatchObject({
      series: 'default',
      period: { start: '2026-01-19', end: '2026-01-26', unit: 'week' },
      asOf: '2026-01-28T23:59:59.999Z',
      // 5 items a week in three weeks, and 3 that stay open.
      board: { from: '2026-01-05T09:00:00.000Z', items: 18 },
      points: { throughput: 5, arrivals: 5, netFlow: 0, wip: 3, cycleTime: { n: 5, zeros: 0 } },
      daily: {
        created: [1, 1, 1, 1, 1, 0, 0],
        started: [1, 1, 1, 1, 1, 0, 0],
        finished: [1, 1, 1, 1, 1, 0, 0],
        dropped: [0, 0, 0, 0, 0, 0, 0],
      },
      durations: [0.125, 0.125, 0.125, 0.125, 0.125],
      restated: [],
    });
  });

  it('has the figures of the report as of the end of its period, without lists of items, people and periods', async () => {
    for (const options of [{}, { last: '2w' }, { where: ['type=Bug'] }, { basis: 'working' as const }]) {
      const [line] = await linesOf({ period: '2026-W03' }, { configuration: BOARD, ...options });
      const report = await open(WEEKS, { configuration: BOARD, ...options, asOf: '2026-01-18' });
      const whole: Record<string, unknown> = { ...report.report() };
      for (const [metric, figures] of Object.entries(line?.figures ?? {})) {
        expect([metric, whole[metric]]).toMatchObject([metric, figures]);
      }
      expect(Object.keys(line?.figures ?? {})).toContain('cycleTime');
      expect(JSON.stringify(line?.figures)).not.toMatch(/"(byItem|periods|byMonth|pairs)"/);
    }
  });

  it('leaves no trace in the analysis', async () => {
    const repeated = {
      name: 'log.csv',
      data: `${(WEEKS as { data: string }).data}F-0,Bug,Doing,2026-01-05T09:00:00Z\n`,
    };
    const analysis = await open(repeated, OPTIONS);
    const before = JSON.stringify([analysis.report(), analysis.inspect()]);
    await analysis.snapshot({ backfill: true });
    expect(JSON.stringify([analysis.report(), analysis.inspect()])).toBe(before);
  });

  it('is the same for the same data, whatever the order of its rows', async () => {
    const { asOf, data } = exportAfter(9);
    const rows = data.trimEnd().split('\n');
    const shuffled = [rows[0], ...rows.slice(1).reverse()].join('\n');
    const [one, other] = await Promise.all(
      [data, shuffled].map((text) => {
        const options = { asOf, configuration: BOARD, hashInputs: false };
        return linesOf({ backfill: true }, options, { name: 'a.csv', data: text });
      }),
    );
    expect(other).toEqual(one);
  });

  it('knows what it was taken from: the hash of the file, or of the hashes of all in ascending order', async () => {
    const { data } = WEEKS as { data: string };
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    expect((await linesOf())[0]?.inputHash).toBe(sha(data));
    expect((await linesOf({}, { hashInputs: false }))[0]?.inputHash).toBe(null);
    const other = 'id,to,at\nX-1,Doing,2026-01-06T09:00:00Z\n';
    const both = [
      { name: 'a.csv', data },
      { name: 'b.csv', data: other },
    ];
    const expected = sha([sha(data), sha(other)].sort().join('\n'));
    for (const inputs of [both, [...both].reverse()]) {
      const taken = await (await open(inputs, { ...OPTIONS, hashInputs: true })).snapshot();
      expect(taken.lines[0]?.line.inputHash).toBe(expected);
    }
  });

  it.each([
    ['2026-W04', '2026-01-19'],
    ['2026-w03', '2026-01-12'],
    ['2026-01-19', '2026-01-19'],
  ])('of %s starts on %s', async (period, start) => {
    expect((await linesOf({ period }))[0]?.period.start).toBe(start);
  });

  it('of the first week of a year may start in the year before, and a year may have 53', async () => {
    const input = { name: 'a.csv', data: 'id,to,at\nA,Doing,2020-12-20T09:00:00Z\nA,Done,2021-02-01T09:00:00Z\n' };
    const startOf = async (period: string) =>
      (await linesOf({ period }, { asOf: '2021-02-28' }, input))[0]?.period.start;
    expect(await startOf('2020-W53')).toBe('2020-12-28');
    expect(await startOf('2021-W01')).toBe('2021-01-04');
    await expect(linesOf({ period: '2021-W53' }, {}, input)).rejects.toThrow('`2021-W53` is no period');
  });

  it('may be of months, days and sprints', async () => {
    const input = exportAfter(12);
    const startsOf = async (asked: SnapshotOptions, options: AnalyzeOptions) =>
      (await linesOf(asked, { asOf: input.asOf, ...options }, input)).map(({ period }) => period.start);
    expect(await startsOf({ period: '2026-02' }, { unit: 'month' })).toEqual(['2026-02-01']);
    expect(await startsOf({ period: '2026-02-03' }, { unit: 'day' })).toEqual(['2026-02-03']);
    const sprint = { sprint: { days: 14, start: '2026-01-01' } };
    expect(await startsOf({ period: '2026-01-15' }, { unit: 'sprint', configuration: sprint })).toEqual(['2026-01-15']);
    expect(await startsOf({ backfill: true }, { unit: 'month' })).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  });

  it.each<[string, SnapshotOptions, AnalyzeOptions, string]>([
    ['a week that is not over', { period: '2026-W05' }, {}, 'the week of Mon 26 Jan 2026 is not over'],
    [
      'a week before the data',
      { period: '2025-W40' },
      {},
      'has no data of the whole of the week of Mon 29 Sep 2025: the first start or finish in it is of',
    ],
    [
      'the week in which the data begin',
      { period: '2026-W02' },
      {},
      'has no data of the whole of the week of Mon 5 Jan',
    ],
    ['the same week before its end', { period: '2026-W02' }, { asOf: '2026-01-08' }, 'is not over'],
    ['the middle of a week', { period: '2026-01-14' }, {}, 'no week starts on 2026-01-14. Write 2026-01-12'],
    ['another unit', { period: '2026-01' }, {}, '2026-01 is a month, and the unit is week'],
    ['no date', { period: '2026-02-30' }, {}, '`2026-02-30` is no period'],
    ['too much', { period: '2026-W03', backfill: true }, {}, '--backfill adds every period already'],
    [
      'a stale export',
      {},
      { asOf: '2026-06-01' },
      'the export has no data of the week of Mon 25 May 2026: its last event is of 2026-01-30',
    ],
    ['no complete week', {}, { asOf: '2026-01-07' }, 'no week is complete'],
    ['an end of the window', {}, { to: '2026-01-20' }, '--to: a snapshot ends with its period'],
    ['part of a number', { recheck: 1.5 }, {}, '--recheck: `1.5` is not a number of periods'],
    ['no name', { series: ' ' }, {}, '--series: a series needs a name'],
  ])('of %s is an error', async (_, asked, options, message) => {
    await expect(linesOf(asked, options)).rejects.toThrow(message);
  });

  it('of a time in which nothing happened is one of zeros, where somebody says so', async () => {
    const [line] = await linesOf({}, { asOf: '2026-02-08', allowEmpty: true });
    expect(line).toMatchObject({ period: { start: '2026-02-02' }, points: { throughput: 0, arrivals: 0, wip: 3 } });
    // Weeks after the last event are none of the data's.
    const all = await linesOf({ backfill: true }, { asOf: '2026-03-08' });
    expect(all.at(-1)?.period.start).toBe('2026-01-26');
  });

  it('of another board is refused, of the same a year later is not', async () => {
    const first = exportAfter(3);
    const configuration = BOARD;
    const taken = await (await open(first, { asOf: first.asOf, configuration })).snapshot();
    const { history } = await addSnapshot(taken, null, 'flow.ndjson');
    const last = exportAfter(YEAR - 1);
    const year = await open(last, { asOf: last.asOf, configuration });
    await expect(year.snapshot({}, history)).resolves.toBeDefined();
    const other = { ...last, data: last.data.replaceAll('B-', 'C-') };
    const board = await open(other, { asOf: last.asOf, configuration });
    await expect(board.snapshot({}, history)).rejects.toThrow(
      'flow.ndjson: the series `default` is about another board: not one of its items is in this export. Give this board a series of its own',
    );
    await expect(board.snapshot({ series: 'c' }, history)).resolves.toBeDefined();
  });

  it('has another fingerprint for whatever changes a meaning, and for nothing else', async () => {
    const print = async (options: AnalyzeOptions) => (await linesOf({}, options))[0]?.fingerprint;
    const own = await print({});
    const others: AnalyzeOptions[] = [
      { basis: 'inclusive' },
      { timeZone: 'Europe/Madrid' },
      { where: ['type=Bug'] },
      { where: ['type!=Bug'] },
      { last: '3w' },
      { rate: 50 },
      { configuration: BOARD },
      { configuration: { startPolicy: 'last' } },
      { configuration: { percentiles: { method: 'nearest-rank' } } },
      { configuration: { calendar: { holidays: ['2026-01-06'] } } },
      { configuration: { calendar: { country: 'ES' } } },
      { configuration: { calendar: { country: 'FR' } } },
    ];
    const prints = await Promise.all(others.map(print));
    expect(new Set([own, ...prints]).size).toBe(others.length + 1);
    expect(await print({ asOf: '2026-01-27', sourceName: 'x', hashInputs: false })).toBe(own);
    expect(await print({ configuration: { calendar: { days: ['mon', 'tue', 'wed', 'thu', 'fri'] } } })).toBe(own);
    expect(await print({ where: ['type=Bug,Story'] })).toBe(await print({ where: ['type=Story,Bug'] }));
  });

  it('names nobody, where nobody is to be named', async () => {
    const named = (WEEKS as { data: string }).data
      .replace(/^(id.*)$/m, '$1,assignee')
      .replace(/^([FO]-.*)$/gm, '$1,Dana Scully');
    const options: AnalyzeOptions = {
      anonymizePeople: true,
      where: ['assignee=Dana Scully'],
      configuration: { cost: { rates: { assignee: { 'Dana Scully': 50 } } } },
    };
    const lines = await linesOf({ backfill: true }, options, { name: 'log.csv', data: named });
    expect(lines.at(-1)?.points.throughput).toBe(5);
    expect(JSON.stringify(lines)).not.toMatch(/Dana|Scully/);
    // What was done for is charged by the rate of the person, whatever they are called: 3 hours each.
    const plain = await linesOf(
      { backfill: true },
      { ...options, anonymizePeople: false },
      { name: 'log.csv', data: named },
    );
    expect(lines.map(({ figures }) => figures.waste)).toEqual(plain.map(({ figures }) => figures.waste));
  });

  it('needs the rows', async () => {
    const analysis = await open(WEEKS, { ...OPTIONS, keepRows: false });
    await expect(analysis.snapshot()).rejects.toThrow('this needs the rows');
  });
});

describe('a library', () => {
  it('keeps a history by itself', async () => {
    const analysis = await open(WEEKS, OPTIONS);
    const { history, report } = await addSnapshot(await analysis.snapshot(), null);
    expect(report.snapshot).toMatchObject({ history: null, created: true, changed: true, lines: 1 });
    const again = await addSnapshot(await analysis.snapshot({}, history), history);
    expect(again.report.snapshot).toMatchObject({ created: false, changed: false });
    expect(await historyText(again.history)).toBe(await historyText(history));
  });
});
