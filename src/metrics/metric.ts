import type { Figures } from '../contract/result.ts';
import type { Part, ScalarPart, Value } from '../model/document/document-parts.ts';
import type { Basis } from '../model/settings.ts';
import type { MetricInput } from './metric-input.ts';
import type { StageOfWork } from './view/stage-columns.ts';

/** A figure's key in the JSON contract. */
export type MetricId = keyof Figures;

/** What a sentence must know besides the data. */
export interface Told {
  basis: Basis;
  /** True where no stage waits: then all time in progress counts as work. */
  noStageWaits: boolean;
}

/** How a metric's data is shown; takes nothing but the data, so that saved JSON can be shown later. */
export interface MetricView<Data> {
  /** Its lines among the key figures of the report, and its columns where groups are compared. */
  brief(data: Data): ScalarPart[];
  /** The answer of its own command in a sentence. */
  headline(data: Data, told: Told): string;
  /**
   * What its own command shows.
   * @param stages of the workflow, which say whose columns matter most
   */
  full(data: Data, stages?: readonly StageOfWork[]): Part[];
  /** The items behind its figures, which its own command shows when asked for them. */
  items?(data: Data): Part[];
  /** What `csv` and `ndjson` print for its own command: one flat table. */
  records(data: Data): { columns: readonly string[]; rows: readonly (readonly Value[])[] };
}

/** What `explain` says of a metric. */
export interface Definition {
  /** One or two sentences in plain words. */
  meaning: string;
  /** The formula or rule, precisely. */
  formula: string;
  unit: string;
  /** What is left out, and what must not be read into it. */
  caution: string;
}

/** One metric: a folder in `measures/` and a line in the registry. */
export interface Metric<Id extends MetricId = MetricId> {
  id: Id;
  /** The command's name: the key in kebab case. */
  command: string;
  title: string;
  /** What a sentence calls it: `Not known from these files: cycle time and age`. */
  words: string;
  /** Its place among the key figures of the report, lowest first; left out: it has none. */
  keyFigure?: number;
  definition: Definition;
  /** True if its detail needs the rows: which team had each item. */
  needsRows?: true;
  /**
   * The metric's data, as in the JSON contract. Pure: never reads the clock.
   * @param detail with its per-item, per-day or per-visit detail
   */
  compute(input: MetricInput, detail: boolean): Figures[Id];
  view: MetricView<Figures[Id]>;
}
