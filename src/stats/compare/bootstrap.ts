import { type PercentileMethod, percentilePosition, percentiles } from '../quantile.ts';
import type { RandomStream } from '../random/index.ts';

/** Resamples unless told otherwise. */
export const RESAMPLES = 10_000;

/** Percentiles of one side, again and again: each time of as many of its weeks, drawn with replacement. */
export class WeekResampler {
  readonly #values: Float64Array;
  /** The place of each value's week among the weeks, and how many values each has. */
  readonly #places: Int32Array;
  readonly #sizes: Int32Array;
  readonly #times: Int32Array;

  constructor(values: Float64Array, weeks: Float64Array) {
    const order = Uint32Array.from(values.keys()).sort(
      (a, b) => (values[a] as number) - (values[b] as number) || a - b,
    );
    const known = new Map([...new Set(weeks)].sort((a, b) => a - b).map((week, place) => [week, place]));
    this.#values = Float64Array.from(order, (index) => values[index] as number);
    this.#places = Int32Array.from(order, (index) => known.get(weeks[index] as number) as number);
    this.#sizes = new Int32Array(known.size);
    for (const place of this.#places) this.#sizes[place]!++;
    this.#times = new Int32Array(known.size);
  }

  /** Draws weeks and writes the percentiles (ascending) of their values. */
  draw(stream: RandomStream, percents: readonly number[], method: PercentileMethod, into: Float64Array): void {
    const times = this.#times.fill(0);
    let count = 0;
    for (let draw = 0; draw < times.length; draw++) {
      const place = stream.below(times.length);
      times[place]!++;
      count += this.#sizes[place] as number;
    }
    let at = -1;
    let upTo = 0;
    // The value at a rank from 0: the first with more than that many up to it.
    const valueAt = (rank: number): number => {
      while (upTo <= rank) upTo += times[this.#places[++at] as number] as number;
      return this.#values[at] as number;
    };
    let lastBelow = -1;
    let low = 0;
    for (let index = 0; index < percents.length; index++) {
      const position = percentilePosition(percents[index] as number, count, method);
      const below = Math.floor(position);
      // The value after it may have been read already, for a percent before this one.
      low = below === lastBelow ? low : valueAt(below);
      lastBelow = below;
      const high = position > below ? valueAt(below + 1) : low;
      into[index] = low + (position - below) * (high - low);
    }
  }
}

/** The 2.5th and the 97.5th percentile of what resampling gave (B. Efron, Annals of Statistics 7, 1979); null without any. */
export function percentileEnds(draws: Float64Array): [number, number] | null {
  if (draws.length === 0) return null;
  return percentiles(draws, [2.5, 97.5], 'linear') as [number, number];
}
