import { gateOf } from './analysis/anonymize-people.ts';
import { inspectionOf } from './analysis/answers/inspection.ts';
import { fieldValuesOf, itemListOf } from './analysis/answers/item-list.ts';
import { itemReportOf } from './analysis/answers/item-report.ts';
import { metricReportOf, reportOf } from './analysis/answers/reports.ts';
import { configurationText } from './analysis/configuration/configuration-text.ts';
import { type Answers, type Question, questionsOf } from './analysis/configuration/questions.ts';
import type { Dataset } from './analysis/dataset.ts';
import { noteWholeData } from './analysis/findings/engine-findings.ts';
import { withKinds } from './analysis/kinds-for-reading.ts';
import { loadDatasetInSteps } from './analysis/load-dataset.ts';
import type { NameGate } from './analysis/names/name-gate.ts';
import { readError } from './analysis/names/read-error.ts';
import type { ChartOptions } from './charts/chart-definition.ts';
import type { Past } from './check/baseline.ts';
import type { Inspection, ItemList, ItemReport, MetricReport, Report } from './contract/output.ts';
import type { CompareReport } from './contract/statistics/compare-schema.ts';
import type { ForecastReport } from './contract/statistics/forecast-schema.ts';
import type { ReportOutlook, SinceLast } from './contract/statistics/report-outlook-schema.ts';
import type { SensitivityReport } from './contract/statistics/sensitivity-schema.ts';
import type { TrendReport } from './contract/statistics/trend-schema.ts';
import type { TakenSnapshot } from './history/add-to-history.ts';
import type { History } from './history/history.ts';
import type { Input } from './ingest/input.ts';
import { type ReadProgress, readLog } from './ingest/read-log.ts';
import type { Checkpoint } from './ingest/source/checkpoint.ts';
import type { MetricId } from './metrics/metric.ts';
import type { Chart } from './model/document/chart.ts';
import { PitwallError } from './model/errors.ts';
import { Dictionary } from './model/log/dictionary.ts';
import type { ReadOptions } from './model/read-options.ts';
import type { SinceLastOptions } from './on-demand/make-since-last.ts';
import type { AnalyzeOptions } from './settings/analyze-options.ts';
import { settingsOf } from './settings/settings-of.ts';
import type { BaselineOptions } from './settings/statistics/baseline-options.ts';
import type { CompareOptions, CompareWithinOptions } from './settings/statistics/compare-options.ts';
import { expectationSettingsOf } from './settings/statistics/expectation-settings.ts';
import type { ForecastOptions } from './settings/statistics/forecast-options.ts';
import type { SnapshotOptions } from './settings/statistics/snapshot-options.ts';
import type { TrendOptions } from './settings/statistics/trend-options.ts';
import { withoutValues } from './settings/without-values.ts';
import { finished, unlessStopped } from './stopped-runs.ts';

/** The options of `risk`. */
export interface RiskOptions {
  /** By when a share of the items should be done: `10d`, or `10d@85%`. Left out: as the analysis has it. */
  sle?: string;
}

