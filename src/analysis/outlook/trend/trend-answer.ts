import type { TrendReport } from '../../../contract/statistics/trend-schema.ts';
import { FINISHED } from '../../../model/item-facts.ts';
import type { TrendSettings } from '../../../model/statistics/trend-settings.ts';
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
  const selection = selectItems(dataset);
  const points = periodPoints(dataset, selection, { waste: settings.metrics.includes('wastedShare') });
  const { ended, outcome } = dataset.derived.facts;
  const endsUnknown = selection.filter(
    (item) => (outcome[item] as number) >= FINISHED && Number.isNaN(ended[item] as number),
  ).length;
  const periods: PeriodSeries = { points, unit, sprint, basis, endsUnknown, breaks: [] };
  return {
    ...outputHeaderOf(dataset),
    trend: {
      unit,
      rules: settings.rules,
      history: null,
      series: settings.metrics.map((metric) => trendSeries(metric, periods, settings)),
    },
    findings: findingsOf(dataset),
  };
}
