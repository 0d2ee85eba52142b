import type { Dataset } from '../analysis/dataset.ts';
import { forecastReportOf } from '../analysis/outlook/forecast-answer.ts';
import type { ForecastReport } from '../contract/statistics/forecast-schema.ts';
import { type ForecastOptions, forecastSettingsOf } from '../settings/statistics/forecast-options.ts';

/** The forecast of a dataset, with its options checked. Few runs need it, so it is loaded when asked for. */
export function makeForecast(dataset: Dataset, options: ForecastOptions): ForecastReport {
  return forecastReportOf(dataset, forecastSettingsOf(options));
}
