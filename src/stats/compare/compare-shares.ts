import { RandomStream } from '../random/index.ts';
import { percentileEnds, RESAMPLES } from './bootstrap.ts';
import type { CompareOptions } from './compare-durations.ts';
import { exchangeWeeks, type Parts } from './exchange.ts';
import { standardErrorsSeen } from './hodges-lehmann.ts';
import { type TooFew, tooFewExchanges, tooFewItems } from './too-few.ts';

/** Of each week the sum and what it is a share of: active and all time, items sent back and all items. */
export interface ShareSide extends Parts {
  /** How many items it is about. */
  items: number;
}

export interface ShareComparison {
  tooFew: TooFew | null;
  weeks: { a: number; b: number };
  /** Ratios of the sums; null where there is nothing to divide by. */
  a: number | null;
  b: number | null;
  difference: number | null;
  /** 95 % interval of the difference, by resampling the weeks of each side. */
  interval: [number, number] | null;
  ratio: number | null;
  ratioInterval: [number, number] | null;
  p: number | null;
  /** From which ratio on so many weeks would have shown it; null where A is 0 or a side has one week only. */
  detectableRatio: number | null;
}

/**
 * Whether a share of B is larger than that of A, by an exchange of weeks.
 *
 * @param first weeks in the order of time; of `swapped` ones both sides have the same, with 0 and 0 where one has nothing
 */
export function compareShares(first: ShareSide, second: ShareSide, options: CompareOptions = {}): ShareComparison {
  const { design = 'dealt', comparisons = 1, seed = 1, name = '', resamples = RESAMPLES } = options;
  const [busyA, busyB] = [busy(first), busy(second)];
  const [a, b] = design === 'dealt' ? [busyA, busyB] : [either(first, second), either(second, first)];
  const exchange = exchangeWeeks(a, b, design, RandomStream.named(seed, `compare ${name} exchange`));
  const weeks = [busyA.sums.length, busyB.sums.length] as const;
  const tooFew =
    tooFewItems([first.items, second.items], weeks, design) ?? tooFewExchanges(exchange.leastP, comparisons);
  const [shareA, shareB] = [shareOf(busyA), shareOf(busyB)];
  const known = shareA !== null && shareB !== null;
  const draws = resampled(busyA, busyB, known ? resamples : 0, RandomStream.named(seed, `compare ${name} resampling`));
  return {
    tooFew,
    weeks: { a: weeks[0], b: weeks[1] },
    a: shareA,
    b: shareB,
    difference: known ? shareB - shareA : null,
    interval: endsOf(draws.differences),
    ratio: known && shareA > 0 ? shareB / shareA : null,
    ratioInterval: endsOf(draws.ratios),
    p: tooFew === null ? exchange.p : null,
    detectableRatio: known ? detectable(busyA, busyB, shareA, shareB, comparisons) : null,
  };
}

/** As of counts: 1 + standard errors ÷ A's share. */
function detectable(a: Parts, b: Parts, shareA: number, shareB: number, comparisons: number): number | null {
  const degrees = a.sums.length + b.sums.length - 2;
  if (a.sums.length < 2 || b.sums.length < 2 || !(shareA > 0)) return null;
  const error = Math.sqrt(ratioVariance(a, shareA) + ratioVariance(b, shareB));
  return 1 + (error * standardErrorsSeen(degrees, comparisons)) / shareA;
}

/**
 * The variance of a ratio of sums over weeks: W ÷ (W − 1) times the sum of the squared residuals, ÷ the whole squared (W. G.
 * Cochran, "Sampling Techniques", 1977, § 6.3).
 */
function ratioVariance({ sums, wholes }: Parts, share: number): number {
  const count = sums.length;
  let whole = 0;
  for (let week = 0; week < count; week++) whole += wholes[week] as number;
  let squares = 0;
  // Divided before they are squared: the square of a very small whole would be 0.
  for (let week = 0; week < count; week++) {
    squares += (((sums[week] as number) - share * (wholes[week] as number)) / whole) ** 2;
  }
  return (count / (count - 1)) * squares;
}

/** The weeks that have something to divide by. */
function busy({ sums, wholes }: Parts): Parts & { sums: Float64Array; wholes: Float64Array } {
  const kept = Array.from(wholes, (_, index) => index).filter((index) => (wholes[index] as number) > 0);
  return {
    sums: Float64Array.from(kept, (index) => sums[index] as number),
    wholes: Float64Array.from(kept, (index) => wholes[index] as number),
  };
}

/** The weeks that one side or the other has something in. */
function either({ sums, wholes }: Parts, other: Parts): Parts {
  const kept = Array.from(wholes, (_, week) => week).filter(
    (week) => (wholes[week] as number) > 0 || (other.wholes[week] as number) > 0,
  );
  return { sums: kept.map((week) => sums[week] as number), wholes: kept.map((week) => wholes[week] as number) };
}

function shareOf({ sums, wholes }: { sums: Float64Array; wholes: Float64Array }): number | null {
  const whole = wholes.reduce((total, one) => total + one, 0);
  const share = sums.reduce((total, one) => total + one, 0) / whole;
  return Number.isFinite(share) ? share : null;
}

/**
 * A draw that has nothing to divide by may be any number: it counts as the least for the one end, as the most for the
 * other. Null where an end is then none.
 */
function endsOf(draws: Float64Array): [number, number] | null {
  const low = percentileEnds(draws.map((draw) => (Number.isNaN(draw) ? Number.NEGATIVE_INFINITY : draw)))?.[0];
  const high = percentileEnds(draws.map((draw) => (Number.isNaN(draw) ? Number.POSITIVE_INFINITY : draw)))?.[1];
  return low === undefined || high === undefined || !Number.isFinite(low + high) ? null : [low, high];
}

function resampled(a: Parts, b: Parts, resamples: number, stream: RandomStream) {
  const differences = new Float64Array(resamples);
  const ratios = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    const [ofA, ofB] = [drawn(a, stream), drawn(b, stream)];
    differences[draw] = ofB - ofA;
    ratios[draw] = ofB / ofA;
  }
  return { differences, ratios };
}

/** The share of as many weeks, drawn with replacement. */
function drawn({ sums, wholes }: Parts, stream: RandomStream): number {
  let [sum, whole] = [0, 0];
  for (let draw = 0; draw < sums.length; draw++) {
    const week = stream.below(sums.length);
    sum += sums[week] as number;
    whole += wholes[week] as number;
  }
  return sum / whole;
}
