import type { Forecast } from '../../contract/statistics/forecast-schema.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { ForecastWarning, Lack } from '../../stats/forecast/index.ts';

/** A warning of the figures, or of what the data leave out. */
export type Warned =
  | ForecastWarning
  | { code: 'endsUnknown' | 'creationsUnknown'; items: number }
  | { code: 'backtestMissed'; share: number; origins: number };

/** What is missing for a forecast, in words: `5 complete weeks of 8`. */
export function lackWords(lacks: readonly Lack[]): string {
  return lacks
    .map(({ have, need, of }) => {
      switch (of) {
        case 'weeks':
          return `${countOf(have, 'complete week')} of ${need} needed`;
        case 'finishedItems':
          return `${countOf(have, 'finished item')} of ${need} needed`;
        default:
          return `${countOf(have, 'week')} in which anything finished, of ${need} needed`;
      }
    })
    .join('; ');
}

/** A warning with the sentence that stands in the answer. */
export function warningWords(warning: Warned): Forecast['warnings'][number] {
  return { code: warning.code, message: messageOf(warning) };
}

function messageOf(warning: Warned): string {
  switch (warning.code) {
    case 'trend': {
      const way = warning.perWeek > 0 ? 'rise' : 'fall';
      const then =
        warning.perWeek > 0
          ? 'if they go on, it will be sooner, and more'
          : 'if they go on, it will be later, and fewer';
      return `The weekly finishes ${way} by ${formatNumber(Math.abs(warning.perWeek), 'share')} a week. The forecast does not know that: ${then}.`;
    }
    case 'unusualLastWeek': {
      const { count, lower, upper } = warning;
      const low = upper === null || count <= upper;
      const limit = formatNumber(low ? lower : upper, 'number');
      return `The last week was unusual: ${formatNumber(count, 'number')} finished, ${low ? 'below' : 'above'} the limit of ${limit} of the weeks before. If that is the new normal, the forecast is wrong.`;
    }
    case 'emptyWeeks':
      return `Nothing finished in ${countOf(warning.weeks, 'week')} of the sample. If nobody worked then, add the days to calendar.holidays.`;
    case 'unknownShutdowns':
      return 'No days off are known ahead. Holidays and shutdowns make it later: add them to calendar.holidays, or set calendar.country.';
    case 'nothingLeft':
      return 'Nothing is left to do.';
    case 'endsUnknown':
      return `${countOf(warning.items, 'item')} finished or dropped at an unknown time: no week counts them, so the forecast may be too slow.`;
    case 'creationsUnknown':
      return `${countOf(warning.items, 'item')} without a creation date: no week counts them as new, so the scope may grow faster.`;
    case 'backtestMissed':
      return `Tried on the past, its 85 % held in ${formatNumber(warning.share, 'share')} of ${countOf(warning.origins, 'case')}: do not take the percentages at their word.`;
  }
}
