import { metricReportOf, reportOf } from '../../src/analysis/answers/reports.ts';
import { loadDataset } from '../../src/analysis/load-dataset.ts';
import type { Report } from '../../src/contract/output.ts';
import type { Figures } from '../../src/contract/result.ts';
import { METRIC_IDS } from '../../src/metrics/index.ts';
import { EventLog } from '../../src/model/log/event-log.ts';
import { settingsOf } from '../../src/settings/settings-of.ts';
import { head } from './sample-report.ts';

const { settings } = await settingsOf(undefined, {});
const nothing = loadDataset(new EventLog(), settings, 0, null, true);

/** What an analysis without a single item gives, under the header of the samples. */
export const emptyReport: Report = {
  ...reportOf(nothing),
  ...head,
  asOf: null,
  window: { from: null, to: null },
  sources: [],
  workflow: { inferred: true, stages: [] },
  findings: [],
  failures: [],
};

/** Every metric of nothing, in detail. */
export const emptyFigures = Object.fromEntries(
  METRIC_IDS.map((id) => [id, metricReportOf(nothing, id)[id]]),
) as unknown as Figures;
