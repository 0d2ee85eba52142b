import type { SnapshotLine } from '../../src/index.ts';

const DAY_MS = 86_400_000;

/** What a test says of a line. */
export interface Told {
  /** 0 is the week of Monday, 5 January 2026. */
  week?: number;
  series?: string;
  fingerprint?: string;
  asOf?: string;
  finished?: number;
  /** Of all items by the end of the week. */
  items?: number;
  sample?: string[];
  more?: Record<string, unknown>;
}

export function weekOf2026(week: number): SnapshotLine['period'] {
  const day = (after: number) => new Date(Date.parse('2026-01-05') + after * DAY_MS).toISOString().slice(0, 10);
  return { start: day(7 * week), end: day(7 * week + 7), unit: 'week' };
}

/** A line in which so many items finished on the first day of the week, each after as many days as its number. */
export function lineOf(told: Told = {}): SnapshotLine {
  const {
    asOf,
    fingerprint = 'a'.repeat(16),
    finished = 2,
    items = 10,
    more = {},
    sample,
    series = 'default',
    week = 0,
  } = told;
  const period = weekOf2026(week);
  const onDay = (day: number, count: number) => Array.from({ length: 7 }, (_, at) => (at === day ? count : 0));
  return {
    schemaVersion: 1,
    tool: { name: 'pitwall', version: '0.1.0' },
    series,
    period,
    fingerprint,
    definitions: { unit: 'week', basis: fingerprint[0] as string },
    asOf: asOf ?? `${period.end}T06:00:00.000Z`,
    inputHash: null,
    board: { from: '2026-01-01T00:00:00.000Z', items, sample: sample ?? ['00000001', '00000002'] },
    figures: {
      cycleTime: { count: finished, percentilesDays: { 85: finished } },
      wip: { current: 3, byStage: [{ stage: 'Doing', current: 3 }] },
    },
    points: {
      throughput: finished,
      arrivals: 1,
      netFlow: 1 - finished,
      cycleTime: { n: finished, zeros: 0, meanLog: null },
      wip: 3,
      age: { n: 3, medianDays: 2.5 },
      flowEfficiency: { n: finished, share: 0.5 },
      wastedShare: 0.25,
    },
    daily: { created: onDay(1, 1), started: null, finished: onDay(0, finished), dropped: onDay(0, 0) },
    durations: Array.from({ length: finished }, (_, at) => at + 1),
    restated: [],
    ...more,
  };
}

/** The text of a history with these lines. */
export function textOf(...lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
