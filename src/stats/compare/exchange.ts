import type { RandomStream } from '../random/index.ts';
import type { Design } from './samples.ts';

/** Up to so many exchanges are gone through; of more, so many are drawn. */
const MOST_ENUMERATED = 50_000;
const SAMPLED = 10_000;
/** What rounding leaves between equal statistics. */
const TOLERANCE = 1e-9;

/** For each week (or period) a sum and what it is divided by: values and their number, times and their wholes. */
export interface Parts {
  sums: ArrayLike<number>;
  wholes: ArrayLike<number>;
}

export interface Exchange {
  /** B's ratio of sums less A's. */
  difference: number;
  /** The share of exchanges with a difference at least as far from 0; null if a side has nothing. */
  p: number | null;
  /** The least p that so many weeks can give. */
  leastP: number;
  enumerated: boolean;
}

/**
 * The randomization test of weeks between two sides (R. A. Fisher, "The Design of Experiments", 1935; E. S. Edgington and P.
 * Onghena, "Randomization Tests", 2007): all exchanges if there are up to 50,000 of them, the observed one included; else
 * 10,000 drawn, p = (1 + #) ÷ 10,001.
 *
 * @param design `swapped`: both sides have the same weeks in the same places, one without values with 0 and 0
 */
export function exchangeWeeks(a: Parts, b: Parts, design: Design, stream: RandomStream): Exchange {
  const [countA, countB] = [a.sums.length, b.sums.length];
  const [totalA, totalB] = [totalsOf(a), totalsOf(b)];
  const difference = totalB.sum / totalB.whole - totalA.sum / totalA.whole;
  const count = design === 'swapped' ? 2 ** countA : choose(countA + countB, countA);
  const enumerated = count <= MOST_ENUMERATED;
  const mirrored = design === 'swapped' || countA === countB;
  const leastP = enumerated ? Math.min(1, (mirrored ? 2 : 1) / count) : 1 / (SAMPLED + 1);
  if (!Number.isFinite(difference)) return { difference: 0, p: null, leastP, enumerated };
  const judge = new Judge(Math.abs(difference), totalA, totalB);
  if (design === 'swapped') swapAll(a, b, judge, enumerated ? null : stream);
  else dealAll(a, b, judge, enumerated ? null : stream);
  const p = enumerated ? judge.far / judge.seen : (1 + judge.far) / (1 + judge.seen);
  return { difference, p, leastP, enumerated };
}

/** Counts exchanges that come as far from 0 as the observed one. */
class Judge {
  seen = 0;
  far = 0;
  readonly #least: number;
  readonly #sum: number;
  readonly #whole: number;

  constructor(observed: number, a: { sum: number; whole: number }, b: { sum: number; whole: number }) {
    this.#least = observed - TOLERANCE * Math.max(1, observed);
    this.#sum = a.sum + b.sum;
    this.#whole = a.whole + b.whole;
  }

  /** @param sum of what one side has in this exchange; the rest is the other's */
  take(sum: number, whole: number): void {
    this.seen++;
    const difference = (this.#sum - sum) / (this.#whole - whole) - sum / whole;
    // With nothing on one side nothing speaks against it: it counts as far, which errs to caution.
    if (!(Math.abs(difference) < this.#least)) this.far++;
  }
}

function dealAll(a: Parts, b: Parts, judge: Judge, stream: RandomStream | null): void {
  const sums = Float64Array.from([...Array.from(a.sums), ...Array.from(b.sums)]);
  const wholes = Float64Array.from([...Array.from(a.wholes), ...Array.from(b.wholes)]);
  // Which side is dealt makes no difference to |T|, so it is the smaller one.
  const dealt = Math.min(a.sums.length, b.sums.length);
  if (stream === null) {
    deal(sums, wholes, judge, 0, dealt, 0, 0);
    return;
  }
  const order = Uint32Array.from(sums.keys());
  for (let draw = 0; draw < SAMPLED; draw++) {
    let [sum, whole] = [0, 0];
    for (let at = 0; at < dealt; at++) {
      const other = at + stream.below(order.length - at);
      const week = order[other] as number;
      order[other] = order[at] as number;
      order[at] = week;
      sum += sums[week] as number;
      whole += wholes[week] as number;
    }
    judge.take(sum, whole);
  }
}

/** Every way to give so many of the weeks from one place on to one side. */
function deal(
  sums: Float64Array,
  wholes: Float64Array,
  judge: Judge,
  from: number,
  left: number,
  sum: number,
  whole: number,
): void {
  if (left === 0) {
    judge.take(sum, whole);
    return;
  }
  for (let at = from; at <= sums.length - left; at++) {
    deal(sums, wholes, judge, at + 1, left - 1, sum + (sums[at] as number), whole + (wholes[at] as number));
  }
}

function swapAll(a: Parts, b: Parts, judge: Judge, stream: RandomStream | null): void {
  const count = a.sums.length;
  const draws = stream === null ? 2 ** count : SAMPLED;
  for (let draw = 0; draw < draws; draw++) {
    let [sum, whole] = [0, 0];
    for (let week = 0; week < count; week++) {
      const swapped = stream === null ? (draw >>> week) & 1 : stream.next() < 0;
      const side = swapped ? b : a;
      sum += side.sums[week] as number;
      whole += side.wholes[week] as number;
    }
    judge.take(sum, whole);
  }
}

function totalsOf({ sums, wholes }: Parts): { sum: number; whole: number } {
  let [sum, whole] = [0, 0];
  for (let index = 0; index < sums.length; index++) {
    sum += sums[index] as number;
    whole += wholes[index] as number;
  }
  return { sum, whole };
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let at = 1; at <= Math.min(k, n - k); at++) result = (result * (n - at + 1)) / at;
  return Math.round(result);
}
