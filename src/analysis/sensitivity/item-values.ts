import type { Sensitivity } from '../../contract/statistics/sensitivity-schema.ts';
import { cycleTimeItems, finishedItems } from '../../metrics/derive/populations.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import type { Definition } from './definitions.ts';

/** What each item is in the figures, by its number; items that are in none are not there. */
export interface ItemValues {
  /** Cycle time, in days of the definition. */
  days: ReadonlyMap<number, number>;
  /** The share of its own time that is active. */
  efficiency: ReadonlyMap<number, number>;
}

/**
 * @param own what the cycle times are taken from
 * @param parts what the efficiencies are taken from
 */
export function itemValues(own: MetricInput, parts: MetricInput, definition: Definition): ItemValues {
  const { fromCreation } = definition;
  const column = fromCreation ? own.facts.leadTimeDays : own.facts.cycleTimeDays;
  const days = new Map<number, number>();
  for (const item of fromCreation ? finishedItems(own) : cycleTimeItems(own)) {
    const value = column[item] as number;
    if (!Number.isNaN(value)) days.set(item, value);
  }
  return { days, efficiency: efficiencies(parts, definition) };
}

function efficiencies(input: MetricInput, { settings, withoutBlocked }: Definition): Map<number, number> {
  const { activeMs, blockedMs, partsUnknown, pausedMs, waitingMs } = input.facts;
  const shares = new Map<number, number>();
  for (const item of cycleTimeItems(input)) {
    if (partsUnknown[item] === 1) continue;
    const active = activeMs[item] as number;
    const blocked = withoutBlocked ? 0 : (blockedMs[item] as number);
    const paused = settings.excludePaused ? 0 : (pausedMs[item] as number);
    const all = active + (waitingMs[item] as number) + blocked + paused;
    if (all > 0) shares.set(item, active / all);
  }
  return shares;
}

type Compared = Pick<Sensitivity['rows'][number], 'itemsDiffer' | 'example'>;

/**
 * How many items differ, and which one most: in their cycle time or, where no cycle time does, in their own efficiency.
 * None where one of the two has no values at all: what is not known does not differ.
 * @param ids the name of each item
 */
export function compareItems(base: ItemValues, changed: ItemValues, ids: readonly string[]): Compared {
  const inDays = differences(base.days, changed.days);
  const differing = inDays.length > 0 ? inDays : differences(base.efficiency, changed.efficiency);
  let most: Difference | null = null;
  for (const one of differing) if (most === null || isMore(one, most)) most = one;
  if (most === null) return { itemsDiffer: 0, example: null };
  const unit = inDays.length > 0 ? ('days' as const) : ('share' as const);
  const example = { id: ids[most.item] as string, base: most.base, changed: most.changed, unit };
  return { itemsDiffer: differing.length, example };
}

interface Difference {
  item: number;
  /** Null: the item is in one of the two only. */
  base: number | null;
  changed: number | null;
}

/** Items whose values differ, in the order of the items. */
function differences(base: ReadonlyMap<number, number>, changed: ReadonlyMap<number, number>): Difference[] {
  if (base.size === 0 || changed.size === 0) return [];
  const items = Int32Array.from(new Set([...base.keys(), ...changed.keys()])).sort();
  const found: Difference[] = [];
  for (const item of items) {
    const [before, after] = [base.get(item) ?? null, changed.get(item) ?? null];
    if (before !== after) found.push({ item, base: before, changed: after });
  }
  return found;
}

/** Items with both values go before those with one, the largest difference first; of equal ones the first stays. */
function isMore(one: Difference, than: Difference): boolean {
  const [known, thanKnown] = [isKnown(one), isKnown(than)];
  return known === thanKnown ? sizeOf(one) > sizeOf(than) : known;
}

const isKnown = ({ base, changed }: Difference): boolean => base !== null && changed !== null;
const sizeOf = ({ base, changed }: Difference): number => Math.abs((changed ?? 0) - (base ?? 0));
