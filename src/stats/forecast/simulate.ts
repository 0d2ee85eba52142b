import { weekdayOf, weekStart } from '../../model/time/calendar-days.ts';
import { gammaDraw, RandomStream } from '../random/index.ts';
import { type WeeklyHistory, weekTotals } from './history.ts';
import { type DrawUnits, drawUnits } from './units.ts';
import { type WeekShape, type WorkingDays, weekShape } from './working-days.ts';

/** Beyond this, nobody can say. */
export const MOST_WEEKS = 156;
/** What the rate changes by, from week to week: the standard deviation of its logarithm. */
const DRIFT = 0.04;

/** How the work that is left changes on the way. */
export type Scope = { kind: 'none' } | { kind: 'growth' } | { kind: 'factor'; from: number; to: number };

export interface Plan {
  /** The first day that brings anything. */
  startDay: number;
  /** Items that are left; null if nobody asks when they are done. */
  items: number | null;
  scope: Scope;
  /** Days at whose end to count what is done, ascending, none before the first day. */
  countDays: readonly number[];
  known: WorkingDays | null;
}

export interface Trials {
  /** The day at whose end nothing is left, for each trial; infinite where that is not within three years. */
  endDays: Float64Array;
  /** For each of the days asked for, what each trial has done. */
  done: Float64Array[];
}

/**
 * Futures drawn from past weeks: for each trial the chances of the weeks (see `drawUnits`), then week by week one of them,
 * its counts multiplied by e^z, where z is a random walk. Counts are summed as they are and made whole by one random
 * fraction of the trial, so that they stay right on average. A trial is the same whatever is asked of it.
 */
export function simulate(history: WeeklyHistory, plan: Plan, seed: number, trials: number): Trials {
  const units = drawUnits(history);
  const lastCount = plan.countDays.at(-1) ?? plan.startDay - 1;
  const result: Trials = {
    endDays: new Float64Array(trials).fill(Number.POSITIVE_INFINITY),
    done: plan.countDays.map(() => new Float64Array(trials)),
  };
  const stream = RandomStream.named(seed, 'forecast');
  const shared = {
    cumulative: new Float64Array(units.starts.length),
    daily: new Float64Array(7),
    totals: weekTotals(history),
  };
  const shapes = futureShapes(plan);
  for (let trial = 0; trial < trials; trial++) {
    const own = stream.branch();
    const future = new Future(history, units, plan, own, shared);
    for (const shape of shapes) {
      if (future.over && future.day > lastCount) break;
      future.week(shape, result.done, trial);
    }
    result.endDays[trial] = future.endDay;
  }
  return result;
}

/** What holidays make of the weeks to come. */
function futureShapes({ startDay, known, countDays }: Plan): WeekShape[] {
  const first = weekStart(startDay);
  const days = Math.max(startDay + 7 * MOST_WEEKS, (countDays.at(-1) ?? 0) + 1) - first;
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => weekShape(first + 7 * week, known));
}

/** What all trials use, one after the other. */
interface Shared {
  /** The chances of the units, summed up. */
  cumulative: Float64Array;
  /** The counts of a week. */
  daily: Float64Array;
  /** What finished in each week of the history. */
  totals: Float64Array;
}

/** One trial, on its way through the weeks. */
class Future {
  day: number;
  endDay = Number.POSITIVE_INFINITY;
  readonly #history: WeeklyHistory;
  readonly #units: DrawUnits;
  readonly #plan: Plan;
  readonly #stream: RandomStream;
  readonly #cumulative: Float64Array;
  readonly #daily: Float64Array;
  readonly #totals: Float64Array;
  readonly #lastDay: number;
  /** The week of a unit that comes next, and the one that the unit started with. */
  #place: number;
  #unit = 0;
  #drift = 0;
  /** What is done, the random fraction included; and what has to be. */
  #done: number;
  #goal: number;
  #counted = 0;

