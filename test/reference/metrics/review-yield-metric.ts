import { type Charge, chargesOf } from '../charged-hours.ts';
import { percentile } from '../distribution.ts';
import type { Clock } from '../time/clock.ts';
import { overlap, sum } from '../time/intervals.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage, Visit } from '../types.ts';
import { countsByStage } from './value-stream-metric.ts';
import { delayRateOf, priceOf, rateOf, sumOrNull } from './waste-metric.ts';

/** Review yield, as docs/metrics.md has it; the workflow is always a configured one. */

/** Stages of random logs whose names say that they check. */
const CHECKS = ['Review', 'Legal'];

/** A stay at a place of the way, or where the item was given up. */
interface Stop {
  stage: number;
  dropped: boolean;
  /** Places of its first and its last visit among the item's. */
  first: number;
  last: number;
}

function checksOf(facts: Facts[], stages: ReferenceStage[], settings: ReferenceSettings): number[] {
  if (settings.reviews !== undefined)
    return settings.reviews.map((name) => stages.findIndex(({ stage }) => stage === name));
  const named = stages.flatMap(({ stage }, place) => (CHECKS.includes(stage) ? [place] : []));
  const active = named.filter((place) => stages[place]!.kind === 'active');
  const gates = named.filter((place) => {
    if (stages[place]!.kind !== 'waiting') return false;
    const next = facts.flatMap(({ timeline: { visits } }) =>
      visits.flatMap((visit, index) =>
        visit.stage === place ? (visits.slice(index + 1).find(({ kind }) => kind !== 'waiting')?.stage ?? []) : [],
      ),
    );
    return (
      next.filter((stage) => !active.includes(stage)).length > next.filter((stage) => active.includes(stage)).length
    );
  });
  return [...active, ...gates];
}

function stopsOf(visits: Visit[], checks: number[]): Stop[] {
  const stops: Stop[] = [];
  visits.forEach(({ kind, stage }, place) => {
    const counts = kind !== 'waiting' || checks.includes(stage);
    if (!counts) return;
    const before = stops.at(-1);
    if (before !== undefined && !before.dropped && before.stage === stage) before.last = place;
    else stops.push({ stage, dropped: kind === 'dropped', first: place, last: place });
  });
  return stops;
}

