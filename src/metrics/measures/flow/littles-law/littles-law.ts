import type { LittlesLaw } from '../../../../contract/result.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { within } from '../../../../model/time/window.ts';
import { summarize } from '../../../../stats/index.ts';
import { averageOver } from '../../../derive/average-in-progress.ts';
import { clockSpans } from '../../../derive/in-progress.ts';
import { leftOutOfSpans, spansUnknown } from '../../../derive/unknown-spans.ts';
import type { Metric } from '../../../metric.ts';
import { littlesLawView } from './littles-law-view.ts';

export const littlesLaw: Metric<'littlesLaw'> = {
  id: 'littlesLaw',
  command: 'littles-law',
  title: 'Little’s law',
  words: "Little's law",
  keyFigure: 70,
  definition: {
    meaning:
      'A check of the data and of the stability of the process: average WIP against departures per day times their mean time in process.',
    formula:
      'ratio = averageWip ÷ (departuresPerDay × meanDays); departures are the items in progress that ended within the window.',
    unit: 'items; items per day; elapsed days',
    caution:
      'A ratio far from 1, or WIP at the end far from WIP at the start, says that averages of this window do not predict.',
  },
  compute(input): LittlesLaw {
    const { window } = input;
    const spans = clockSpans(input);
    const length = window.to - window.from;
    const times: number[] = [];
    let wipAtStart = 0;
    let wipAtEnd = 0;
    for (let index = 0; index < spans.items.length; index++) {
      const started = spans.started[index] as number;
      const ended = spans.ended[index] as number;
      if (within(window, ended)) times.push((ended - started) / DAY_MS);
      if (started <= window.from && window.from < ended) wipAtStart++;
      if (started < window.to && ended >= window.to) wipAtEnd++;
    }
    const unknown = spansUnknown(input);
    const averageWip = unknown ? null : averageOver(window, spans);
    const departuresPerDay = length > 0 && !unknown ? times.length / (length / DAY_MS) : null;
    const meanDays = summarize(times).mean;
    const expected = departuresPerDay === null || meanDays === null ? 0 : departuresPerDay * meanDays;
    return {
      averageWip,
      departuresPerDay,
      meanDays,
      ratio: averageWip === null || expected === 0 ? null : averageWip / expected,
      wipAtStart: unknown ? null : wipAtStart,
      wipAtEnd: unknown ? null : wipAtEnd,
      leftOut: leftOutOfSpans(input),
    };
  },
  view: littlesLawView,
};
