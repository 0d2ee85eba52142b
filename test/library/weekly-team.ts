import type { NamedInput } from '../../src/index.ts';
import { dayOf2026 } from './steady-team.ts';

/** A team whose items take a day each: so many finish on the Wednesday of each week, from 5 January 2026 on. */
export function weeklyTeam(...finished: number[]): NamedInput & { data: string } {
  const rows = finished.flatMap((count, week) =>
    Array.from({ length: count }, (_, item) => [
      `W${week}-${item},Doing,${dayOf2026(7 * week + 1)}`,
      `W${week}-${item},Done,${dayOf2026(7 * week + 2)}`,
    ]),
  );
  return { name: 'log.csv', data: `${['id,to,at', ...rows.flat()].join('\n')}\n` };
}

/** So many weeks of 10 and 12 by turns: the mean of their throughput is 11, its limits 5.68 and 16.32. */
export function tenAndTwelve(weeks: number): number[] {
  return Array.from({ length: weeks }, (_, week) => (week % 2 === 0 ? 10 : 12));
}
