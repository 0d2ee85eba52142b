// A board that is exported every week of a year: each export holds more than the last, some of it late.
import { weekOf2026 } from './line.ts';

const [DAY_MS, HOUR_MS] = [86_400_000, 3_600_000];
const START = Date.parse('2026-01-05T00:00:00Z');

interface Change {
  id: string;
  to: string;
  at: number;
  /** When it gets into the board's log: later than it happened, where somebody caught up. */
  known: number;
}

export const YEAR = 52;
/** The week in which items begin to be caught up late, and the weeks of what is done again. */
export const LATE_WEEK = 12;
export const DONE_WEEK = 20;
export const REOPENED_WEEK = 23;

export const BOARD = {
  workflow: [
    { stage: 'Todo', kind: 'todo' },
    { stage: 'Doing', kind: 'active' },
    { stage: 'Review', kind: 'waiting' },
    { stage: 'Done', kind: 'done' },
  ],
};

const at = (week: number, hours: number) => START + 7 * week * DAY_MS + hours * HOUR_MS;

function changes(): Change[] {
  const all: Change[] = [];
  const move = (id: string, to: string, when: number, late = 0) => all.push({ id, to, at: when, known: when + late });
  for (let week = -4; week < YEAR; week++) {
    for (let item = 0; item < 3 + (Math.abs(week) % 3); item++) {
      const id = `B-${(week + 4) * 10 + item}`;
      const begun = at(week, 8 + 26 * item);
      move(id, 'Todo', begun);
      move(id, 'Doing', begun + 5 * HOUR_MS);
      move(id, 'Review', begun + (30 + 17 * item + (week % 5)) * HOUR_MS);
      // In one week two items are caught up nine days late.
      const late = week === LATE_WEEK && item < 2 ? 9 * DAY_MS : 0;
      move(id, 'Done', begun + (60 + 41 * item) * HOUR_MS, late);
    }
  }
  // Done in one week, begun again in a later one, and done for good two weeks after.
  move('AGAIN', 'Doing', at(DONE_WEEK - 1, 9));
  move('AGAIN', 'Done', at(DONE_WEEK, 33));
  move('AGAIN', 'Doing', at(REOPENED_WEEK, 9));
  move('AGAIN', 'Done', at(REOPENED_WEEK + 2, 9));
  return all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

const CHANGES = changes();

/** The export of the Monday after a week, at six, and what the job says it is. */
export function exportAfter(week: number): { name: string; data: string; asOf: string } {
  const instant = START + 7 * (week + 1) * DAY_MS + 6 * HOUR_MS;
  const rows = CHANGES.filter(({ at: when, known }) => when <= instant && known <= instant);
  const lines = rows.map(({ at: when, id, to }) => `${id},${to},${new Date(when).toISOString()}`);
  return {
    name: `export-${weekOf2026(week).end}.csv`,
    data: `id,to,at\n${lines.join('\n')}\n`,
    asOf: new Date(instant).toISOString(),
  };
}
