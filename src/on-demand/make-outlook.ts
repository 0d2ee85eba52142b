import { computeFigures, metricInput } from '../analysis/compute-figures.ts';
import type { Dataset } from '../analysis/dataset.ts';
import { forecastReportOf } from '../analysis/outlook/forecast-answer.ts';
import { forecastInBrief, latestSignals, riskInBrief } from '../analysis/outlook/report-outlook.ts';
import { trendReportOf } from '../analysis/outlook/trend/trend-answer.ts';
import { selectItems } from '../analysis/select-items.ts';
import type { ReportOutlook } from '../contract/statistics/report-outlook-schema.ts';
import type { TrendSeries } from '../contract/statistics/trend-schema.ts';
import { PitwallError } from '../model/errors.ts';
import { forecastSettingsOf } from '../settings/statistics/forecast-options.ts';
import { trendSettingsOf } from '../settings/statistics/trend-options.ts';

/** What `trend`, `forecast` and `risk` say of a dataset in brief. It takes longer than the report of a small export. */
export function makeOutlook(dataset: Dataset): ReportOutlook {
  const { risk } = computeFigures(['risk'], metricInput(dataset, selectItems(dataset)), true, []);
  if (risk === undefined || risk === null) {
    throw new PitwallError('metric-failed', 'risk could not be computed', null, 'This is a bug in pitwall: report it');
  }
  const { trend } = trendReportOf(dataset, trendSettingsOf({}));
  return {
    signals: latestSignals(trend),
    throughput: trend.series.find(({ metric }) => metric === 'throughput') as TrendSeries,
    forecast: forecastInBrief(forecastReportOf(dataset, forecastSettingsOf({}))),
    risk: riskInBrief(risk),
  };
}