/** Files that have been read and rebuilt, ready to answer. */
export interface Analysis {
  /** Every metric in brief: what `report --format json` prints. */
  report(): Report;
  /**
   * One metric with its per-item, per-day or per-visit detail.
   * @throws PitwallError `rows-released` if it needs the rows: hand-offs, if rows name teams
   */
  metric(id: MetricId): MetricReport;
  /** The facts of every item. */
  items(): ItemList;
  /** The values of a field, such as `team` or `labels`, of every item in the order of `items`; of one without, none. */
  values(field: string): string[][];
  /** The fields that `where` and `by` can name, besides columns that nobody asked for. */
  fields(): string[];
  /** The stages of the workflow, in its order. */
  stages(): string[];
  /**
   * One item, interval by interval.
   * @throws PitwallError `unknown-item`, `rows-released`
   */
  item(id: string): ItemReport;
  /**
   * What was read, and where every row went.
   * @throws PitwallError `rows-released`
   */
  inspect(): Inspection;
  /**
   * When the work that is left will be done, and how many items by a date.
   * @throws PitwallError `bad-option`
   */
  forecast(options?: ForecastOptions): Promise<ForecastReport>;
  /** The figures of the headline under each other reasonable definition, and what well-known tools would print. */
  sensitivity(): Promise<SensitivityReport>;
  /**
   * A chart by its name: computes only what it needs.
   * @throws PitwallError `unknown-chart`, `rows-released`
   */
  chart(name: string, options?: ChartOptions): Promise<Chart>;
  /**
   * What changed between the finishes before and from a date, or differs between two values of a field, and whether that is
   * more than chance. `compare` compares two exports.
   * @throws PitwallError `bad-option`, `unknown-field`, `unknown-stage`, `empty-selection`
   */
  compare(options: CompareWithinOptions): Promise<CompareReport>;
  /**
   * The items in progress by their chance to be done within the expectation: as the metric `risk`, with an expectation of
   * its own if one is given.
   * @throws PitwallError `bad-option`
   */
  risk(options?: RiskOptions): MetricReport;
  /**
   * What periods came to, for a history: `addSnapshot` adds it. The periods that the history holds already are looked at
   * again, because data come late and items are reopened.
   * @param history null or left out if there is none yet
   * @throws PitwallError `bad-option`; `no-period` if the data has no such complete period; `another-board`; `rows-released`
   */
  snapshot(options?: SnapshotOptions, history?: History | null): Promise<TakenSnapshot>;
  /**
   * The snapshots of a history that relative limits are taken from.
   * @throws PitwallError `bad-option`, `unknown-series`
   */
  past(history: History, options?: BaselineOptions): Promise<Past>;
  /**
   * Whether the process is what it was: metrics period by period, with limits and signals.
   * @throws PitwallError `bad-option`
   */
  trend(options?: TrendOptions): Promise<TrendReport>;
  /** What the report says besides its figures: signals, the forecast and the items at risk, in brief. */
  outlook(): Promise<ReportOutlook>;
  /**
   * What changed since the last snapshot of a history by the same definitions; without one, why there is no comparison.
   * @param report what `report` gave, so that it need not be computed again
   * @throws PitwallError `bad-option`
   */
  sinceLast(history: History, options?: SinceLastOptions, report?: Report): Promise<SinceLast>;
  /** Questions that a person can answer better than the data, those that affect most items first. */
  questions(): Question[];
  /**
   * A commented `pitwall.yaml` with what was found, so that the next run has nothing to guess.
   * @param answers answers to `questions`, by their ids; without an answer, a guess is marked as one
   */
  configuration(answers?: Answers): string;
  /** Hides the names of people in a text that is not part of an answer, if `anonymizePeople` is set. */
  withoutNames(text: string): string;
}

/**
 * Reads exports and rebuilds every item's timeline.
 *
 * @param inputs paths, globs, `-`, or data with a name; several make one analysis
 * @throws PitwallError if an input, the configuration or an option is wrong; a bad row never ends the run. The reason of
 * `options.signal` if that stops it
 */
export function open(inputs: Input | readonly Input[], options: AnalyzeOptions = {}): Promise<Analysis> {
  return unlessStopped(options, (checkpoint) => opened(inputs, options, checkpoint));
}

async function opened(
  inputs: Input | readonly Input[],
  options: AnalyzeOptions,
  checkpoint: Checkpoint | undefined,
): Promise<Analysis> {
  const { settings, read: asked, strict } = await checkedSettings(options);
  const read = withKinds(asked, settings);
  const list = typeof inputs === 'string' || 'name' in inputs ? [inputs] : inputs;
  const met = settings.anonymizePeople ? new Dictionary() : null;
  let rows = 0;
  const onBytes = ({ bytes, rows: read, total }: ReadProgress) => {
    rows = read;
    options.onProgress?.({ phase: 'read', file: null, bytes, totalBytes: total, rows });
  };
  const log = await readLog(list, met === null ? read : meeting(read, met), onBytes, checkpoint).catch(
    (error: unknown) => {
      if (met === null) throw error;
      const names = list.map((input) => (typeof input === 'string' ? input : input.name));
      throw readError(error, names, gateOf(null, settings, met));
    },
  );
  rows = log.files.reduce((sum, file) => sum + file.rows, 0);
  options.onProgress?.({ phase: 'normalize', file: null, bytes: 0, totalBytes: null, rows });
  let dataset: Dataset;
  try {
    // The clock is needed only to notice events in the future.
    const steps = loadDatasetInSteps(log, settings, Date.now(), met, options.keepRows ?? true);
    dataset = await finished(steps, checkpoint);
    noteWholeData(dataset);
    options.onProgress?.({ phase: 'compute', file: null, bytes: 0, totalBytes: null, rows });
    if (strict) refuseErrors(dataset);
  } catch (error) {
    throw met === null ? error : gateOf(log, settings, met).error(error);
  }
  const analysis = dataset.gate === null ? answersOf(dataset) : namelessAnswers(dataset, dataset.gate);
  datasets.set(analysis, dataset);
  return analysis;
}