export function reviewYieldMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const cost = settings.cost ?? {};
  const charges = chargesOf(facts, stages, cost, window, clock);
  const checks = checksOf(facts, stages, settings);
  const windowDays = (window.to - window.from) / 86_400_000;
  const year = windowDays >= 28 ? 365.25 / windowDays : null;
  const hoursOf = (some: Charge[]) => sum(some.map(({ hours }) => hours));
  const costOf = (some: Charge[]) =>
    sumOrNull(some.map(({ hours, person, stage }) => priceOf(hours, rateOf(person, stage, stages, cost))));
  const ofPlaces = (item: Facts, from: number, to: number) =>
    charges.filter((charge) => charge.facts === item && from <= charge.place && charge.place < to);

  const left = facts.flatMap((item) => {
    const { visits } = item.timeline;
    const stops = stopsOf(visits, checks);
    return stops.flatMap((stop, index) => {
      const next = stops[index + 1];
      if (stop.dropped || next === undefined) return [];
      const at = visits[stop.last]!.end;
      if (!inWindow(at, window)) return [];
      const before = stops.slice(0, index).findLast(({ dropped }) => !dropped)?.last ?? -1;
      const entered = visits[stop.first]!.start;
      const back = !next.dropped && next.stage < stop.stage;
      const regained = stops.slice(index + 1).find(({ dropped, stage }) => !dropped && stage >= stop.stage);
      const over = ['finished', 'dropped'].includes(item.outcome) && item.end >= at;
      const until = regained === undefined ? (over ? item.end : null) : visits[regained.first]!.start;
      const waits = visits
        .slice(before + 1, stop.last + 1)
        .filter(({ kind }) => kind === 'waiting')
        .flatMap((visit) => overlap(visit, { start: window.from, end: window.to }) ?? []);
      const daysOf = cost.delayBasis === 'working' ? clock.workingDays : clock.elapsedDays;
      const delayDays = item.outcome === 'dropped' ? 0 : sum(waits.map(({ start, end }) => daysOf(start, end)));
      return [
        {
          stage: stop.stage,
          exit: next.dropped ? 'dropped' : back ? 'back' : 'passed',
          to: next.stage,
          queueDays: sum(
            visits
              .slice(before + 1, stop.first)
              .filter(({ kind }) => kind === 'waiting')
              .map(({ start, end }) => clock.days(start, end)),
          ),
          ownDays: clock.days(entered, at),
          charges: ofPlaces(item, stop.first, stop.last + 1),
          delayCost: priceOf(delayDays, delayRateOf(item, cost)),
          loop:
            !back || until === null
              ? null
              : {
                  days: clock.days(at, until),
                  charges: ofPlaces(item, next.first, regained?.first ?? visits.length),
                },
        },
      ];
    });
  });

  const figures = stages.flatMap(({ stage, kind }, place) => {
    if (kind !== 'active' && kind !== 'waiting' && settings.reviews?.includes(stage) !== true) return [];
    const own = left.filter((one) => one.stage === place);
    const [passed, sentBack, dropped] = ['passed', 'back', 'dropped'].map(
      (exit) => own.filter((one) => one.exit === exit).length,
    ) as [number, number, number];
    const judged = passed + sentBack;
    const passRate = judged === 0 ? null : passed / judged;
    let verdict = 'too few';
    if (judged >= 20) {
      if (passRate! >= 0.95) verdict = 'passes';
      else verdict = passRate! <= 0.8 && sentBack >= 5 ? 'sends back' : 'neither';
    }
    let because: string | null = null;
    if (checks.includes(place)) because = settings.reviews === undefined ? 'name' : 'configured';
    else if (settings.reviews === undefined && verdict === 'sends back') because = 'sent back';
    if (because === null) return [];
    const loops = own.flatMap(({ loop }) => loop ?? []);
    const queueDays = sum(own.map((one) => one.queueDays));
    const ownDays = sum(own.map((one) => one.ownDays));
    const charged = own.flatMap((one) => one.charges);
    const looped = loops.flatMap((loop) => loop.charges);
    const loopDays = sum(loops.map(({ days }) => days));
    const delayCost = sumOrNull(own.map((one) => one.delayCost));
    const yearly = (amount: number | null) => (amount === null ? null : amount * year!);
    return [
      {
        stage,
        because,
        verdict,
        visits: own.length,
        passed,
        sentBack,
        dropped,
        passRate,
        queueDays,
        ownDays,
        medianDays: percentile(
          own.map((one) => one.queueDays + one.ownDays),
          50,
          settings.percentiles.method,
        ),
        hours: hoursOf(charged),
        labourCost: costOf(charged),
        delayCost,
        perYear:
          year === null
            ? null
            : {
                visits: own.length * year,
                sentBack: sentBack * year,
                days: (queueDays + ownDays) * year,
                hours: hoursOf(charged) * year,
                labourCost: yearly(costOf(charged)),
                delayCost: yearly(delayCost),
              },
        returns: {
          to: countsByStage(
            own.filter(({ exit }) => exit === 'back').map(({ to }) => to),
            stages,
          ),
          over: loops.length,
          meanDays: loops.length === 0 ? null : loopDays / loops.length,
          meanHours: loops.length === 0 ? null : hoursOf(looped) / loops.length,
          days: loopDays,
          hours: hoursOf(looped),
          labourCost: costOf(looped),
          perYear:
            year === null
              ? null
              : { days: loopDays * year, hours: hoursOf(looped) * year, labourCost: yearly(costOf(looped)) },
        },
      },
    ];
  });
  return { minimumVisits: 20, currency: cost.currency ?? null, stages: figures };
}
