import { percentile } from '../distribution.ts';
import { finishedIn } from '../populations.ts';
import type { Clock } from '../time/clock.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';

/** Adherence, as docs/metrics.md has it; the workflow is always a configured one. */

function wayOf({ endIndex, timeline }: Facts, counted: string[], stages: ReferenceStage[]): string[] {
  const before = timeline.visits.slice(0, endIndex).map(({ kind, stage }) => ({ kind, name: stages[stage]!.stage }));
  const told = before.filter(({ kind, name }) => counted.includes(name) || kind === 'done');
  // Of several done visits in a row, the one that was taken up again; none at the end.
  const kept = told.filter(({ kind }, place) => {
    const next = told[place + 1];
    return kind !== 'done' || (next !== undefined && next.kind !== 'done');
  });
  return kept.map(({ name }) => name).filter((name, place, names) => name !== names[place - 1]);
}

export function adherenceMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const active = stages.filter(({ kind }) => kind === 'active').map(({ stage }) => stage);
  const path = settings.path ?? active;
  const items = finishedIn(facts, window);
  const ways = items.map((item) => {
    const way = wayOf(item, [...active, ...path], stages);
    const places = way.filter((name) => path.includes(name)).map((name) => path.indexOf(name));
    return {
      item,
      way,
      key: way.join(' > '),
      onPath: way.join(' > ') === path.join(' > '),
      skipped: path.filter((name) => !way.includes(name)),
      outOfOrder: places
        .filter((place, index) => places.slice(0, index).some((other) => other > place))
        .map((place) => path[place]!),
      detours: [...new Set(way.filter((name) => !path.includes(name)))],
    };
  });
  const points = settings.percentiles.points;
  const highPoint = [...points].sort((a, b) => Math.abs(a - 85) - Math.abs(b - 85) || a - b)[0]!;
  const count = (holds: (one: (typeof ways)[number]) => boolean) => ways.filter(holds).length;
  const share = (part: number) => (items.length === 0 ? null : part / items.length);
  /** The places of a way's stages, for an order among equally frequent ones. */
  const placesOf = (way: string[]) => way.map((name) => stages.findIndex(({ stage }) => stage === name));
  const byPlaces = (a: string[], b: string[]) => {
    const [first, second] = [placesOf(a), placesOf(b)];
    const differing = first.findIndex((place, index) => place !== second[index]);
    if (differing === -1) return first.length - second.length;
    return differing >= second.length ? 1 : first[differing]! - second[differing]!;
  };
  const variants = [...new Set(ways.map(({ key }) => key))]
    .map((key) => ways.filter((one) => one.key === key))
    .sort((a, b) => b.length - a.length || byPlaces(a[0]!.way, b[0]!.way))
    .map((same) => {
      const days = same.flatMap(({ item }) => item.cycleTimeDays ?? []);
      return {
        way: same[0]!.way.slice(0, 50),
        steps: same[0]!.way.length,
        items: same.length,
        share: same.length / items.length,
        onPath: same[0]!.onPath,
        medianDays: percentile(days, 50, settings.percentiles.method),
        highDays: percentile(days, highPoint, settings.percentiles.method),
      };
    });
  return {
    path,
    pathFrom: settings.path === undefined ? 'workflow' : 'path',
    items: items.length,
    onPath: count(({ onPath }) => onPath),
    onPathShare: share(count(({ onPath }) => onPath)),
    withSkips: count(({ skipped }) => skipped.length > 0),
    withReturns: count(({ outOfOrder }) => outOfOrder.length > 0),
    withDetours: count(({ detours }) => detours.length > 0),
    stages: path.map((stage) => ({
      stage,
      skipped: count(({ skipped }) => skipped.includes(stage)),
      skippedShare: share(count(({ skipped }) => skipped.includes(stage))),
      outOfOrder: ways.flatMap(({ outOfOrder }) => outOfOrder).filter((name) => name === stage).length,
    })),
    detours: stages
      .map(({ stage }) => ({ stage, items: count(({ detours }) => detours.includes(stage)) }))
      .filter((one) => one.items > 0)
      .sort((a, b) => b.items - a.items),
    ways: variants.length,
    variants: variants.slice(0, 10),
    highPoint,
    limits: (settings.limits ?? []).map((limit) => limitOf(limit, facts, window, stages, clock)),
    byItem: ways.map(({ item, onPath, skipped, outOfOrder, detours }) => ({
      id: item.timeline.id,
      onPath,
      skipped,
      outOfOrder: outOfOrder.length,
      detours,
      cycleTimeDays: item.cycleTimeDays,
    })),
  };
}

function limitOf(
  { stage, maxDays }: { stage: string; maxDays: number },
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  clock: Clock,
) {
  const visits = facts.flatMap(({ endIndex, open: itemOpen, timeline }) =>
    timeline.visits
      .slice(0, endIndex)
      .filter((visit) => stages[visit.stage]!.stage === stage && (!visit.open || itemOpen))
      // An open visit ends, for computing, at asOf: the window must hold that instant.
      .filter((visit) => inWindow(visit.end, window))
      .map((visit) => ({
        id: timeline.id,
        days: clock.days(visit.start, visit.end),
        stillThere: visit.open,
      })),
  );
  const over = visits.filter(({ days }) => days > maxDays);
  const ids = [...new Set(over.map(({ id }) => id))];
  const worst = ids.map((id) => over.filter((one) => one.id === id).reduce((a, b) => (b.days > a.days ? b : a)));
  return {
    stage,
    maxDays,
    visits: visits.length,
    over: over.length,
    overShare: visits.length === 0 ? null : over.length / visits.length,
    items: ids.length,
    byItem: worst
      .sort((a, b) => b.days - a.days)
      .map(({ id, days, stillThere }) => ({ id, days, excessDays: days - maxDays, stillThere })),
  };
}