/** What each analysis was made from, for questions about two of them. */
const datasets = new WeakMap<Analysis, Dataset>();

/**
 * What changed between two exports, and whether that is more than chance.
 *
 * @param before what `open` gave, like `after`
 * @throws PitwallError `bad-option`, `unknown-stage`, `empty-selection`
 */
export async function compare(before: Analysis, after: Analysis, options: CompareOptions = {}): Promise<CompareReport> {
  const [a, b] = [datasetOf(before), datasetOf(after)];
  const { compareDatasets } = await import('./on-demand/make-comparison.ts');
  const gates = [a.gate, b.gate].filter((gate) => gate !== null);
  try {
    return gates.reduce((report, gate) => gate.value(report), compareDatasets(a, b, options));
  } catch (error) {
    throw gates.reduce<unknown>((known, gate) => gate.error(known), error);
  }
}

function datasetOf(analysis: Analysis): Dataset {
  const dataset = datasets.get(analysis);
  if (dataset !== undefined) return dataset;
  throw new PitwallError('not-opened', 'a side is no analysis', null, 'Compare what `open` gave');
}

/** Settings and options for reading. An error names nobody if people are anonymised. */
async function checkedSettings(options: AnalyzeOptions): ReturnType<typeof settingsOf> {
  try {
    return await settingsOf(options.configuration, options);
  } catch (error) {
    throw options.anonymizePeople === true ? withoutValues(error) : error;
  }
}

/** Makes readers collect the people in every file. */
function meeting(read: ReadOptions, metPeople: Dictionary): ReadOptions {
  const sources = read.sources?.map((source) => ({ ...source, options: { ...source.options, metPeople } }));
  return { ...read, metPeople, ...(sources === undefined ? {} : { sources }) };
}

function answersOf(dataset: Dataset): Analysis {
  const answers: Analysis = {
    report: () => reportOf(dataset),
    metric: (id) => metricReportOf(dataset, id),
    items: () => itemListOf(dataset),
    values: (field) => fieldValuesOf(dataset, field),
    fields: () => dataset.fields.names(),
    stages: () => dataset.workflow.stages.map(({ name }) => name),
    item: (id) => itemReportOf(dataset, id),
    inspect: () => inspectionOf(dataset),
    forecast: async (options = {}) => (await import('./on-demand/make-forecast.ts')).makeForecast(dataset, options),
    chart: (name, options = {}) => chartFrom(answers, name, options),
    compare: async (options) => (await import('./on-demand/make-comparison.ts')).compareWithin(dataset, options),
    risk: (options = {}) => metricReportOf(withExpectation(dataset, options.sle), 'risk'),
    snapshot: async (options = {}, history = null) =>
      (await import('./on-demand/make-snapshot.ts')).takeSnapshot(dataset, options, history),
    sensitivity: async () => (await import('./on-demand/make-sensitivity.ts')).makeSensitivity(dataset),
    past: async (history, options = {}) => (await import('./on-demand/make-past.ts')).pastOf(dataset, history, options),
    trend: async (options = {}) => (await import('./on-demand/make-trend.ts')).makeTrend(dataset, options),
    outlook: async () => (await import('./on-demand/make-outlook.ts')).makeOutlook(dataset),
    sinceLast: async (history, options = {}, report = answers.report()) =>
      (await import('./on-demand/make-since-last.ts')).sinceLastOf(dataset, report, history, options),
    questions: () => questionsOf(dataset),
    configuration: (given = {}) => configurationText(dataset, given),
    withoutNames: (text) => text,
  };
  return answers;
}

