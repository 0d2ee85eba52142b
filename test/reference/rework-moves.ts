import { chargesOf } from './charged-hours.ts';
import { partsWithin } from './facts.ts';
import { cycledIn } from './populations.ts';
import type { Clock } from './time/clock.ts';
import { sum } from './time/intervals.ts';
import type { Window } from './time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage, Visit } from './types.ts';

/** What `rework` says besides its contract. */

const DIRECTED = ['todo', 'active', 'done'];

/** The previous stage of direction before a visit; null where there is none. */
function directedBefore(visits: Visit[], place: number): Visit | null {
  return visits.slice(0, place).findLast(({ kind }) => DIRECTED.includes(kind)) ?? null;
}

export function reworkMoves(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const charges = chargesOf(facts, stages, settings.cost ?? {}, window, clock);
  const items = cycledIn(facts, window);
  const nameOf = (stage: number) => stages[stage]!.stage;
  const found = items.map((item) => {
    const { timeline, started, end, endIndex, reworkVisits } = item;
    const { visits } = timeline;
    const inside = ({ start }: Visit) => started! < start && start < end;
    const places = [...visits.keys()].slice(0, endIndex);
    const moves = places.flatMap((place) => {
      const visit = visits[place]!;
      const before = directedBefore(visits, place);
      const back = before !== null && ['todo', 'active'].includes(visit.kind) && visit.stage < before.stage;
      return back && inside(visit) ? [{ place, from: nameOf(before.stage), to: nameOf(visit.stage) }] : [];
    });
    const loops = places.flatMap((place) => {
      const visit = visits[place]!;
      const last = visits.slice(0, place).findLastIndex(({ stage }) => stage === visit.stage);
      if (visit.kind !== 'active' || last < 0 || !inside(visit)) return [];
      const between = visits.slice(last + 1, place);
      return [{ stage: visit.stage, repeat: between.some(({ kind }) => kind === 'active' || kind === 'done') }];
    });
    const again = places
      .filter((place) => reworkVisits.has(place))
      .map((place) => ({
        stage: visits[place]!.stage,
        cause: moves.findLast((move) => move.place <= place) ?? null,
        days: sum(
          partsWithin(timeline, { start: started!, end })
            .filter((part) => part.place === place)
            .flatMap(({ free }) => free.map((piece) => clock.days(piece.start, piece.end))),
        ),
        // Only what lies within the clock: a visit before the start is no rework of the item's cycle time.
        hours: sum(
          charges
            .filter((charge) => charge.facts === item && charge.place === place && visits[place]!.start >= started!)
            .map(({ hours }) => hours),
        ),
      }));
    return { id: timeline.id, moves, loops, again };
  });
  const moves = found.flatMap(({ id, moves: own }) => own.map(({ from, to }) => ({ id, from, to })));
  const again = found.flatMap((item) => item.again);
  const spent = (rows: typeof again) => ({
    reworkDays: sum(rows.map(({ days }) => days)),
    hours: sum(rows.map(({ hours }) => hours)),
  });
  const pairs = [...new Set(moves.map(({ from, to }) => JSON.stringify([from, to])))];
  return {
    labour: { hours: spent(again).hours },
    moves: pairs.map((pair) => {
      const [from, to] = JSON.parse(pair) as [string, string];
      const own = moves.filter((move) => move.from === from && move.to === to);
      const caused = again.filter(({ cause }) => cause?.from === from && cause.to === to);
      return { from, to, count: own.length, items: new Set(own.map(({ id }) => id)).size, ...spent(caused) };
    }),
    withoutMove: spent(again.filter(({ cause }) => cause === null)),
    byStage: stages.flatMap(({ stage, kind }, place) => {
      if (kind !== 'active') return [];
      const of = (repeat: boolean) =>
        found.flatMap(({ loops }) => loops.filter((loop) => loop.stage === place && loop.repeat === repeat)).length;
      return [
        {
          stage,
          repeats: of(true),
          selfLoops: of(false),
          items: found.filter(({ loops }) => loops.some((loop) => loop.stage === place)).length,
          ...spent(again.filter((row) => row.stage === place)),
        },
      ];
    }),
    loops: {
      repeats: found.flatMap(({ loops }) => loops.filter(({ repeat }) => repeat)).length,
      selfLoops: found.flatMap(({ loops }) => loops.filter(({ repeat }) => !repeat)).length,
      items: found.filter(({ loops }) => loops.length > 0).length,
    },
  };
}
