import type { NamedInput } from '../../src/index.ts';

const DAY_MS = 86_400_000;
/** Monday, 5 January 2026. */
const FIRST = Date.parse('2026-01-05T00:00:00Z');

export interface DoneItem {
  /** The week in which it finished, from 0, and the day of that week; on a Friday by default. */
  week: number;
  weekday?: number;
  /** From start to finish. */
  days: number;
  type?: string;
  points?: number;
  /** Went back to the stage before. */
  back?: boolean;
}

const instant = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString();

/** A log of items that were created and started at once, and are done. */
export function logOf(items: readonly DoneItem[], name = 'log.csv', prefix = 'A'): NamedInput {
  const rows = items.flatMap(({ back, days, points, type = 'Story', week, weekday = 4 }, at) => {
    const done = 7 * week + weekday + 0.5;
    const row = (to: string, day: number) => `${prefix}-${at},"${type}",${points ?? ''},${to},${instant(day)}`;
    const between = back ? [row('Test', done - days * 0.75), row('Doing', done - days / 2)] : [];
    return [row('Doing', done - days), ...between, row('Review', done - days / 4), row('Done', done)];
  });
  return { name, data: `id,type,points,to,at\n${rows.join('\n')}\n` };
}

/** So many items each week, whose durations are those listed. */
export function weekly(from: number, weeks: number, days: readonly number[], more: Partial<DoneItem> = {}): DoneItem[] {
  return Array.from({ length: weeks }, (_, at) => days.map((one) => ({ ...more, week: from + at, days: one }))).flat();
}

export const WORKFLOW = {
  workflow: [
    { stage: 'Doing', kind: 'active' },
    { stage: 'Test', kind: 'active' },
    { stage: 'Review', kind: 'waiting' },
    { stage: 'Done', kind: 'done' },
  ],
};
