import type { Window } from '../../model/time/window.ts';
import type { ClockSpans } from './in-progress.ts';

/** Time-weighted number of items in progress over the window; null for a window without time. */
export function averageOver(window: Window, { items, started, ended }: ClockSpans): number | null {
  const length = window.to - window.from;
  if (!(length > 0)) return null;
  let total = 0;
  for (let index = 0; index < items.length; index++) {
    const overlap = Math.min(window.to, ended[index] as number) - Math.max(window.from, started[index] as number);
    if (overlap > 0) total += overlap;
  }
  return total / length;
}
