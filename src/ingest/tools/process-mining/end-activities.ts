import { endsCases } from '../../../model/workflow/case-ends.ts';
import type { EventRows } from './event-rows.ts';
import { type ItemEvents, STEP } from './item-events.ts';

/** The activities after which cases are over, as far as the log shows: a case that stands elsewhere still goes on. */
export function endActivities(events: ItemEvents, rows: EventRows): ReadonlySet<number> {
  const entries = new Map<number, number>();
  const ended = new Map<number, number>();
  let cases = 0;
  const add = (counts: Map<number, number>, activity: number) => counts.set(activity, (counts.get(activity) ?? 0) + 1);
  events.byItem((_, own) => {
    cases++;
    let last = -1;
    let begun = -1;
    for (const event of own) {
      const step = events.step.at(event);
      const activity = rows.activity.at(events.row.at(event));
      // The same activity again is not another one.
      if (step === STEP.start || step === STEP.happen) {
        if (activity !== begun) add(entries, activity);
        begun = activity;
      }
      if (step !== STEP.suspend && step !== STEP.resume) last = activity;
    }
    if (last !== -1) add(ended, last);
  });
  return new Set([...ended.keys()].filter((of) => endsCases(cases, entries.get(of) ?? 0, ended.get(of) as number)));
}
