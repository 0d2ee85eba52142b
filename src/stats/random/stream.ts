import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { stateOf } from './state.ts';

/**
 * Random numbers for one use: the same seed and name give the same numbers, and another name gives others, so that one
 * more figure changes no other. The generator is xoroshiro128+ (D. Blackman and S. Vigna, "Scrambled linear
 * pseudorandom number generators", ACM TOMS 47, 2021) of pure-rand.
 */
export class RandomStream {
  readonly #generator: RandomGenerator;
  /** The second of two normal numbers that one draw gave; NaN if there is none. */
  #spare = Number.NaN;

  private constructor(state: readonly number[]) {
    this.#generator = xoroshiro128plusFromState(state);
  }

  /** @param name of the use: `forecast`, `compare cycleTime` */
  static named(seed: number, name: string): RandomStream {
    return new RandomStream(stateOf(`${seed} ${name}`));
  }

  /** A stream of its own, for a part of this use: whatever it draws, this one goes on the same. */
  branch(): RandomStream {
    const { next } = this;
    return new RandomStream([next(), next(), next(), next() | 1]);
  }

  /** 32 random bits, signed. */
  next = (): number => this.#generator.next();

  /** From 0 (included) to 1 (not included). */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** A whole number from 0 to below the count, each as likely. */
  below(count: number): number {
    return uniformInt(this.#generator, 0, count - 1);
  }

  /** Of mean 0 and variance 1, by the polar method (G. Marsaglia and T. A. Bray, SIAM Review 6, 1964). */
  normal(): number {
    const spare = this.#spare;
    if (!Number.isNaN(spare)) {
      this.#spare = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * factor;
      return x * factor;
    }
  }
}
