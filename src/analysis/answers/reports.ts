import type { MetricReport, Report } from '../../contract/output.ts';
import type { Figures } from '../../contract/result.ts';
import { REPORT_METRIC_IDS } from '../../metrics/index.ts';
import type { MetricId } from '../../metrics/metric.ts';
import { computeFigures, type Failure, metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { noteDoubtfulOrder, noteLongVisits } from '../findings/engine-findings.ts';
import { groupItems, selectItems } from '../select-items.ts';
import { findingsOf, outputHeaderOf } from './output-header.ts';

/** Every metric in brief but those that are left to their own commands, for all selected items and for each group of them. */
export function reportOf(dataset: Dataset): Report {
  const { figures, tail } = figuresOf(dataset, REPORT_METRIC_IDS, false);
  // A metric that failed is null and named in `failures`.
  return { ...outputHeaderOf(dataset), ...(figures as Figures), ...tail() };
}

/** One metric with its detail. */
export function metricReportOf(dataset: Dataset, id: MetricId): MetricReport {
  const { figures, tail } = figuresOf(dataset, [id], true);
  return { ...outputHeaderOf(dataset), ...figures, ...tail() };
}

function figuresOf(dataset: Dataset, ids: readonly MetricId[], detail: boolean) {
  const { fields, settings } = dataset;
  const failures: Failure[] = [];
  const selection = selectItems(dataset);
  const input = metricInput(dataset, selection);
  const figures = computeFigures(ids, input, detail, failures);
  const groups =
    settings.by === null
      ? undefined
      : groupItems(selection, settings.by, fields).map(({ value, items }) => ({
          by: settings.by as string,
          value,
          ...computeFigures(ids, metricInput(dataset, items), detail, failures, value),
        }));
  // Not for the next answer: it may be about other figures, or another window.
  const findings = dataset.log.findings.aside(() => {
    if (figures.waste) noteLongVisits(dataset.log, input);
    if (figures.waste || figures.rework) noteDoubtfulOrder(dataset.log, input);
    return findingsOf(dataset);
  });
  const tail = () => ({ ...(groups === undefined ? {} : { groups }), findings, failures });
  return { figures, tail };
}
