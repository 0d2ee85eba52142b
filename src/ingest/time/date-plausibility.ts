import { DAY_MS } from '../../model/time/units.ts';
import type { DayMonthOrder } from './date-order.ts';

/** Names of instants in the order in which they happen to an item. */
const STEPS: readonly RegExp[] = [
  /^(?:date)?(?:created|creation|opened|submitted|reported)|^(?:erstellt|angelegt|cread[ao]|criad[ao]|créé|création)/,
  /^(?:date)?(?:started|start|activated|begin|inprogress)/,
  /^(?:date)?(?:finished|finish|closed|completed|complete|resolved|done|end)|^(?:erledigt|gelöst|resuelt[ao]|resolvid[ao]|résolue?)/,
  // Jira: since when the status is one of the done ones.
  /^(?:statuscategorychanged|statuskategoriegeändert)/,
  /^(?:date)?(?:updated|lastmodified|modified|lastupdated)|^(?:aktualisiert|a[ct]?tualizad[ao]|miseàjour|misàjour)/,
];

/** Columns of timestamps whose order in a row is known. */
export interface PlausibilityRule {
  /** Positions of the columns, earliest first. */
  columns: readonly number[];
}

/**
 * The rule for columns of these names: by what the names mean; by the order of the file if two or more mean nothing known
 * (stages).
 * @param names as `headerKey` writes them
 */
export function plausibilityRule(names: readonly string[]): PlausibilityRule {
  const steps = names.map((name) => STEPS.findIndex((step) => step.test(name)));
  const columns = names.map((_, position) => position);
  if (steps.filter((step) => step === -1).length >= 2) return { columns };
  // A name without a place of its own (the time of a change) comes between the creation and the end.
  const rank = (position: number) => (steps[position] === -1 ? 1 : (steps[position] as number));
  return { columns: columns.sort((a, b) => rank(a) - rank(b) || a - b) };
}

/** Counts what is implausible: dates of a row that step back, and dates later than a day from now. */
export class PlausibilityCount {
  dmy = 0;
  mdy = 0;
  readonly #rule: PlausibilityRule;
  readonly #latest: number;

  /** @param now epoch milliseconds */
  constructor(rule: PlausibilityRule, now: number) {
    this.#rule = rule;
    this.#latest = now + DAY_MS;
  }

  /** @param dmy a row's instants read with the day first, NaN where there is none; `mdy` likewise */
  row(dmy: readonly number[], mdy: readonly number[]): void {
    this.dmy += this.#violations(dmy);
    this.mdy += this.#violations(mdy);
  }

  /** The order that is at least 3 violations better; null if none is. */
  verdict(): DayMonthOrder | null {
    if (this.dmy + 3 <= this.mdy) return 'dmy';
    return this.mdy + 3 <= this.dmy ? 'mdy' : null;
  }

  #violations(instants: readonly number[]): number {
    let count = 0;
    let previous = Number.NEGATIVE_INFINITY;
    for (const column of this.#rule.columns) {
      const at = instants[column] as number;
      if (Number.isNaN(at)) continue;
      if (at < previous) count++;
      if (at > this.#latest) count++;
      previous = at;
    }
    return count;
  }
}
