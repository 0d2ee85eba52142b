import { compareReportOf } from '../analysis/comparison/compare-answer.ts';
import { sidesOf, sidesOfExports } from '../analysis/comparison/sides.ts';
import type { Dataset } from '../analysis/dataset.ts';
import type { CompareReport } from '../contract/statistics/compare-schema.ts';
import {
  type CompareOptions,
  type CompareWithinOptions,
  compareSettingsOf,
  sideRuleOf,
} from '../settings/statistics/compare-options.ts';

/** Compares two parts of a dataset, with the options checked. Few runs need it, so it is loaded when asked for. */
export function compareWithin(dataset: Dataset, options: CompareWithinOptions): CompareReport {
  const settings = compareSettingsOf(options);
  return compareReportOf(sidesOf(dataset, sideRuleOf(options)), settings);
}

/** Compares two datasets. */
export function compareDatasets(a: Dataset, b: Dataset, options: CompareOptions): CompareReport {
  const settings = compareSettingsOf(options);
  return compareReportOf(sidesOfExports(a, b), settings);
}
