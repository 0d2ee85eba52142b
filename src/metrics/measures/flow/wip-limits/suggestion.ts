import type { WipLimits } from '../../../../contract/wip-limits-schema.ts';
import { isoOf } from '../../../../model/time/instants.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import type { Window } from '../../../../model/time/window.ts';
import { countUpTo, type Occupancy, timeByCount } from '../../../derive/occupancy.ts';

/** A limit should hold most of the time, and be felt in the rest. */
const HELD_SHARE = 0.85;
const FEWEST_VISITS = 20;
const FEWEST_DAYS = 28;

/**
 * The least limit that would have held 85 % of the time, from the instant by which a tenth of the entries had happened:
 * a board that was filled at first, and a window that begins long before the work, would make limits too small.
 * Null for fewer than 20 entries within the window, or less than 28 days from that instant on.
 */
export function suggestionFor(
  occupancy: Occupancy,
  window: Window,
): NonNullable<WipLimits['stages'][number]['suggestion']> | null {
  // Items that were there before the window count as in it from its beginning, but entered earlier.
  const before = countUpTo(occupancy.entries, window.from);
  const visits = occupancy.entries.length - before;
  if (visits < FEWEST_VISITS) return null;
  const from = occupancy.entries[before + Math.ceil(visits / 10) - 1] as number;
  const length = window.to - from;
  if (length < FEWEST_DAYS * DAY_MS) return null;
  const time = timeByCount(occupancy, from, window.to);
  let held = time[0] as number;
  let limit = 0;
  while (limit + 1 < time.length && (limit === 0 || held < HELD_SHARE * length)) held += time[++limit] as number;
  return {
    limit,
    heldShare: Math.min(1, held / length),
    average: time.reduce((sum, ms, count) => sum + count * ms, 0) / length,
    from: isoOf(from),
    days: length / DAY_MS,
    visits,
  };
}
