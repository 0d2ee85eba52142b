import { firstAfter, type Steps } from './landmark-steps.ts';
import { TOLERANCE } from './survival-percentile.ts';

/** So many items of any stage stand beside those of the item's own. */
const WEIGHT_OF_ALL = 5;

/**
 * Two survival curves as one: (r · own + 5 · all) ÷ (r + 5), with r items in the own stage. The curve of all is worth five
 * items: a stage that few have seen says little, one that many have seen says nearly all (a Dirichlet prior of weight 5, as
 * V. Susarla and J. Van Ryzin, "Nonparametric Bayesian estimation of survival curves", JASA 71, 1976).
 */
export class Blend {
  readonly #own: Steps;
  readonly #all: Steps;
  readonly #weight: number;

  constructor(own: Steps, all: Steps) {
    this.#own = own;
    this.#all = all;
    this.#weight = own.count / (own.count + WEIGHT_OF_ALL);
  }

  /** The share that lasts longer than an age. */
  beyond(age: number): number {
    return this.#weight * shareAt(this.#own, age) + (1 - this.#weight) * shareAt(this.#all, age);
  }

  /** The age by which a share has finished, as `survivalPercentile` has it; null where the curve does not come down to it. */
  percentile(percent: number): number | null {
    const rest = 1 - percent / 100;
    const age = Math.min(this.#firstStep(this.#own, rest), this.#firstStep(this.#all, rest));
    if (age === Number.POSITIVE_INFINITY) return null;
    if (Math.abs(this.beyond(age) - rest) > TOLERANCE) return age;
    const next = Math.min(nextStep(this.#own, age), nextStep(this.#all, age));
    return next === Number.POSITIVE_INFINITY ? age : (age + next) / 2;
  }

  /** The first step of a curve at which no more than the rest lasts longer. */
  #firstStep(steps: Steps, rest: number): number {
    let low = steps.from;
    let high = steps.to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.beyond(steps.times[middle] as number) <= rest + TOLERANCE) high = middle;
      else low = middle + 1;
    }
    return low < steps.to ? (steps.times[low] as number) : Number.POSITIVE_INFINITY;
  }
}

function shareAt(steps: Steps, age: number): number {
  const next = firstAfter(steps.times, age, steps.from, steps.to);
  return next === steps.from ? 1 : (steps.survival[next - 1] as number) / steps.scale;
}

function nextStep(steps: Steps, age: number): number {
  const next = firstAfter(steps.times, age, steps.from, steps.to);
  return next < steps.to ? (steps.times[next] as number) : Number.POSITIVE_INFINITY;
}
