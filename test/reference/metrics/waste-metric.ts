import { type Charge, chargesOf } from '../charged-hours.ts';
import { partsWithin } from '../facts.ts';
import type { Clock } from '../time/clock.ts';
import { overlap, sum } from '../time/intervals.ts';
import { periodEnd, periodStart } from '../time/periods.ts';
import { inWindow, type Window } from '../time/window.ts';
import { localDateOf, startOfDate } from '../time/zone.ts';
import type { Facts, Interval, ReferenceCost, ReferenceSettings, ReferenceStage } from '../types.ts';

/** Definitions §6: the cost of waste, clipped to the window, over all items. */

type Line = 'abandoned' | 'rework' | 'handoffs' | 'waiting' | 'blocked' | 'paused';

/** One bit of labour. `hours` and `cost` are null for hand-offs of unknown length. */
interface Labour {
  line: 'abandoned' | 'rework' | 'handoffs' | null;
  facts: Facts;
  stage: number;
  unassigned: boolean;
  hours: number | null;
  cost: number | null;
}

interface Delay {
  line: 'waiting' | 'blocked' | 'paused';
  facts: Facts;
  stage: number;
  days: number;
  cost: number | null;
}

/** null where any part is. */
export function sumOrNull(parts: (number | null)[]): number | null {
  return parts.some((part) => part === null) ? null : sum(parts.map((part) => part!));
}

/** The assignee's rate, else the stage's, else the common one. */
export function rateOf(
  person: string | null,
  stage: number,
  stages: ReferenceStage[],
  cost: ReferenceCost,
): number | null {
  const own = person === null ? undefined : cost.rates?.assignee?.[person];
  return own ?? cost.rates?.stage?.[stages[stage]!.stage] ?? cost.hourlyRate ?? null;
}

/** No hours cost nothing, whatever the rate. */
export function priceOf(quantity: number, rate: number | null): number | null {
  if (quantity === 0) return 0;
  return rate === null ? null : quantity * rate;
}

export function labourOfCharge(charge: Charge, stages: ReferenceStage[], cost: ReferenceCost): Labour {
  const { facts, place, stage, person, hours } = charge;
  const rework = facts.reworkVisits.has(place) ? 'rework' : null;
  return {
    line: facts.outcome === 'dropped' ? 'abandoned' : rework,
    facts,
    stage,
    unassigned: person === null,
    hours,
    cost: priceOf(hours, rateOf(person, stage, stages, cost)),
  };
}

export function labourOfHandoffs(
  facts: Facts,
  stages: ReferenceStage[],
  cost: ReferenceCost,
  window: Window,
): Labour[] {
  const handoffs = (facts.handoffs ?? []).filter(({ at }) => inWindow(at, window));
  return handoffs.map(({ to, stage }) => {
    const rates = to.map((person) => rateOf(person, stage, stages, cost));
    const rate = rates.some((one) => one === null) ? null : Math.max(...rates.map((one) => one!));
    const hours = cost.handoffMinutes === undefined ? null : cost.handoffMinutes / 60;
    return {
      line: 'handoffs',
      facts,
      stage,
      unassigned: false,
      hours,
      cost: hours === null ? null : priceOf(hours, rate),
    };
  });
}

export function delayRateOf({ timeline }: Facts, { delayPerDay }: ReferenceCost): number | null {
  if (delayPerDay === undefined) return null;
  if (typeof delayPerDay === 'number') return delayPerDay;
  return delayPerDay.byType?.[timeline.fields.type ?? ''] ?? delayPerDay.default ?? null;
}

export function delaysOf(facts: Facts, cost: ReferenceCost, window: Window, clock: Clock): Delay[] {
  const { timeline, started, end, outcome } = facts;
  if (outcome === 'dropped' || started === null) return [];
  const within = overlap({ start: started, end }, { start: window.from, end: window.to });
  if (within === null) return [];
  const daysOf = cost.delayBasis === 'working' ? clock.workingDays : clock.elapsedDays;
  const days = (stretches: Interval[]) => sum(stretches.map(({ start, end: stop }) => daysOf(start, stop)));
  const rate = delayRateOf(facts, cost);
  return partsWithin(timeline, within).flatMap(({ place, blocked, free }) => {
    const { kind, stage } = timeline.visits[place]!;
    const delays: Delay[] = [];
    const blockedDays = days(blocked);
    const freeDays = days(free);
    delays.push({ line: 'blocked', facts, stage, days: blockedDays, cost: priceOf(blockedDays, rate) });
    if (kind === 'waiting')
      delays.push({ line: 'waiting', facts, stage, days: freeDays, cost: priceOf(freeDays, rate) });
    else if (kind !== 'active') delays.push({ line: 'paused', facts, stage, days: freeDays, cost: null });
    return delays;
  });
}

function share(part: number | null, whole: number): number | null {
  return part === null || whole === 0 ? null : part / whole;
}

