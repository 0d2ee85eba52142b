import type { ChartData, ChartDefinition, ChartOptions } from './charts/chart-definition.ts';
import type { MetricReport, Report } from './contract/output.ts';
import type { CompareReport } from './contract/statistics/compare-schema.ts';
import type { ForecastReport } from './contract/statistics/forecast-schema.ts';
import type { SensitivityReport } from './contract/statistics/sensitivity-schema.ts';
import type { SnapshotReport } from './contract/statistics/snapshot-schema.ts';
import type { TrendReport } from './contract/statistics/trend-schema.ts';
import { EXPLAINED_COMMANDS } from './document/explained-commands.ts';
import * as documents from './document/index.ts';
import type { Format } from './ingest/format.ts';
import { METRIC_IDS, METRICS as REGISTRY } from './metrics/index.ts';
import type { Definition, MetricId } from './metrics/metric.ts';
import type { Chart } from './model/document/chart.ts';
import type { Document } from './model/document/document-parts.ts';
import { PitwallError } from './model/errors.ts';
import { suggestionFor } from './model/other-words.ts';
import type { PageAnswers } from './on-demand/make-page.ts';

/** A metric without its figures: names, definition, and what it needs. */
export interface MetricEntry {
  id: MetricId;
  command: string;
  title: string;
  definition: Definition;
  /** Whether its document can show the items behind its figures. */
  showsItems: boolean;
  /** Whether its detail needs the rows, so that `open` must keep them. */
  needsRows: boolean;
}

/** The names and definitions of all metrics. */
export const METRICS: readonly MetricEntry[] = METRIC_IDS.map((id) => {
  const { command, title, definition, needsRows, view } = REGISTRY[id];
  return { id, command, title, definition, showsItems: view.items !== undefined, needsRows: needsRows === true };
});

/** The document of `report`. */
export function reportDocument(report: Report, options: documents.ReportDocumentOptions = {}): Document {
  return documents.reportDocument(report, options);
}

/** The document of a metric's own command. */
export function metricDocument(
  id: MetricId,
  report: MetricReport,
  options: documents.MetricDocumentOptions = {},
): Document {
  return documents.metricDocument(id, report, options);
}

/** The document of `forecast`. */
export async function forecastDocument(report: ForecastReport): Promise<Document> {
  // Few runs need it.
  return (await import('./document/outlook/forecast-document.ts')).forecastDocument(report);
}

/** The document of `sensitivity`. */
export async function sensitivityDocument(report: SensitivityReport): Promise<Document> {
  // Few runs need it.
  return (await import('./document/sensitivity-document.ts')).sensitivityDocument(report);
}

/** A chart without its data: what it shows, and what it takes to draw it. */
export interface ChartEntry {
  name: string;
  /** One line: what it shows. */
  shows: string;
  /** How to read it. */
  reading: string;
  /** Which options change it. */
  options: readonly (keyof ChartOptions)[];
  /** Whether a metric that it needs needs the rows, so that `open` must keep them. */
  needsRows: boolean;
}

/** Every chart. Few runs need them, so they are loaded when asked for. */
export async function charts(): Promise<readonly ChartEntry[]> {
  return (await import('./charts/index.ts')).CHARTS.map(entryOf);
}

/**
 * A chart by its name.
 * @throws PitwallError `unknown-chart`
 */
export async function chartEntry(name: string): Promise<ChartEntry> {
  return entryOf((await import('./charts/index.ts')).chartNamed(name));
}

function entryOf({ name, needs, options, reading, shows, uses }: ChartDefinition): ChartEntry {
  const needsRows = [...needs, ...uses].some((id) => REGISTRY[id].needsRows === true);
  return { name, shows, reading, options, needsRows };
}

/**
 * The description of a chart, from a report or a metric's report; from several in one object where it needs more than
 * one. `Analysis.chart` asks for what it needs by itself.
 * @throws PitwallError `unknown-chart`
 */
export async function chartOf(data: ChartData, name: string, options: ChartOptions = {}): Promise<Chart> {
  return (await import('./charts/index.ts')).chartOf(data, name, options);
}

/**
 * The report of an analysis as a page that needs nothing else: charts, items, findings.
 * @param analysis whose rows are kept, if hand-offs between teams are to be shown
 */
export async function makeReportPage(analysis: PageAnswers, report: Report): Promise<string> {
  return (await import('./on-demand/make-page.ts')).makeReportPage(analysis, report);
}

/** The document of the list of charts. */
export async function chartsDocument(): Promise<Document> {
  return documents.chartsDocument(await charts());
}

/**
 * How to read a chart.
 * @throws PitwallError `unknown-chart`
 */
export async function chartDocument(name: string): Promise<Document> {
  return documents.chartDocument(await chartEntry(name));
}

/** The document of `compare`. */
export async function compareDocument(report: CompareReport): Promise<Document> {
  // Few runs need it.
  return (await import('./document/comparison/compare-document.ts')).compareDocument(report);
}

/** The document of `snapshot`. */
export async function snapshotDocument(report: SnapshotReport): Promise<Document> {
  // Few runs need it.
  return (await import('./document/outlook/snapshot-document.ts')).snapshotDocument(report);
}

/** The document of `trend`. */
export async function trendDocument(report: TrendReport): Promise<Document> {
  // Few runs need it.
  return (await import('./document/outlook/trend-document.ts')).trendDocument(report);
}

/**
 * The definition of one metric or of another figure, or of all.
 * @param command a command, or a metric's key
 * @throws PitwallError `unknown-metric`
 */
export function explainDocument(command?: string): Document {
  const all = [...METRICS, documents.COMPARE_DEFINITION, documents.SENSITIVITY_DEFINITION, ...EXPLAINED_COMMANDS];
  if (command === undefined) return documents.explainDocument(all);
  const explained = METRICS.find(({ id }) => id === command) ?? all.find(({ command: name }) => name === command);
  if (explained === undefined) {
    throw unknown(
      'metric',
      command,
      all.map(({ command: name }) => name),
      'pitwall explain',
    );
  }
  return documents.explainDocument([explained]);
}

/** Every export format, tool by tool. */
export async function formats(): Promise<readonly Format[]> {
  return (await import('./ingest/registry.ts')).allFormats();
}

/**
 * The export formats: one, with how to get it, or the list.
 * @throws PitwallError `unknown-format`
 */
export async function formatsDocument(id?: string): Promise<Document> {
  const all = await formats();
  if (id === undefined) return documents.formatsDocument(all);
  const format = all.find((candidate) => candidate.id === id);
  if (format === undefined)
    throw unknown(
      'format',
      id,
      all.map((known) => known.id),
      'pitwall formats',
    );
  return documents.formatDocument(format);
}

/** The error for a name that a registry does not have, with the nearest one that it has. */
export function unknown(noun: string, name: string, known: readonly string[], where: string): PitwallError {
  const suggestion = suggestionFor(name, known);
  const cure = suggestion === null ? `Use one of: ${known.join(', ')}` : `Did you mean "${suggestion}"?`;
  return new PitwallError(`unknown-${noun}`, `there is no ${noun} "${name}"`, where, cure);
}
