export { proposalText } from './analysis/proposal-text.ts';
export type { Answers, Question } from './analysis/questions.ts';
export { type Analysis, analyze, open } from './analyze.ts';
export type { AnonymizeOptions, Anonymizer } from './anonymize/anonymizer.ts';
export type { AnonymizedColumn } from './anonymize/column-tally.ts';
export { anonymizer } from './anonymizer.ts';
export { explainDocument, formats, formatsDocument, METRICS, metricDocument, reportDocument } from './catalogue.ts';
export type { Blocked } from './contract/blocked.ts';
export type { Configuration } from './contract/configuration.ts';
export type { Distribution } from './contract/distribution.ts';
export type { FlowDistribution } from './contract/flow-distribution.ts';
export type { Handoffs, TeamHandoffs } from './contract/handoffs.ts';
export type { Leak, LeakReport } from './contract/leak.ts';
export type { Opportunities, Opportunity } from './contract/opportunities.ts';
export type { Group, Inspection, ItemList, ItemReport, MetricReport, Report } from './contract/output.ts';
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
  StageFigures,
  Throughput,
  Waste,
  WasteItem,
  Wip,
} from './contract/result.ts';
export type { Rework } from './contract/rework.ts';
export { inspectionDocument, itemDocument, itemsDocument, leakDocument, proposalDocument } from './document/index.ts';
export { matchesPattern } from './ingest/file-pattern.ts';
export type { Input, NamedInput } from './ingest/input.ts';
export { inputPaths } from './ingest/input-files.ts';
export { jsonSchema } from './json-schema.ts';
export { leak } from './leak.ts';
export type { Definition, MetricId } from './metrics/metric.ts';
export { type ColumnProposal, UnknownFormatError } from './model/column-proposal.ts';
export { PitwallError } from './model/errors.ts';
export type { Document, RenderOptions, Reporter } from './model/parts.ts';
export { VERSION } from './model/version.ts';
export { REPORTERS } from './report/index.ts';
export type { AnalyzeOptions, Progress } from './settings/analyze-options.ts';
export type { LeakOptions } from './settings/leak-options.ts';
export { parseConfiguration } from './settings/parse-configuration.ts';
export { timeZoneProblem } from './settings/time-zone.ts';
