import type { ValueStream } from '../../../../contract/value-stream-schema.ts';
import { LeftOutCount, VISITS_UNKNOWN } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import { ladderOf } from './ladder.ts';
import { mapOf } from './map.ts';
import { valueStreamView } from './value-stream-view.ts';

export const valueStream: Metric<'valueStream'> = {
  id: 'valueStream',
  command: 'value-stream',
  title: 'Value stream',
  words: 'the value stream',
  definition: {
    meaning:
      'The stages as a value-stream map: how long work and waiting take in each, what comes in and goes out, what goes back where; and the ladder of waiting against working from creation to finish.',
    formula:
      'Of each visit that ended within the window before its item’s end, process time is the unblocked time in an active stage, and wait all other time. Arrivals and departures = entries and exits ÷ weeks of the window. Ladder: mean wait and process time of a finished item in each stage, from creation to finish; lead = wait + touch. Process cycle efficiency = touch ÷ lead.',
    unit: 'days of the basis (elapsed with inclusive); visits and items',
    caution:
      'Time in an active stage is an allocation and no proof of work. The ladder begins at creation, so it holds the wait in the backlog; flow efficiency begins at the start. Medians of visits do not add up; the means of the ladder do.',
  },
  compute(input, detail): ValueStream {
    const { selection, timelines } = input;
    const leftOut = new LeftOutCount();
    for (let at = 0; at < selection.length; at++) {
      if (timelines.milestones[selection[at] as number] === 1) leftOut.add(VISITS_UNKNOWN);
    }
    const { ladder, byItem } = ladderOf(input, leftOut, detail);
    const data: ValueStream = { stages: mapOf(input, leftOut), ladder, leftOut: leftOut.list() };
    if (detail) data.byItem = byItem;
    return data;
  },
  view: valueStreamView,
};
