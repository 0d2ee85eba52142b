export { proposalText } from './analysis/configuration/proposal-text.ts';
export type { Answers, Question } from './analysis/configuration/questions.ts';
export { type Analysis, analyze, compare, open, type RiskOptions } from './analyze.ts';
export type { AnonymizeOptions, Anonymizer } from './anonymize/anonymizer.ts';
export type { AnonymizedColumn } from './anonymize/table/column-tally.ts';
export {
  type ChartEntry,
  chartDocument,
  chartEntry,
  chartOf,
  charts,
  chartsDocument,
  compareDocument,
  explainDocument,
  forecastDocument,
  formats,
  formatsDocument,
  METRICS,
  makeReportPage,
  metricDocument,
  reportDocument,
  sensitivityDocument,
  snapshotDocument,
  trendDocument,
} from './catalogue.ts';
export type { ChartData, ChartOptions } from './charts/chart-definition.ts';
export type { Past } from './check/baseline.ts';
export type { Adherence } from './contract/adherence-schema.ts';
export type { Blocked } from './contract/blocked-schema.ts';
export type { Bottleneck } from './contract/bottleneck-schema.ts';
export type { Configuration } from './contract/configuration.ts';
export type { Distribution, Sample } from './contract/distribution-schema.ts';
export type { FlowDistribution } from './contract/flow-distribution-schema.ts';
export type { Handoffs, TeamHandoffs } from './contract/handoffs-schema.ts';
export type { Leak, LeakReport } from './contract/leak-schema.ts';
export type { Opportunities, Opportunity } from './contract/opportunities-schema.ts';
export type {
  Failure,
  Group,
  Inspection,
  ItemList,
  ItemReport,
  MetricReport,
  Report,
  VisitCost,
} from './contract/output.ts';
export type {
  Age,
  CumulativeFlow,
  CycleTime,
  Figures,
  Finding,
  FlowEfficiency,
  Head,
  Item,
  Items,
  LeadTime,
  LeftOut,
  LittlesLaw,
  SourceFigures,
  StageFigures,
  Throughput,
  Waste,
  WasteItem,
  Wip,
  WorkflowFigures,
} from './contract/result.ts';
export type { ReviewYield } from './contract/review-yield-schema.ts';
export type { Rework } from './contract/rework-schema.ts';
export type { CheckReport, CheckResult } from './contract/statistics/check-schema.ts';
export type { CompareReport, Comparison, MetricComparison } from './contract/statistics/compare-schema.ts';
export type { Forecast, ForecastReport } from './contract/statistics/forecast-schema.ts';
export type { SnapshotLine } from './contract/statistics/history-schema.ts';
export type { ReportOutlook, SinceLast } from './contract/statistics/report-outlook-schema.ts';
export type { Expectation, Outlook, Risk } from './contract/statistics/risk-schema.ts';
export type { Sensitivity, SensitivityReport } from './contract/statistics/sensitivity-schema.ts';
export type { SnapshotReport } from './contract/statistics/snapshot-schema.ts';
export type { Trend, TrendReport, TrendSeries } from './contract/statistics/trend-schema.ts';
export type { ValueStream } from './contract/value-stream-schema.ts';
export type { WipLimits } from './contract/wip-limits-schema.ts';
export {
  checkDocument,
  inspectionDocument,
  itemDocument,
  itemsDocument,
  leakDocument,
  proposalDocument,
  type ReportDocumentOptions,
} from './document/index.ts';
export { addSnapshot, historyText, historyTrend, lastPeriodEnd, mergeHistories, readHistory } from './histories.ts';
export type { AddedSnapshot, TakenSnapshot } from './history/add-to-history.ts';
export type { HeldLine, History } from './history/history.ts';
export type { Input, NamedInput } from './ingest/input.ts';
export { matchesPattern } from './ingest/settle/file-pattern.ts';
export { inputPaths } from './ingest/source/input-files.ts';
export { jsonSchema } from './json-schema.ts';
export { leak } from './leak.ts';
export type { Definition, MetricId } from './metrics/metric.ts';
export type { CancelSignal } from './model/cancel-signal.ts';
export { type ColumnProposal, UnknownFormatError } from './model/column-proposal.ts';
export type {
  Axis,
  Bar,
  Box,
  Chart,
  ChartUnit,
  Dot,
  LadderPanel,
  MatrixPanel,
  NetworkPanel,
  Panel,
  PlanePanel,
  Point,
  Reference,
  Segment,
  Series,
  Tone,
} from './model/document/chart.ts';
export type { Document, RenderOptions, Reporter } from './model/document/document-parts.ts';
export { PitwallError } from './model/errors.ts';
export { meantBy, suggestionFor } from './model/other-words.ts';
export { VERSION } from './model/version.ts';
export type { KindEffect } from './model/workflow/kind-effect.ts';
export { anonymizer } from './on-demand/make-anonymizer.ts';
export { type KnownNames, knownNames } from './on-demand/make-known-names.ts';
export type { SinceLastOptions } from './on-demand/make-since-last.ts';
export { type Checks, checkReporters, readChecks } from './read-checks.ts';
export { CHART_RENDERERS, type ChartRenderer, type ChartRenderOptions, type DrawChart } from './report/charts/index.ts';
export { PAGE_FORM, REPORTERS, SUMMARY_REPORTERS } from './report/index.ts';
export type { AnalyzeOptions, Progress } from './settings/analyze-options.ts';
export type { CheckOptions } from './settings/checks/checks-of.ts';
export { parseConfiguration } from './settings/file/parse-configuration.ts';
export type { LeakOptions } from './settings/leak-options.ts';
export type { BaselineOptions } from './settings/statistics/baseline-options.ts';
export type { CompareOptions, CompareWithinOptions } from './settings/statistics/compare-options.ts';
export type { ForecastOptions } from './settings/statistics/forecast-options.ts';
export type { SnapshotOptions } from './settings/statistics/snapshot-options.ts';
export type { HistoryTrendOptions, TrendOptions } from './settings/statistics/trend-options.ts';
export { timeZoneProblem } from './settings/time-zone.ts';
