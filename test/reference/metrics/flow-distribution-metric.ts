import { distribution, percentile } from '../distribution.ts';
import { cycledIn, droppedIn, finishedIn } from '../populations.ts';
import type { Clock } from '../time/clock.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings } from '../types.ts';

/** What came in, by the value of a field. */
export function flowDistributionMetric(
  facts: Facts[],
  window: Window,
  field: string,
  asOf: number,
  settings: ReferenceSettings,
  clock: Clock,
) {
  const kindOf = ({ timeline }: Facts) => timeline.fields[field] ?? null;
  const ages = (items: Facts[]) =>
    distribution(
      items.filter(({ outcome }) => outcome === 'notStarted').map(({ timeline }) => clock.days(timeline.created, asOf)),
      settings.percentiles,
    );
  const arrivals = facts.filter(({ timeline }) => inWindow(timeline.created, window));
  const outcomesOf = (items: Facts[]) => {
    const of = (wanted: Facts['outcome']) => items.filter(({ outcome }) => outcome === wanted).length;
    return {
      finished: of('finished'),
      dropped: of('dropped'),
      inProgress: of('inProgress'),
      notStarted: of('notStarted'),
    };
  };
  return {
    field,
    arrived: arrivals.length,
    unstartedAge: ages(facts),
    values: [...new Set(facts.map(kindOf))].map((value) => {
      const own = facts.filter((item) => kindOf(item) === value);
      const came = arrivals.filter((item) => kindOf(item) === value);
      const { inProgress, notStarted } = outcomesOf(own);
      return {
        value,
        arrived: came.length,
        share: arrivals.length === 0 ? null : came.length / arrivals.length,
        ofArrived: outcomesOf(came),
        finished: finishedIn(own, window).length,
        dropped: droppedIn(own, window).length,
        inProgress,
        notStarted,
        medianCycleTimeDays: percentile(
          cycledIn(own, window).map(({ cycleTimeDays }) => cycleTimeDays!),
          50,
          settings.percentiles.method,
        ),
        unstartedAge: ages(own),
      };
    }),
  };
}
