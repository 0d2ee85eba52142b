import type { TrendReport } from '../../../contract/statistics/trend-schema.ts';
import type { TrendSettings } from '../../../model/trend-settings.ts';
import { findingsOf, outputHeaderOf } from '../../answers/output-header.ts';
import type { Dataset } from '../../dataset.ts';
import { selectItems } from '../../select-items.ts';
import { periodPoints } from '../period-points.ts';
import { type PeriodSeries, trendSeries } from './trend-series.ts';

/**
 * Metrics period by period: is the process what it was?
 * @throws PitwallError `bad-option`, `no-sprint`, `unknown-field`, `empty-selection`
 */
export function trendReportOf(dataset: Dataset, settings: TrendSettings): TrendReport {
  const { basis, sprint, unit } = dataset.settings;
  const points = periodPoints(dataset, selectItems(dataset), { waste: settings.metrics.includes('wastedShare') });
  const periods: PeriodSeries = { points, unit, sprint, basis, breaks: [] };
  return {
    ...outputHeaderOf(dataset),
    trend: {
      unit,
      rules: settings.rules,
      series: settings.metrics.map((metric) => trendSeries(metric, periods, settings)),
    },
    findings: findingsOf(dataset),
  };
}
