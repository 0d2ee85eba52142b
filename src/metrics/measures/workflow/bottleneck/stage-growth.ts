import type { Bottleneck } from '../../../../contract/bottleneck-schema.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { kindOfCode } from '../../../../model/workflow/stage-columns.ts';
import { signFlipChance } from '../../../../stats/index.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { FlowTally } from './flow-tally.ts';

/** A stage with fewer arrivals is not judged. */
const FEWEST_ENTRIES = 20;

/** What came into one stage and left it, part by part of the window. Lists are made when asked for: stages may be very many. */
export class StageGrowth {
  readonly entries: number;
  readonly exits: number;
  readonly wipAtStart: number;
  readonly #tally: FlowTally;
  readonly #stage: number;

  constructor(tally: FlowTally, stage: number) {
    this.#tally = tally;
    this.#stage = stage;
    this.entries = tally.entries[stage] as number;
    this.exits = tally.exits[stage] as number;
    this.wipAtStart = tally.wipAtStart[stage] as number;
  }

  /** Entries − exits of each part. */
  get differences(): number[] {
    return this.#tally.differencesOf(this.#stage);
  }

  /** Days of the visits that ended in the first half of the window. */
  get firstHalf(): Float64Array {
    return this.#tally.firstHalfOf(this.#stage);
  }

  get secondHalf(): Float64Array {
    return this.#tally.secondHalfOf(this.#stage);
  }

  get growth(): number {
    return this.entries - this.exits;
  }

  get halves(): [first: number, second: number] {
    const { differences } = this;
    const middle = differences.length / 2;
    const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
    return [sum(differences.slice(0, middle)), sum(differences.slice(middle))];
  }

  /** Enough of it was seen to judge. */
  get isKnown(): boolean {
    return this.#tally.parts > 0 && this.entries >= FEWEST_ENTRIES;
  }

  /** How likely at least so much growth is where arrivals and departures keep pace; null: not judged. */
  chance(): number | null {
    return this.isKnown ? signFlipChance(this.differences) : null;
  }

  /**
   * A third of the growth in the second half, so that it is no board that was filled at first, and a tenth in the first,
   * so that it is no rush at the end.
   */
  get isLasting(): boolean {
    const [first, second] = this.halves;
    return this.growth > 0 && first * 10 >= this.growth && second * 3 >= this.growth;
  }
}

export function growthFigures(
  { kinds, percentiles, window, workflow }: MetricInput,
  growth: StageGrowth,
  stage: number,
  judgement: { chance: number | null; grows: boolean },
  detail: boolean,
): Bottleneck['stages'][number] {
  const { differences, entries, exits, wipAtStart } = growth;
  const weeks = (window.to - window.from) / (7 * DAY_MS);
  const [first, second] = growth.halves;
  const known = differences.length > 0;
  const figures: Bottleneck['stages'][number] = {
    stage: workflow.stages[stage]?.name as string,
    kind: kindOfCode(kinds[stage] as number),
    verdict: judgement.chance === null ? 'too few' : judgement.grows ? 'grows' : 'steady',
    entries,
    exits,
    growth: growth.growth,
    load: ratio(entries, exits),
    growthPerWeek: weeks > 0 ? growth.growth / weeks : null,
    firstHalfGrowth: known ? first : null,
    secondHalfGrowth: known ? second : null,
    chance: judgement.chance,
    wipAtStart,
    wipAtEnd: wipAtStart + growth.growth,
    firstHalfVisitDays: medianOf(growth.firstHalf, percentiles),
    secondHalfVisitDays: medianOf(growth.secondHalf, percentiles),
  };
  if (detail) {
    let wip = wipAtStart;
    figures.wip = differences.map((difference) => {
      wip += difference;
      return wip;
    });
  }
  return figures;
}
