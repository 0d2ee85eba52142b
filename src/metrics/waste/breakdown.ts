/** The lines that charged hours may belong to. */
export const NO_WASTE = 0;
export const ABANDONED = 1;
export const REWORK = 2;

/** What an item, a stage, a type, a month or everything costs, line by line. Money is NaN where part of it has no rate. */
export class Breakdown {
  /** Charged hours, without hand-offs. */
  chargedHours = 0;
  chargedCost = 0;
  unassignedHours = 0;
  /** Those of the charged hours that are waste. */
  abandonedHours = 0;
  abandonedCost = 0;
  reworkHours = 0;
  reworkCost = 0;
  handoffs = 0;
  /** Hours of hand-offs, as far as the minutes of one are given. */
  handoffHours = 0;
  handoffCost = 0;
  waitingDays = 0;
  waitingCost = 0;
  blockedDays = 0;
  blockedCost = 0;
  pausedDays = 0;

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
    this.chargedHours += hours;
    this.chargedCost += cost;
    if (isUnassigned) this.unassignedHours += hours;
    if (line === ABANDONED) {
      this.abandonedHours += hours;
      this.abandonedCost += cost;
    } else if (line === REWORK) {
      this.reworkHours += hours;
      this.reworkCost += cost;
    }
  }

  /** @param hours NaN: how long one takes is not given */
  addHandoff(hours: number, cost: number): void {
    this.handoffs++;
    if (Number.isNaN(hours)) return;
    this.handoffHours += hours;
    this.handoffCost += cost;
  }

  addDelay(waiting: number, waitingCost: number, blocked: number, blockedCost: number, paused: number): void {
    this.waitingDays += waiting;
    this.waitingCost += waitingCost;
    this.blockedDays += blocked;
    this.blockedCost += blockedCost;
    this.pausedDays += paused;
  }

  clear(): void {
    this.chargedHours = 0;
    this.chargedCost = 0;
    this.unassignedHours = 0;
    this.abandonedHours = 0;
    this.abandonedCost = 0;
    this.reworkHours = 0;
    this.reworkCost = 0;
    this.handoffs = 0;
    this.handoffHours = 0;
    this.handoffCost = 0;
    this.waitingDays = 0;
    this.waitingCost = 0;
    this.blockedDays = 0;
    this.blockedCost = 0;
    this.pausedDays = 0;
  }

  add(other: Breakdown): void {
    this.chargedHours += other.chargedHours;
    this.chargedCost += other.chargedCost;
    this.unassignedHours += other.unassignedHours;
    this.abandonedHours += other.abandonedHours;
    this.abandonedCost += other.abandonedCost;
    this.reworkHours += other.reworkHours;
    this.reworkCost += other.reworkCost;
    this.handoffs += other.handoffs;
    this.handoffHours += other.handoffHours;
    this.handoffCost += other.handoffCost;
    this.addDelay(other.waitingDays, other.waitingCost, other.blockedDays, other.blockedCost, other.pausedDays);
  }
}
