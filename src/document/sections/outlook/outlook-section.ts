import type { ReportOutlook } from '../../../contract/statistics/report-outlook-schema.ts';
import { type ScalarPart, type Section, scalar } from '../../../model/document/document-parts.ts';
import { durationWords } from '../../../model/document/duration-words.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import type { Basis } from '../../../model/settings.ts';
import { TREND_NAMES } from '../../../model/statistics/trend-settings.ts';
import { forecastHeadline } from '../../outlook/forecast-headline.ts';
import { capitalized } from '../../words.ts';

/** Signals that are said one by one. */
const SIGNALS_SAID = 3;
/** Warnings of a forecast that its line does not carry: of days off that nobody knows, every forecast has one. */
const USUAL_WARNINGS = ['unknownShutdowns', 'nothingLeft'];

/** What does not look like chance, and what is to come: a line each. */
export function outlookSection(outlook: ReportOutlook, basis: Basis): Section {
  const parts = [
    ...signalLine(outlook.signals, SIGNALS_SAID),
    forecastLine(outlook.forecast),
    ...riskLine(outlook.risk, basis),
  ];
  return { id: 'outlook', title: 'Signals and outlook', parts };
}

/**
 * Nothing where no series was judged: that takes some periods.
 * @param most how many signals are said one by one
 */
export function signalLine({ judged, latest, unit }: ReportOutlook['signals'], most: number): ScalarPart[] {
  if (judged.length === 0) return [];
  const said = latest.slice(0, most).map(({ message, metric }) => `${TREND_NAMES[metric]}: ${message}`);
  const more = latest.length - said.length;
  const all = more > 0 ? [...said, `${more} more, see pitwall trend`] : said;
  const text =
    latest.length === 0 ? `none in the latest ${unit}: no more than the usual variation.` : `${all.join('; ')}.`;
  return [scalar('Signals', capitalized(text), 'text')];
}

export function forecastLine({ warnings, ...forecast }: ReportOutlook['forecast']): ScalarPart {
  const doubted = forecast.status === 'ok' && warnings.some(({ code }) => !USUAL_WARNINGS.includes(code));
  const text = forecastHeadline({ ...forecast, howMany: null });
  return scalar('Forecast', doubted ? `${text} Doubtful: pitwall forecast says why.` : text, 'text');
}

export function riskLine(risk: ReportOutlook['risk'], basis: Basis): ScalarPart[] {
  const { allowedMisses, expectation, expectedMisses, items, unknown } = risk;
  if (items === 0) return [];
  if (expectedMisses === null || allowedMisses === null || expectation.days === null) {
    const why =
      expectation.days === null
        ? 'with so many items still open it is not known how long 85 % take, and no expectation is set (sle)'
        : 'no item was ever so old';
    return [scalar('At risk', `No chance is known for ${countOf(items, 'item')} in progress: ${why}.`, 'text')];
  }
  const known = countOf(items - unknown, 'item');
  const days = durationWords(expectation.days, basis);
  const allowed = formatNumber(1 - expectation.share, 'share');
  const text = `About ${number(expectedMisses)} of ${known} in progress will take longer than ${days}, the expectation; ${allowed} would be ${number(allowedMisses)}.`;
  const rest = unknown === 0 ? '' : ` Of ${formatNumber(unknown, 'number')} more no chance is known.`;
  return [scalar('At risk', `${text}${rest}`, 'text')];
}

/** An expectation of a few items has no second decimal. */
function number(value: number): string {
  return formatNumber(Math.round(value * 10) / 10, 'number');
}
