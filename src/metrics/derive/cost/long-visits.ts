import { DAY_MS } from '../../../model/time/units.ts';
import type { MetricInput } from '../../metric-input.ts';
import { chargedLabour } from './charged-labour.ts';

/** Visits of more elapsed days than this are more likely forgotten than worked on. */
export const LONG_VISIT_DAYS = 30;

/** How many charged visits were that long, and which share of all charged hours is theirs; null where there is none. */
export function longVisits(input: MetricInput): { visits: number; share: number } | null {
  const { asOf, timelines } = input;
  const { charges } = chargedLabour(input);
  let all = 0;
  let long = 0;
  let visits = 0;
  let lastVisit = -1;
  for (let item = 0; item < timelines.count; item++) {
    const last = (timelines.offsets[item + 1] as number) - 1;
    const end = charges.offsets[item + 1] as number;
    for (let charge = charges.offsets[item] as number; charge < end; charge++) {
      const visit = charges.visit[charge] as number;
      const own = charges.own[charge] as number;
      all += own;
      const left = visit < last ? (timelines.start[visit + 1] as number) : asOf;
      if (left - (timelines.start[visit] as number) <= LONG_VISIT_DAYS * DAY_MS) continue;
      long += own;
      if (visit !== lastVisit) visits++;
      lastVisit = visit;
    }
  }
  return visits === 0 ? null : { visits, share: long / all };
}
