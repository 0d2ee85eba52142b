import type { Dataset } from '../analysis/dataset.ts';
import { sensitivityReportOf } from '../analysis/sensitivity/sensitivity-answer.ts';
import type { SensitivityReport } from '../contract/statistics/sensitivity-schema.ts';

/** The headline of a dataset under other definitions. Few runs need it, so it is loaded when asked for. */
export function makeSensitivity(dataset: Dataset): SensitivityReport {
  return sensitivityReportOf(dataset);
}
