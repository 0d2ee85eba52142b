// What the report says of the last snapshot: which one it takes, and what it makes of the difference.
import { beforeAll, describe, expect, it } from 'vitest';
import { restatedSince } from '../../src/history/restated-since.ts';
import { type AnalyzeOptions, addSnapshot, type History, open, type SinceLast } from '../../src/index.ts';
import { lineOf } from '../history/line.ts';
import { weeklyTeam } from './weekly-team.ts';

// The first week is not complete: the export begins within it.
const TEAM = weeklyTeam(1, 10, 10, 4, 12);
const RUN: AnalyzeOptions = { asOf: '2026-02-09' };
let history: History;

beforeAll(async () => {
  const analysis = await open(TEAM, RUN);
  ({ history } = await addSnapshot(await analysis.snapshot({ backfill: true }), null, 'flow.ndjson'));
});

async function since(past: History, run: AnalyzeOptions = RUN, series?: string): Promise<SinceLast> {
  const analysis = await open(TEAM, run);
  return analysis.sinceLast(past, series === undefined ? {} : { series });
}
const only = (keep: (start: string) => boolean): History => ({
  ...history,
  lines: history.lines.filter(({ line }) => keep(line.period.start)),
});

describe('what changed since the last snapshot', () => {
  it('is of the latest week before the run’s own last one, whether or not that is in the history', async () => {
    const all = await since(history);
    expect(all.period).toEqual({ start: '2026-01-26', end: '2026-02-02', unit: 'week' });
    expect(await since(only((start) => start < '2026-02-02'))).toEqual(all);
  });

  it('compares figure by figure', async () => {
    const { figures, reason } = await since(history);
    expect(reason).toBe(null);
    // Then (10 + 10 + 4) ÷ 3 a week, now (10 + 10 + 4 + 12) ÷ 4.
    expect(figures.find(({ path }) => path === 'throughput.meanPerPeriod')).toEqual({
      path: 'throughput.meanPerPeriod',
      unit: 'number',
      from: 8,
      to: 9,
      good: true,
    });
    // Each item takes a day, then and now.
    expect(figures.find(({ path }) => path === 'cycleTime.percentilesDays.85')).toMatchObject({
      from: 1,
      to: 1,
      good: null,
    });
    // Nothing was in progress, so no age was known.
    expect(figures.map(({ path }) => path)).not.toContain('age.percentilesDays.50');
  });

  it('calls less better where less is better, and says nothing of what is not known', async () => {
    const lines = history.lines.map(({ line }) => {
      const percentilesDays = { 50: 2, 85: 0.5 };
      const figures = { ...line.figures, cycleTime: { percentilesDays }, wip: { current: null }, throughput: null };
      return { text: '', line: { ...line, figures } };
    });
    const { figures } = await since({ ...history, lines });
    const goodOf = (path: string) => figures.find((one) => one.path === path)?.good;
    expect(goodOf('cycleTime.percentilesDays.50')).toBe(true);
    expect(goodOf('cycleTime.percentilesDays.85')).toBe(false);
    expect(figures.find(({ path }) => path === 'wip.current')).toMatchObject({ from: null, to: 0, good: null });
    expect(figures.find(({ path }) => path === 'throughput.meanPerPeriod')).toMatchObject({ from: null, good: null });
  });

  it.each<[string, () => Promise<SinceLast>, RegExp]>([
    ['before the first snapshot', () => since({ file: 'flow.ndjson', lines: [] }), /holds none yet/],
    ['by other definitions', () => since(history, { ...RUN, basis: 'working' }), /by these definitions: basis differs/],
    [
      'of the first week',
      () => since(only((start) => start === '2026-02-02')),
      /no week before that of Mon 2 Feb 2026/,
    ],
    ['with --to', () => since(history, { ...RUN, to: '2026-02-09' }), /--to/],
    [
      'of a series that is yet to come',
      () => since(history, RUN, 'defalt'),
      /no series `defalt`\. Did you mean `default`/,
    ],
    ['of a hostile series', () => since(history, RUN, '__proto__'), /no series `__proto__`/],
  ])('is not known %s, with the reason', async (_, ask, reason) => {
    expect(await ask()).toMatchObject({ period: null, figures: [], reason: expect.stringMatching(reason) });
  });
});

describe('restatements since', () => {
  const at = (day: string) => `2026-02-${day}T00:00:00.000Z`;
  const restated = (cause: 'data' | 'definition', when: string, asOf = at('01')) => ({
    from: { asOf, inputHash: null, tool: { name: 'pitwall', version: '0.1.0' }, figures: {}, points: {} },
    at: when,
    cause,
  });
  const line = (week: number, ...entries: ReturnType<typeof restated>[]) =>
    lineOf({ week, asOf: at('09'), more: { restated: entries } });

  it('are those of the run that took it, and of later ones', () => {
    const lines = [
      line(0, restated('data', at('08'))),
      line(1, restated('data', at('09'))),
      line(2, restated('data', at('08')), restated('data', at('10'))),
      line(3, restated('definition', at('10'))),
      line(4),
    ];
    expect(restatedSince(lines, line(4))).toEqual({ data: 2, definition: 1 });
  });

  it('counts from when it was first taken', () => {
    const last = line(4, restated('data', at('15'), at('08')));
    expect(restatedSince([line(0, restated('data', at('08'))), last], last)).toEqual({ data: 2, definition: 0 });
  });
});
