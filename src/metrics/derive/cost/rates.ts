import type { CostSettings } from '../../../model/settings.ts';
import { statusKey, type Workflow } from '../../../model/workflow/workflow.ts';
import type { Staff } from './staff.ts';

/** What an hour and a day of delay cost. NaN where no rate is given: what it prices is then unknown of itself. */
export class Rates {
  readonly #person: Float64Array;
  readonly #stage: Float64Array;
  readonly #delayOfType: ReadonlyMap<string, number>;
  readonly #delay: number;

  constructor(cost: CostSettings, staff: Staff, workflow: Workflow) {
    const ofPerson = new Map(Object.entries(cost.rates.assignee).map(([name, rate]) => [name.trim(), rate]));
    const ofStage = new Map(Object.entries(cost.rates.stage).map(([name, rate]) => [statusKey(name), rate]));
    this.#person = Float64Array.from(staff.names, (name) => ofPerson.get(name) ?? Number.NaN);
    this.#stage = Float64Array.from(
      workflow.stages,
      ({ name }) => ofStage.get(statusKey(name)) ?? cost.hourlyRate ?? Number.NaN,
    );
    this.#delayOfType = new Map(Object.entries(cost.delayPerDay.byType).map(([name, rate]) => [name.trim(), rate]));
    this.#delay = cost.delayPerDay.default ?? Number.NaN;
  }

  /** The person's own rate, else the stage's, else the one for all. A nameless person has none of their own. */
  hourly(person: number, stage: number): number {
    const own = person < this.#person.length ? (this.#person[person] as number) : Number.NaN;
    return Number.isNaN(own) ? (this.#stage[stage] as number) : own;
  }

  /** The highest rate of several people; NaN if one of them has none. */
  highest(people: Int32Array, stage: number): number {
    let highest = 0;
    for (const person of people) highest = Math.max(highest, this.hourly(person, stage));
    return highest;
  }

  /** A day of an item of this type. */
  delay(type: string | null): number {
    return (type === null ? undefined : this.#delayOfType.get(type)) ?? this.#delay;
  }
}

/** No time costs nothing, whatever the rate. */
export function priceOf(quantity: number, rate: number): number {
  return quantity === 0 ? 0 : quantity * rate;
}
