import type { LeadTime } from '../../../../contract/result.ts';
import { FINISHED } from '../../../../model/item-facts.ts';
import { isoOf } from '../../../../model/time/instants.ts';
import { sampleOf } from '../../../derive/distribution-of.ts';
import { CREATION_UNKNOWN, END_UNKNOWN, LeftOutCount } from '../../../derive/left-out.ts';
import { finishedItems, pick } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import { leadTimeView } from './lead-time-view.ts';

export const leadTime: Metric<'leadTime'> = {
  id: 'leadTime',
  command: 'lead-time',
  title: 'Lead time',
  words: 'lead time',
  keyFigure: 30,
  definition: {
    meaning: 'How long the items that finished within the window took from their creation to their finish.',
    formula: 'finished − created; created is the earliest creation given, never later than the first transition.',
    unit: 'days of the basis: elapsed, working, or inclusive',
    caution: 'It holds the time before anybody committed to the item: an old idea makes it long.',
  },
  compute(input, detail): LeadTime {
    const { facts, timelines, percentiles, selection } = input;
    const leftOut = new LeftOutCount();
    const population = finishedItems(input).filter((item) => {
      const known = !Number.isNaN(facts.created[item] as number);
      if (!known) leftOut.add(CREATION_UNKNOWN);
      return known;
    });
    for (let index = 0; index < selection.length; index++) {
      const item = selection[index] as number;
      if (facts.outcome[item] === FINISHED && Number.isNaN(facts.ended[item] as number)) leftOut.add(END_UNKNOWN);
    }
    const days = pick(facts.leadTimeDays, population);
    const data: LeadTime = { ...sampleOf(days, percentiles), leftOut: leftOut.list() };
    if (detail) {
      data.byItem = Array.from(population, (item) => ({
        id: timelines.ids[item] as string,
        created: isoOf(facts.created[item] as number),
        finished: isoOf(facts.ended[item] as number),
        leadTimeDays: facts.leadTimeDays[item] as number,
      }));
    }
    return data;
  },
  view: leadTimeView,
};
