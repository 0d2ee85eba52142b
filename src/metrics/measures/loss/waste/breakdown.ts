/** The lines that charged hours may belong to. */
export const NO_WASTE = 0;
export const ABANDONED = 1;
export const REWORK = 2;

/** The place of each amount. */
const CHARGED_HOURS = 0;
const CHARGED_COST = 1;
const UNASSIGNED_HOURS = 2;
const ABANDONED_HOURS = 3;
const ABANDONED_COST = 4;
const REWORK_HOURS = 5;
const REWORK_COST = 6;
const HANDOFFS = 7;
const HANDOFF_HOURS = 8;
const HANDOFF_COST = 9;
const WAITING_DAYS = 10;
const WAITING_COST = 11;
const BLOCKED_DAYS = 12;
const BLOCKED_COST = 13;
const PAUSED_DAYS = 14;
const AMOUNTS = 15;

/**
 * What an item, a stage, a type, a month or everything costs, line by line. Money is NaN where part of it has no rate.
 *
 * The amounts are a column: numbers that are added to a million times would each be an object of their own as fields.
 */
export class Breakdown {
  readonly #amounts = new Float64Array(AMOUNTS);

  /** Charged hours, without hand-offs. */
  get chargedHours(): number {
    return this.#amounts[CHARGED_HOURS] as number;
  }

  get chargedCost(): number {
    return this.#amounts[CHARGED_COST] as number;
  }

  get unassignedHours(): number {
    return this.#amounts[UNASSIGNED_HOURS] as number;
  }

  /** Those of the charged hours that are waste. */
  get abandonedHours(): number {
    return this.#amounts[ABANDONED_HOURS] as number;
  }

  get abandonedCost(): number {
    return this.#amounts[ABANDONED_COST] as number;
  }

  get reworkHours(): number {
    return this.#amounts[REWORK_HOURS] as number;
  }

  get reworkCost(): number {
    return this.#amounts[REWORK_COST] as number;
  }

  get handoffs(): number {
    return this.#amounts[HANDOFFS] as number;
  }

  /** Hours of hand-offs, as far as the minutes of one are given. */
  get handoffHours(): number {
    return this.#amounts[HANDOFF_HOURS] as number;
  }

  get handoffCost(): number {
    return this.#amounts[HANDOFF_COST] as number;
  }

  get waitingDays(): number {
    return this.#amounts[WAITING_DAYS] as number;
  }

  get waitingCost(): number {
    return this.#amounts[WAITING_COST] as number;
  }

  get blockedDays(): number {
    return this.#amounts[BLOCKED_DAYS] as number;
  }

  get blockedCost(): number {
    return this.#amounts[BLOCKED_COST] as number;
  }

  get pausedDays(): number {
    return this.#amounts[PAUSED_DAYS] as number;
  }

  /** Labour: charged hours and those of hand-offs. */
  get hours(): number {
    return this.chargedHours + this.handoffHours;
  }

  get labourCost(): number {
    return this.chargedCost + this.handoffCost;
  }

  get wastedHours(): number {
    return this.abandonedHours + this.reworkHours + this.handoffHours;
  }

  get wastedCost(): number {
    return this.abandonedCost + this.reworkCost + this.handoffCost;
  }

  /** Delay: what costs money by the day. */
  get delayDays(): number {
    return this.waitingDays + this.blockedDays;
  }

  get delayCost(): number {
    return this.waitingCost + this.blockedCost;
  }

  get isEmpty(): boolean {
    return this.hours === 0 && this.handoffs === 0 && this.delayDays === 0 && this.pausedDays === 0;
  }

  addCharge(hours: number, cost: number, isUnassigned: boolean, line: number): void {
    const amounts = this.#amounts;
    amounts[CHARGED_HOURS]! += hours;
    amounts[CHARGED_COST]! += cost;
    if (isUnassigned) amounts[UNASSIGNED_HOURS]! += hours;
    if (line === ABANDONED) {
      amounts[ABANDONED_HOURS]! += hours;
      amounts[ABANDONED_COST]! += cost;
    } else if (line === REWORK) {
      amounts[REWORK_HOURS]! += hours;
      amounts[REWORK_COST]! += cost;
    }
  }

  /** @param hours NaN: how long one takes is not given */
  addHandoff(hours: number, cost: number): void {
    const amounts = this.#amounts;
    amounts[HANDOFFS]! += 1;
    if (Number.isNaN(hours)) return;
    amounts[HANDOFF_HOURS]! += hours;
    amounts[HANDOFF_COST]! += cost;
  }

  addDelay(waiting: number, waitingCost: number, blocked: number, blockedCost: number, paused: number): void {
    const amounts = this.#amounts;
    amounts[WAITING_DAYS]! += waiting;
    amounts[WAITING_COST]! += waitingCost;
    amounts[BLOCKED_DAYS]! += blocked;
    amounts[BLOCKED_COST]! += blockedCost;
    amounts[PAUSED_DAYS]! += paused;
  }

  clear(): void {
    this.#amounts.fill(0);
  }

  add(other: Breakdown): void {
    const amounts = this.#amounts;
    for (let index = 0; index < AMOUNTS; index++) amounts[index]! += other.#amounts[index] as number;
  }
}
