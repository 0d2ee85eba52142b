import type { Items } from '../../../../contract/result.ts';
import { DROPPED, FINISHED, OUTCOMES } from '../../../../model/item-facts.ts';
import { within } from '../../../../model/time/window.ts';
import type { Metric } from '../../../metric.ts';
import { itemsView } from './items-view.ts';

export const items: Metric<'items'> = {
  id: 'items',
  command: 'item-counts',
  title: 'Items',
  words: 'items',
  keyFigure: 10,
  definition: {
    meaning: 'How many items there are and the state of each at asOf, and how many ended within the window.',
    formula:
      'An item is over if its last visits are to done or dropped stages: finished at the first done one of that run, dropped if it holds none. Otherwise it is in progress if it was ever in an active or waiting stage, else not started. Where today’s status alone says that it is over, it counts as finished or dropped, undated.',
    unit: 'items',
    caution: 'A reopened item is in progress again, its earlier finish forgotten (finishPolicy: first keeps it).',
  },
  compute({ facts, selection, window }): Items {
    const counts = { notStarted: 0, inProgress: 0, finished: 0, dropped: 0 };
    let total = 0;
    let finishedUndated = 0;
    let droppedUndated = 0;
    const inWindow = { finished: 0, finishedUnstarted: 0, dropped: 0 };
    for (let index = 0; index < selection.length; index++) {
      const item = selection[index] as number;
      if (facts.outcomeUnknown[item] === 1) continue;
      const outcome = facts.outcome[item] as number;
      total++;
      counts[OUTCOMES[outcome] as (typeof OUTCOMES)[number]]++;
      const ended = facts.ended[item] as number;
      if (Number.isNaN(ended)) {
        if (outcome === FINISHED) finishedUndated++;
        else if (outcome === DROPPED) droppedUndated++;
      }
      if (!within(window, ended)) continue;
      if (outcome === FINISHED) {
        inWindow.finished++;
        if (facts.startVisit[item] === -1 && facts.startUnknown[item] === 0) inWindow.finishedUnstarted++;
      } else if (outcome === DROPPED) inWindow.dropped++;
    }
    return { total, ...counts, finishedUndated, droppedUndated, inWindow };
  },
  view: itemsView,
};
