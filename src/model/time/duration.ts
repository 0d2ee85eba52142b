import type { Basis } from '../settings.ts';
import type { Calendar } from './calendar.ts';
import { DAY_MS } from './units.ts';
import type { Zone } from './zone.ts';

/** How long it is from one instant to another, in the basis of the analysis. */
export class Duration {
  readonly basis: Basis;
  /** Milliseconds of one day: 24 hours elapsed, or the calendar's full working day. */
  readonly dayMs: number;
  /** Milliseconds of the calendar's full working day, whatever the basis. */
  readonly fullDayMs: number;
  readonly #calendar: Calendar;
  readonly #zone: Zone;
  readonly #working: boolean;

  constructor(basis: Basis, calendar: Calendar, zone: Zone) {
    this.basis = basis;
    this.#calendar = calendar;
    this.#zone = zone;
    this.#working = basis === 'working';
    this.fullDayMs = calendar.fullDayMs;
    this.dayMs = this.#working ? calendar.fullDayMs : DAY_MS;
  }

  /** Milliseconds, elapsed or working; `inclusive` counts days only for whole spans, so its parts are elapsed. */
  between(from: number, to: number): number {
    return this.#working ? this.#calendar.between(from, to) : to - from;
  }

  /**
   * A cycle time, lead time or age in days.
   * @param withoutMs time taken out of it, in milliseconds of the basis; not out of inclusive days
   */
  spanDays(from: number, to: number, withoutMs: number): number {
    if (this.basis === 'inclusive') return this.#zone.dayOf(to) - this.#zone.dayOf(from) + 1;
    return (this.between(from, to) - withoutMs) / this.dayMs;
  }
}
