import { distribution, percentile } from './distribution.ts';
import { assignmentsOf } from './normalize.ts';
import { byPeople, handoffsOf } from './people.ts';
import { cycledIn } from './populations.ts';
import type { Clock } from './time/clock.ts';
import { sum } from './time/intervals.ts';
import type { Window } from './time/window.ts';
import type { Assignment, Facts, ReferenceSettings, Timeline } from './types.ts';

/** What `handoffs` says besides its contract: of people, or of teams in their place. */

const nameOf = (people: string[]) => [...people].sort().join(', ');

/** Team by team, as rows say it in a field; null where no row of the item has it. */
export function teamsOfField({ rows }: Timeline, field: string): Assignment[] | null {
  const told = rows.filter(({ fields }) => fields[field] !== undefined);
  return told.length === 0 ? null : assignmentsOf(told.map(({ at, fields }) => ({ at, assignee: [fields[field]!] })));
}

/** Team by team, as the stages' owners tell. */
export function teamsOfOwners({ visits }: Timeline, owners: (string | null)[]): Assignment[] {
  return assignmentsOf(
    visits.map(({ stage, start }) => ({ at: start, assignee: owners[stage] == null ? [] : [owners[stage]!] })),
  );
}

function counted<Row extends object>(rows: Row[]): (Row & { count: number })[] {
  const keys = [...new Set(rows.map((row) => JSON.stringify(row)))];
  return keys.map((key) => ({
    ...(JSON.parse(key) as Row),
    count: rows.filter((row) => JSON.stringify(row) === key).length,
  }));
}

export function exchanges(
  facts: Facts[],
  window: Window,
  settings: ReferenceSettings,
  clock: Clock,
  holdersOf: (timeline: Timeline) => Assignment[] | null,
) {
  const items = cycledIn(facts, window).flatMap(({ timeline, started, end }) => {
    const assignments = holdersOf(timeline);
    if (assignments === null) return [];
    const own = { ...timeline, assignments };
    return [{ timeline: own, started: started!, end, handoffs: handoffsOf(own, started!, end)! }];
  });
  const median = (days: number[]) => percentile(days, 50, settings.percentiles.method);
  const all = items.flatMap(({ timeline, handoffs }) =>
    handoffs.map((handoff, place) => ({
      id: timeline.id,
      from: nameOf(handoff.from),
      to: nameOf(handoff.to),
      pickUp: clock.days(handoff.at, timeline.visits.find(({ start }) => start > handoff.at)!.start),
      back: place > 0 && handoff.to.some((person) => handoffs[place - 1]!.from.includes(person)),
    })),
  );
  const back = all.filter((handoff) => handoff.back);
  // Who held what: every item cut wherever its holders change.
  const pieces = items.flatMap(({ timeline, started, end }) =>
    byPeople({ start: started, end }, timeline).map((piece) => ({
      ...piece,
      id: timeline.id,
      people: (piece.people.length === 0 ? [null] : piece.people) as (string | null)[],
    })),
  );
  const whole = sum(items.map(({ started, end }) => clock.days(started, end)));
  const holders = [...new Set(pieces.filter(({ start, end }) => start < end).flatMap(({ people }) => people))];
  return {
    total: all.length,
    perItem: items.length === 0 ? null : all.length / items.length,
    pairs: counted(all.map(({ from, to }) => ({ from, to }))).map((pair) => ({
      ...pair,
      medianPickUpDays: median(all.filter(({ from, to }) => from === pair.from && to === pair.to).map((h) => h.pickUp)),
    })),
    pickUp: distribution(
      all.map(({ pickUp }) => pickUp),
      settings.percentiles,
    ),
    receivers: [...new Set(all.map(({ to }) => to))].map((receiver) => ({
      receiver,
      pickUp: distribution(
        all.filter(({ to }) => to === receiver).map(({ pickUp }) => pickUp),
        settings.percentiles,
      ),
    })),
    pingPong: {
      count: back.length,
      items: new Set(back.map(({ id }) => id)).size,
      // Who got it back first passed it on.
      pairs: counted(back.map(({ from, to }) => ({ from: to, to: from }))),
    },
    holding: holders.map((holder) => {
      const held = pieces.filter(({ people, start, end }) => people.includes(holder) && start < end);
      const stays = joined(held);
      const days = stays.map(({ start, end }) => clock.days(start, end));
      return {
        holder,
        items: new Set(stays.map(({ id }) => id)).size,
        stays: stays.length,
        heldDays: sum(days),
        share: whole === 0 ? null : sum(days) / whole,
        medianStayDays: median(days),
      };
    }),
    byItem: items
      .filter(({ handoffs }) => handoffs.length > 0)
      .map(({ timeline: { id }, handoffs }) => ({
        id,
        handoffs: handoffs.length,
        pingPong: back.filter((handoff) => handoff.id === id).length,
      })),
  };
}

/** Pieces of one item that touch are one stay. */
function joined(pieces: { id: string; start: number; end: number }[]) {
  const stays: { id: string; start: number; end: number }[] = [];
  for (const piece of pieces) {
    const last = stays.at(-1);
    if (last?.id === piece.id && last.end === piece.start) last.end = piece.end;
    else stays.push({ ...piece });
  }
  return stays;
}
