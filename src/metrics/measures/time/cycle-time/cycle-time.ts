import type { CycleTime } from '../../../../contract/result.ts';
import { FINISHED } from '../../../../model/item-facts.ts';
import { isoOf } from '../../../../model/time/instants.ts';
import { sampleOf } from '../../../derive/distribution-of.ts';
import { END_UNKNOWN, LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import { censoredTimes } from '../../../derive/outlook/censored-times.ts';
import { cycleTimeItems, finishedItems, pick } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import { binsOf } from './bins.ts';
import { cycleTimeView } from './cycle-time-view.ts';
import { rollingMedian } from './rolling-median.ts';

export const cycleTime: Metric<'cycleTime'> = {
  id: 'cycleTime',
  command: 'cycle-time',
  title: 'Cycle time',
  words: 'cycle time',
  keyFigure: 20,
  definition: {
    meaning: 'How long the items that finished within the window took from start to finish.',
    formula:
      'finished − started; started is the entry of the first active or waiting stage (commitAt and startPolicy change it). Percentiles interpolate between order statistics (type 7), or are nearest ranks.',
    unit: 'days of the basis: elapsed, working, or inclusive (last local date − first + 1)',
    caution:
      'Finished items that were never in an active or waiting stage have no cycle time; items.inWindow.finishedUnstarted counts them.',
  },
  compute(input, detail): CycleTime {
    const { duration, facts, timelines, percentiles, selection, titleOf } = input;
    const population = cycleTimeItems(input);
    const leftOut = new LeftOutCount();
    for (const item of finishedItems(input)) if (facts.startUnknown[item] === 1) leftOut.add(START_UNKNOWN);
    for (let index = 0; index < selection.length; index++) {
      const item = selection[index] as number;
      if (facts.outcome[item] === FINISHED && Number.isNaN(facts.ended[item] as number)) leftOut.add(END_UNKNOWN);
    }
    const days = pick(facts.cycleTimeDays, population);
    const data: CycleTime = {
      ...sampleOf(days, percentiles),
      ...censoredTimes(input),
      leftOut: leftOut.list(),
    };
    if (detail) {
      data.byItem = Array.from(population, (item) => ({
        id: timelines.ids[item] as string,
        title: titleOf(item),
        started: isoOf(facts.started[item] as number),
        finished: isoOf(facts.ended[item] as number),
        cycleTimeDays: facts.cycleTimeDays[item] as number,
      }));
      data.rollingMedian = rollingMedian(input, population);
      const highest = data.percentilesDays[String(percentiles.points.at(-1))] ?? 0;
      data.bins = binsOf(days, highest, duration.basis === 'inclusive');
    }
    return data;
  },
  view: cycleTimeView,
};