function wasteWithin(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const cost = settings.cost ?? {};
  const charges = chargesOf(facts, stages, cost, window, clock);
  const handoffs = facts.flatMap((item) => labourOfHandoffs(item, stages, cost, window));
  // Hand-offs of unknown length are left out of the totals.
  const labour = [
    ...charges.map((charge) => labourOfCharge(charge, stages, cost)),
    ...handoffs.filter(({ hours }) => hours !== null),
  ];
  const wasted = labour.filter(({ line }) => line !== null);
  const delays = facts.flatMap((item) => delaysOf(item, cost, window, clock));
  const delay = delays.filter(({ line }) => line !== 'paused');

  const hoursOf = (bits: Labour[]) => sum(bits.map(({ hours }) => hours!));
  const costOf = (bits: (Labour | Delay)[]) => sumOrNull(bits.map((bit) => bit.cost));
  const daysOf = (bits: Delay[], line: Line) => sum(bits.filter((bit) => bit.line === line).map(({ days }) => days));

  const labourHours = hoursOf(labour);
  const wastedHours = hoursOf(wasted);
  const delayDays = sum(delay.map(({ days }) => days));

  const windowDays = (window.to - window.from) / 86_400_000;
  const aYear = (amount: number | null) => (amount === null || windowDays < 28 ? null : (amount * 365.25) / windowDays);
  const yearly = <One extends { quantity: number | null; hours: number | null; cost: number | null }>(line: One) => ({
    ...line,
    quantityPerYear: aYear(line.quantity),
    hoursPerYear: aYear(line.hours),
    costPerYear: aYear(line.cost),
  });

  const labourLine = (line: Line) => {
    const bits = labour.filter((bit) => bit.line === line);
    const hours = hoursOf(bits);
    return { line, quantity: hours, unit: 'hours', hours, cost: costOf(bits), share: share(hours, labourHours) };
  };
  const known = cost.handoffMinutes !== undefined;
  const handoffHours = known ? hoursOf(handoffs) : null;
  // Where no source says who had the items, nobody knows how often they were handed on.
  const hasPeople = facts.length === 0 || facts.some(({ timeline }) => timeline.assignments !== null);
  const handoffLine = {
    line: 'handoffs',
    quantity: hasPeople ? handoffs.length : null,
    unit: 'handoffs',
    hours: hasPeople ? handoffHours : null,
    cost: hasPeople && known ? costOf(handoffs) : null,
    share: hasPeople ? share(handoffHours, labourHours) : null,
  };
  const delayLine = (line: Line) => {
    const days = daysOf(delays, line);
    const money = costOf(delays.filter((bit) => bit.line === line));
    return line === 'paused'
      ? { line, quantity: days, unit: 'days', hours: null, cost: null, share: null }
      : { line, quantity: days, unit: 'days', hours: null, cost: money, share: share(days, delayDays) };
  };

  const totals = {
    labourHours,
    labourCost: costOf(labour),
    wastedHours,
    wastedCost: costOf(wasted),
    delayDays,
    delayCost: costOf(delay),
  };

  /** The figures of one stage or one type. Money is that of the hours: labour and delay are not mixed. */
  const breakdown = (belongs: (bit: Labour | Delay) => boolean) => ({
    hours: hoursOf(labour.filter(belongs)),
    wastedHours: hoursOf(wasted.filter(belongs)),
    waitingDays: daysOf(delays.filter(belongs), 'waiting'),
    blockedDays: daysOf(delays.filter(belongs), 'blocked'),
    cost: costOf(labour.filter(belongs)),
  });
  const typeOf = (item: Facts) => item.timeline.fields.type ?? null;

  return {
    effort: cost.effort ?? 'shared',
    currency: cost.currency ?? null,
    lines: [
      labourLine('abandoned'),
      labourLine('rework'),
      handoffLine,
      delayLine('waiting'),
      delayLine('blocked'),
      delayLine('paused'),
    ].map(yearly),
    labour: {
      hours: labourHours,
      unassignedHours: hoursOf(labour.filter(({ unassigned }) => unassigned)),
      cost: totals.labourCost,
      wastedHours,
      wastedCost: totals.wastedCost,
      wastedShare: share(wastedHours, labourHours),
    },
    delay: { days: delayDays, cost: totals.delayCost },
    perYear:
      windowDays < 28
        ? null
        : Object.fromEntries(
            Object.entries(totals).map(([name, amount]) => [
              name,
              amount === null ? null : (amount * 365.25) / windowDays,
            ]),
          ),
    byStage: stages.map(({ stage }, place) => ({ stage, ...breakdown((bit) => bit.stage === place) })),
    byType: [...new Set(facts.map(typeOf))].map((type) => ({
      type,
      ...breakdown((bit) => typeOf(bit.facts) === type),
    })),
  };
}

interface ReferenceMonth {
  month: string;
  complete: boolean;
  hours: number;
  wastedHours: number;
  cost: number | null;
  wastedCost: number | null;
  delayCost: number | null;
  lines: { line: string; quantity: number | null; hours: number | null; cost: number | null }[];
}

/** The window's waste, and that of each local month as if it were the window, cut to it. */
export function wasteMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const byMonth: ReferenceMonth[] = [];
  const { sprint, timeZone } = settings;
  for (
    let date = periodStart(localDateOf(window.from, timeZone), 'month', sprint);
    startOfDate(date, timeZone) < window.to;
    date = periodEnd(date, 'month', sprint)
  ) {
    const start = startOfDate(date, timeZone);
    const end = startOfDate(periodEnd(date, 'month', sprint), timeZone);
    const within = { from: Math.max(window.from, start), to: Math.min(window.to, end) };
    const { delay, labour, lines } = wasteWithin(facts, within, stages, settings, clock);
    byMonth.push({
      month: date.slice(0, 7),
      complete: start >= window.from && end <= window.to,
      hours: labour.hours,
      wastedHours: labour.wastedHours,
      cost: labour.cost,
      wastedCost: labour.wastedCost,
      delayCost: delay.cost,
      lines: lines.map(({ cost, hours, line, quantity }) => ({ line, quantity, hours, cost })),
    });
  }
  return { ...wasteWithin(facts, window, stages, settings, clock), byMonth };
}
