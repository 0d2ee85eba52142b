/** What an item, a stage, a type or everything costs. Money is NaN where part of it has no rate. */
export class Breakdown {
  /** Charged hours, without hand-offs. */
  chargedHours = 0;
  /** Hours of hand-offs, as far as the minutes of one are given. */
  handoffHours = 0;
  unassignedHours = 0;
  /** Of both kinds of hours: abandoned, rework, hand-offs. */
  wastedHours = 0;
  labourCost = 0;
  wastedCost = 0;
  waitingDays = 0;
  blockedDays = 0;
  pausedDays = 0;
  delayCost = 0;

  /** Labour: charged hours and those of hand-offs. */
  get hours(): number {
    return this.chargedHours + this.handoffHours;
  }

  /** Delay: what costs money by the day. */
  get delayDays(): number {
    return this.waitingDays + this.blockedDays;
  }

  get isEmpty(): boolean {
    return this.hours === 0 && this.delayDays === 0 && this.pausedDays === 0;
  }

  add(other: Breakdown): void {
    this.chargedHours += other.chargedHours;
    this.handoffHours += other.handoffHours;
    this.unassignedHours += other.unassignedHours;
    this.wastedHours += other.wastedHours;
    this.labourCost += other.labourCost;
    this.wastedCost += other.wastedCost;
    this.waitingDays += other.waitingDays;
    this.blockedDays += other.blockedDays;
    this.pausedDays += other.pausedDays;
    this.delayCost += other.delayCost;
  }
}
