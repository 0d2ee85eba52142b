import { DAY_MS } from '../../model/units.ts';
import type { MetricInput } from '../metric-input.ts';
import { chargedVisits } from './charged-visits.ts';

/** Visits of more elapsed days than this are more likely forgotten than worked on. */
export const LONG_VISIT_DAYS = 30;

/** How many charged visits were that long, and which share of all charged hours is theirs; null where there is none. */
export function longVisits(input: MetricInput): { visits: number; share: number } | null {
  const { asOf, timelines } = input;
  const { hours } = chargedVisits(input);
  let all = 0;
  let long = 0;
  let visits = 0;
  for (let item = 0; item < timelines.count; item++) {
    const last = (timelines.offsets[item + 1] as number) - 1;
    for (let visit = timelines.offsets[item] as number; visit <= last; visit++) {
      const charged = hours[visit] as number;
      if (charged === 0) continue;
      all += charged;
      const left = visit < last ? (timelines.start[visit + 1] as number) : asOf;
      if (left - (timelines.start[visit] as number) <= LONG_VISIT_DAYS * DAY_MS) continue;
      long += charged;
      visits++;
    }
  }
  return visits === 0 ? null : { visits, share: long / all };
}
