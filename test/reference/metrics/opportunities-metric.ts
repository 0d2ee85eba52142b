import { chargesOf } from '../charged-hours.ts';
import { hasDirection } from '../direction.ts';
import { distribution } from '../distribution.ts';
import { fullDayHours } from '../time/calendar.ts';
import type { Clock } from '../time/clock.ts';
import { sum } from '../time/intervals.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';
import { exitsOf } from './stages-metric.ts';
import { delaysOf, labourOfCharge, labourOfHandoffs } from './waste-metric.ts';

/** What to fix first: every bit of labour and delay put under one heading, and the headings ranked. */

interface Bit {
  kind: string;
  stage: number | null;
  unit: 'hours' | 'days';
  facts: Facts;
  quantity: number;
  cost: number | null;
}

/** The stages of this project's random logs whose names say that they check what others made, and are worked in. */
const CHECKS = ['Review'];

/** The stage that an item was in before its latest move back up to a visit; null: it never came back. */
function cameFrom({ timeline: { visits } }: Facts, place: number): number | null {
  for (let at = place; at > 0; at--) {
    const visit = visits[at]!;
    const previous = visits.slice(0, at).findLast(hasDirection);
    if (visit.kind !== 'todo' && visit.kind !== 'active') continue;
    if (previous !== undefined && visit.stage < previous.stage) return previous.stage;
  }
  return null;
}

function bitsOf(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
): Bit[] {
  const cost = settings.cost ?? {};
  const labour = chargesOf(facts, stages, cost, window, clock).flatMap((charge): Bit[] => {
    const { cost: money, facts: item, hours, line, stage } = labourOfCharge(charge, stages, cost);
    const bit = { unit: 'hours' as const, facts: item, quantity: hours!, cost: money };
    if (line === 'abandoned') return [{ ...bit, kind: 'abandoned', stage: null }];
    if (line === 'rework') return [{ ...bit, kind: 'rework', stage: cameFrom(item, charge.place) }];
    return (settings.reviews ?? CHECKS).includes(stages[stage]!.stage) ? [{ ...bit, kind: 'review', stage }] : [];
  });
  const handoffs = facts
    .flatMap((item) => labourOfHandoffs(item, stages, cost, window))
    .flatMap(({ cost: money, facts: item, hours }): Bit[] =>
      hours === null
        ? []
        : [{ kind: 'handoffs', stage: null, unit: 'hours', facts: item, quantity: hours, cost: money }],
    );
  const delays = facts
    .flatMap((item) => delaysOf(item, cost, window, clock))
    .flatMap(({ cost: money, days, facts: item, line, stage }): Bit[] => {
      const bit = { unit: 'days' as const, facts: item, quantity: days, cost: money };
      if (line === 'waiting') return [{ ...bit, kind: 'wait', stage }];
      return line === 'blocked' ? [{ ...bit, kind: 'blocked', stage: null }] : [];
    });
  return [...labour, ...handoffs, ...delays].filter(({ quantity }) => quantity > 0);
}

/** Moves back out of a stage, of items that were not dropped. */
function movesBack(facts: Facts[], from: number, window: Window): number {
  return sum(
    facts.map(({ end, outcome, started, timeline: { visits } }) => {
      if (outcome === 'dropped' || started === null) return 0;
      return visits.filter((visit, place) => {
        if (visit.kind !== 'todo' && visit.kind !== 'active') return false;
        const previous = visits.slice(0, place).findLast(hasDirection);
        const within = started < visit.start && visit.start < end && inWindow(visit.start, window);
        return within && previous?.stage === from && visit.stage < from;
      }).length;
    }),
  );
}

export function opportunitiesMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const windowDays = (window.to - window.from) / 86_400_000;
  if (windowDays < 28) return { rankedBy: null, list: [] };
  const years = windowDays / 365.25;
  const bits = bitsOf(facts, window, stages, settings, clock);
  const headings = [...new Set(bits.map(({ kind, stage }) => `${kind} ${stage}`))];
  const all = headings.flatMap((heading) => {
    const own = bits.filter(({ kind, stage }) => `${kind} ${stage}` === heading);
    const { kind, stage, unit } = own[0]!;
    const quantity = sum(own.map((bit) => bit.quantity));
    const cost = own.some((bit) => bit.cost === null) ? null : sum(own.map((bit) => bit.cost!));
    const items = new Set(own.map((bit) => bit.facts)).size;
    const exits = stage === null ? null : exitsOf(stage, facts, window);
    const passes = exits === null ? 0 : exits.forwardExits + exits.backwardExits;
    if (kind === 'review' && !(passes >= 20 && exits!.passRate! >= 0.95)) return [];
    if (items < 10) return [];
    const visitDays = own.map((bit) => bit.quantity);
    return [
      {
        place: stage ?? -1,
        kind,
        stage: stage === null ? null : stages[stage]!.stage,
        unit,
        quantity,
        cost,
        quantityPerYear: quantity / years,
        costPerYear: cost === null ? null : cost / years,
        items,
        evidence: {
          visits: kind === 'wait' ? own.length : kind === 'review' ? passes : null,
          medianDays:
            kind === 'wait'
              ? distribution(visitDays, { ...settings.percentiles, points: [50] }).percentilesDays['50']
              : null,
          sentBack:
            kind === 'review'
              ? exits!.backwardExits
              : kind === 'rework' && stage !== null
                ? movesBack(facts, stage, window)
                : null,
          passRate: kind === 'review' ? exits!.passRate : null,
          handoffs: kind === 'handoffs' ? own.length : null,
          minutes: kind === 'handoffs' ? settings.cost!.handoffMinutes! : null,
        },
        change: { quantityPerQuarter: quantity / years / 8, costPerQuarter: cost === null ? null : cost / years / 8 },
      },
    ];
  });
  const byCost = all.every(({ cost }) => cost !== null);
  const worth = ({ cost, quantity, unit }: (typeof all)[number]) =>
    byCost ? cost! : unit === 'days' ? quantity : quantity / fullDayHours(settings.calendar);
  const list = all.sort((a, b) => worth(b) - worth(a) || a.place - b.place).slice(0, 5);
  return {
    rankedBy: all.length === 0 ? null : byCost ? 'cost' : 'days',
    windowDays,
    list: list.map(({ place: _, ...one }) => one),
  };
}
