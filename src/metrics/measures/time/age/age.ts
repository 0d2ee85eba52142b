import type { Age } from '../../../../contract/result.ts';
import { FINISHED, IN_PROGRESS } from '../../../../model/item-facts.ts';
import { isoOf } from '../../../../model/time/instants.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { stageNow } from '../../../../model/timelines.ts';
import { distributionOf } from '../../../derive/distribution-of.ts';
import { END_UNKNOWN, LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import { expectationOf } from '../../../derive/outlook/expectation.ts';
import { Outlooks } from '../../../derive/outlook/outlooks.ts';
import { pick } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import { ageView } from './age-view.ts';
import { stageBands } from './stage-bands.ts';

const OLDEST_IN_REPORT = 10;

export const age: Metric<'age'> = {
  id: 'age',
  command: 'age',
  title: 'Work item age',
  words: 'age',
  keyFigure: 40,
  definition: {
    meaning: 'How long the items in progress have been in progress.',
    formula: 'asOf − started',
    unit: 'days of the basis; the time in the current stage in elapsed days',
    caution: 'Not a forecast: compare it with the percentiles of cycle time.',
  },
  compute(input, detail): Age {
    const { duration, facts, timelines, percentiles, selection, workflow, asOf, titleOf } = input;
    const leftOut = new LeftOutCount();
    const sinceCreated: number[] = [];
    const population = selection.filter((item) => {
      const outcome = facts.outcome[item] as number;
      if (outcome >= FINISHED && Number.isNaN(facts.ended[item] as number)) leftOut.add(END_UNKNOWN);
      if (outcome !== IN_PROGRESS) return false;
      if (facts.startUnknown[item] === 1) {
        leftOut.add(START_UNKNOWN);
        const created = facts.created[item] as number;
        if (!Number.isNaN(created)) sinceCreated.push(duration.spanDays(created, asOf, 0));
      }
      return facts.startVisit[item] !== -1;
    });
    const days = pick(facts.ageDays, population);
    const oldest = oldestFirst(population, facts.started, detail ? population.length : OLDEST_IN_REPORT);
    const expectation = expectationOf(input);
    const outlooks = detail || oldest.length === 0 ? null : new Outlooks(input, oldest, expectation);
    return {
      ...distributionOf(days, percentiles),
      sinceCreated: distributionOf(Float64Array.from(sinceCreated), percentiles),
      leftOut: leftOut.list(),
      expectation,
      byItem: oldest.map((item) => {
        const visit = (timelines.offsets[item + 1] as number) - 1;
        return {
          id: timelines.ids[item] as string,
          title: titleOf(item),
          stage: workflow.stages[stageNow(timelines, item)]?.name as string,
          started: isoOf(facts.started[item] as number),
          ageDays: facts.ageDays[item] as number,
          inStageDays: (asOf - (timelines.start[visit] as number)) / DAY_MS,
          ...(outlooks === null ? {} : { outlook: outlooks.of(item, []).outlook }),
        };
      }),
      ...(detail ? { bands: stageBands(input) } : {}),
    };
  },
  view: ageView,
};

/** The items that started first, up to `count` of them; items that tie stay in the order of their creation. */
function oldestFirst(items: Int32Array, started: Float64Array, count: number): number[] {
  const before = (a: number, b: number) => (started[a] as number) - (started[b] as number) || a - b;
  if (items.length <= count) return Array.from(items).sort(before);
  // A report shows ten of what may be a hundred thousand: whatever is younger than the last of the ten so far is passed over.
  const oldest: number[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as number;
    if (oldest.length === count && before(item, oldest[count - 1] as number) > 0) continue;
    oldest.push(item);
    oldest.sort(before);
    if (oldest.length > count) oldest.pop();
  }
  return oldest;
}