/** Few runs need it, so it is loaded when asked for. */
async function chartFrom(answers: Analysis, name: string, options: ChartOptions): Promise<Chart> {
  return (await import('./on-demand/make-chart.ts')).makeChart(answers, name, options);
}

/** The same answers and errors, all of which go through the gate. */
function namelessAnswers(dataset: Dataset, gate: NameGate): Analysis {
  const answers = answersOf(dataset);
  const passed = <Answer>(ask: () => Answer): Answer => {
    try {
      return gate.value(ask());
    } catch (error) {
      throw gate.error(error);
    }
  };
  const passedLater = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return gate.value(await ask());
    } catch (error) {
      throw gate.error(error);
    }
  };
  const nameless: Analysis = {
    report: () => passed(answers.report),
    metric: (id) => passed(() => answers.metric(id)),
    items: () => passed(answers.items),
    values: (field) => passed(() => answers.values(field)),
    fields: () => passed(answers.fields),
    stages: () => passed(answers.stages),
    // The id may be the data's, or the one that outputs show.
    item: (id) => passed(() => answers.item(ownId(id, dataset, gate))),
    inspect: () => passed(answers.inspect),
    forecast: (options) => passedLater(() => answers.forecast(options)),
    // Made of answers that have passed already.
    chart: (name, options = {}) => chartFrom(nameless, name, options),
    compare: (options) => passedLater(() => answers.compare(options)),
    risk: (options) => passed(() => answers.risk(options)),
    // Its lines have passed already: the names of series are nobody's.
    snapshot: (options, history) =>
      answers.snapshot(options, history).then(
        (taken) => ({ ...taken, report: gate.value(taken.report) }),
        (error: unknown) => {
          throw gate.error(error);
        },
      ),
    sensitivity: () => passedLater(answers.sensitivity),
    past: (history, options) => passedLater(() => answers.past(history, options)),
    trend: (options) => passedLater(() => answers.trend(options)),
    outlook: () => passedLater(answers.outlook),
    sinceLast: (history, options, report) => passedLater(() => answers.sinceLast(history, options, report)),
    questions: () => passed(answers.questions),
    configuration: (given = {}) => {
      const ids = new Map(answers.questions().map(({ id }) => [gate.text(id), id]));
      const own = Object.entries(given).map(([id, answer]) => [ids.get(id) ?? id, answer]);
      return passed(() => answers.configuration(Object.fromEntries(own)));
    },
    withoutNames: gate.text,
  };
  return nameless;
}

/** The same items, expected by another day. */
function withExpectation(dataset: Dataset, sle: string | undefined): Dataset {
  if (sle === undefined) return dataset;
  return { ...dataset, settings: { ...dataset.settings, sle: expectationSettingsOf(undefined, sle) } };
}

function ownId(id: string, { timelines }: Dataset, gate: NameGate): string {
  return timelines.ids.includes(id) ? id : (timelines.ids.find((own) => gate.text(own) === id) ?? id);
}

/** Reads exports and computes every metric in brief: `open` and `report` in one. */
export function analyze(inputs: Input | readonly Input[], options: AnalyzeOptions = {}): Promise<Report> {
  return unlessStopped(options, async (checkpoint) => {
    const analysis = await opened(inputs, { ...options, keepRows: false }, checkpoint);
    await checkpoint?.pass();
    return analysis.report();
  });
}

/** With `strict`, the first finding that makes figures wrong ends the run. */
function refuseErrors({ log }: Dataset): void {
  const finding = log.findings.list().find(({ weight }) => weight === 'error');
  if (finding === undefined) return;
  const example = finding.examples[0];
  const where =
    example?.file === undefined ? null : `${example.file}${example.line === undefined ? '' : `:${example.line}`}`;
  const value = example?.value === undefined || example.value === '' ? '' : `, such as "${example.value}"`;
  throw new PitwallError(
    'strict',
    `${finding.message} (${finding.code}, ${finding.count}×${value})`,
    where,
    finding.cure,
  );
}
