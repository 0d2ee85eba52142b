import type { Dataset } from '../analysis/dataset.ts';
import { trendReportOf } from '../analysis/outlook/trend/trend-answer.ts';
import type { TrendReport } from '../contract/statistics/trend-schema.ts';
import { type TrendOptions, trendSettingsOf } from '../settings/statistics/trend-options.ts';

/** The trend of a dataset, with its options checked. Few runs need it, so it is loaded when asked for. */
export function makeTrend(dataset: Dataset, options: TrendOptions): TrendReport {
  return trendReportOf(dataset, trendSettingsOf(options));
}