  constructor(
    history: WeeklyHistory,
    units: DrawUnits,
    plan: Plan,
    stream: RandomStream,
    { cumulative, daily, totals }: Shared,
  ) {
    this.#history = history;
    this.#units = units;
    this.#plan = plan;
    this.#stream = stream;
    this.#cumulative = cumulative;
    this.#daily = daily;
    this.#totals = totals;
    this.day = plan.startDay;
    this.#lastDay = plan.startDay + 7 * MOST_WEEKS - 1;
    // The week that follows the history is the first of a pair.
    this.#place = ((weekStart(plan.startDay) - history.end) / 7) % units.size;
    this.#done = stream.uniform();
    this.#goal = goalOf(plan, stream.uniform());
    drawChances(cumulative, units.shapes, stream);
    if (this.#place > 0) this.#unit = this.#draw();
  }

  /** Whether nothing more is asked of it but counts. */
  get over(): boolean {
    return this.#plan.items === null || this.endDay < Number.POSITIVE_INFINITY || this.day > this.#lastDay;
  }

  /** The rest of the week in which it stands. */
  week(shape: WeekShape, counts: readonly Float64Array[], trial: number): void {
    if (this.#place === 0) this.#unit = this.#draw();
    const week = this.#unit + this.#place;
    if (++this.#place === this.#units.size) this.#place = 0;
    const weekday = weekdayOf(this.day);
    if (weekday === 0) this.#drift += DRIFT * this.#stream.normal();
    const rate = shape.share * Math.exp(this.#drift);
    const { countDays, scope } = this.#plan;
    const atEnd = this.#done + rate * (this.#totals[week] as number);
    const counted = (countDays[this.#counted] ?? Number.POSITIVE_INFINITY) < this.day + 7;
    // Most weeks end nothing and are not looked into.
    if (weekday === 0 && !counted && scope.kind !== 'growth' && (this.over || Math.floor(atEnd) < this.#goal)) {
      this.day += 7;
      this.#done = atEnd;
      return;
    }
    this.#dayByDay(week, weekday, rate, shape, counts, trial);
    // To the last digit as if it had not been looked into: a trial is the same whatever is asked of it.
    if (weekday === 0) this.#done = atEnd;
  }

  #dayByDay(
    week: number,
    weekday: number,
    rate: number,
    { moved }: WeekShape,
    counts: readonly Float64Array[],
    trial: number,
  ): void {
    const { finished, added } = this.#history;
    const { countDays, scope } = this.#plan;
    const daily = this.#daily.fill(0);
    for (let at = 0; at < 7; at++) daily[moved[at] as number]! += finished[7 * week + at] as number;
    const start = this.#done;
    let sum = 0;
    for (let at = weekday; at < 7; at++, this.day++) {
      sum += daily[at] as number;
      this.#done = start + rate * sum;
      if (scope.kind === 'growth') this.#goal += added?.[7 * week + at] ?? 0;
      if (!this.over && Math.floor(this.#done) >= this.#goal) this.endDay = this.day;
      while (countDays[this.#counted] === this.day) {
        (counts[this.#counted++] as Float64Array)[trial] = Math.floor(this.#done);
      }
    }
  }

  /** The first week of a unit, by the chances of this trial. */
  #draw(): number {
    const cumulative = this.#cumulative;
    const last = cumulative.length - 1;
    const at = this.#stream.uniform() * (cumulative[last] as number);
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return this.#units.starts[low] as number;
  }
}

function goalOf({ items, scope }: Plan, uniform: number): number {
  if (items === null) return Number.POSITIVE_INFINITY;
  if (scope.kind !== 'factor') return items;
  return Math.ceil(items * (scope.from + uniform * (scope.to - scope.from)) - 1e-9);
}

/** Chances of the Dirichlet distribution, summed up: gamma numbers, whose sum need not be 1. */
function drawChances(cumulative: Float64Array, shapes: Float64Array, stream: RandomStream): void {
  let sum = 0;
  for (let unit = 0; unit < shapes.length; unit++) {
    sum += gammaDraw(stream, shapes[unit] as number);
    cumulative[unit] = sum;
  }
  if (sum > 0) return;
  // Every number so small that none is left: the chances are their means.
  for (let unit = 0; unit < shapes.length; unit++) {
    sum += shapes[unit] as number;
    cumulative[unit] = sum;
  }
}
