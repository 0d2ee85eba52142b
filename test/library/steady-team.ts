import type { Input } from '../../src/index.ts';

const DAY_MS = 86_400_000;

/** A day of the year as an instant: day 0 is Monday, 5 January 2026. */
export function dayOf2026(day: number, time = '12:00'): string {
  const date = new Date(Date.parse('2026-01-05') + day * DAY_MS).toISOString().slice(0, 10);
  return `${date}T${time}:00Z`;
}

/**
 * A team that finishes one item on each working day of so many weeks, from Monday, 5 January 2026 on, and has others in
 * progress. Each item is created and started on the day on which it finishes.
 */
export function steadyTeam(weeks: number, open: number): Input {
  const rows = ['id,type,to,at'];
  for (let day = 0; day < 7 * weeks; day++) {
    if (day % 7 > 4) continue;
    const type = day % 2 === 0 ? 'Bug' : 'Story';
    rows.push(`F-${day},${type},Doing,${dayOf2026(day, '09:00')}`, `F-${day},${type},Done,${dayOf2026(day)}`);
  }
  for (let item = 0; item < open; item++) rows.push(`O-${item},Story,Doing,${dayOf2026(0, '10:00')}`);
  return { name: 'log.csv', data: `${rows.join('\n')}\n` };
}
