import { statedFrom } from './log/order-rows.ts';
import type { ReferenceRow, ReferenceStage, Visit } from './types.ts';
import { initialStage, stageOfStatus, statusKey } from './workflow.ts';

/** Definitions §3, rules 5, 6 and 9: the visits of one item, from its rows in order. */

interface Entry {
  stage: number;
  at: number;
}

export interface Entries {
  entries: Entry[];
  /** Transitions to the very status that the item is in. */
  repeated: number;
}

export function entriesOf(rows: ReferenceRow[], created: number, stages: ReferenceStage[]): Entries {
  const entries: Entry[] = [];
  let status: string | null = null;
  let repeated = 0;
  const first = rows[0];
  if (first === undefined) {
    // The item was created, and nothing else is known of it yet.
    entries.push({ stage: initialStage(stages), at: created });
  } else if (created < first.at) {
    // Rule 5.
    status = statedFrom(first);
    entries.push({ stage: status === null ? initialStage(stages) : stageOfStatus(stages, status), at: created });
  }
  for (const row of rows) {
    // Rule 6.
    if (status !== null && statusKey(status) === statusKey(row.to)) repeated += 1;
    status = row.to;
    const stage = stageOfStatus(stages, row.to);
    if (entries.at(-1)?.stage !== stage) entries.push({ stage, at: row.at });
  }
  return { entries, repeated };
}

export function visitsOf(entries: Entry[], asOf: number, stages: ReferenceStage[]): Visit[] {
  return entries.map(({ stage, at }, place) => ({
    stage,
    kind: stages[stage]!.kind,
    start: at,
    end: entries[place + 1]?.at ?? asOf,
    open: place === entries.length - 1,
  }));
}

/** The place of the first visit shorter than the limit that returns to the stage before it; -1 if there is none. */
function firstShortReturn(visits: Visit[], limit: number): number {
  return visits.findIndex((visit, place) => {
    const before = visits[place - 1];
    const after = visits[place + 1];
    return (
      before !== undefined && after !== undefined && before.stage === after.stage && visit.end - visit.start < limit
    );
  });
}

/** How many visits of under a minute return to the stage before them. */
export function flickersIn(visits: Visit[]): number {
  return visits.filter((_, place) => firstShortReturn(visits.slice(Math.max(0, place - 1), place + 2), 60_000) === 1)
    .length;
}

/** Rule 9: such visits become part of the stage before them, the first one first, until there are none. */
export function withoutShortVisits(visits: Visit[], limit: number): Visit[] {
  let rest = visits;
  for (let place = firstShortReturn(rest, limit); place >= 0; place = firstShortReturn(rest, limit)) {
    const before = rest[place - 1]!;
    const after = rest[place + 1]!;
    rest = rest.toSpliced(place - 1, 3, { ...before, end: after.end, open: after.open });
  }
  return rest;
}
