/** The unit of a value in a part; a reporter knows how to write each. */
export type Unit =
  | 'days'
  | 'hours'
  | 'items'
  | 'points'
  | 'share'
  | 'number'
  | 'per day'
  | 'per period'
  | 'instant'
  | 'date'
  | 'text';

/** `null` is written as an em dash: not known. */
export type Value = number | string | boolean | null;

/** One figure with its label. */
export interface ScalarPart {
  part: 'scalar';
  label: string;
  value: Value;
  unit: Unit;
  /** Sample size and what else qualifies the figure: `85 % within 12.4 d · 63 items`. */
  note: string | null;
  /** Recent values, oldest first, for a sparkline; null where there are none. */
  trend: readonly (number | null)[] | null;
  /**
   * What the sparkline reaches from and to; without it, from 0 to the largest value. What is beyond is marked. A cut one
   * begins where a definition changed.
   */
  scale?: { from: number; to: number; isCut?: boolean };
}

export interface TableColumn {
  label: string;
  unit: Unit;
  /** Draw a bar beside the value, as long as its share of the column's largest. */
  bar?: boolean;
  /**
   * How much is lost if it is left out for the width. Lower numbers go first, 0 (the default) never. Below 5 it is a mere
   * addition, which also goes so that texts need not be cut; from 5 on it matters.
   */
  expendable?: number;
}

export interface TablePart {
  part: 'table';
  title: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly Value[])[];
  /** Said in place of a table without rows. */
  empty: string;
  /** The form besides `json` that has every column of it. */
  allIn?: 'csv';
  /** Drawn in its place where columns that matter do not fit: the same as a list, or what it comes to. */
  narrow?: TablePart;
}

/** Values over time. */
export interface SeriesPart {
  part: 'series';
  title: string;
  unit: Unit;
  points: readonly { label: string; value: number | null }[];
}

/** A distribution of days, with what it was taken from. */
export interface DistributionPart {
  part: 'distribution';
  title: string;
  count: number;
  mean: number | null;
  standardDeviation: number | null;
  min: number | null;
  max: number | null;
  percentiles: Readonly<Record<string, number | null>>;
}

/** Waiting against working, step by step, in the order of the work: drawn as a value-stream map draws its time line. */
export interface LadderPart {
  part: 'ladder';
  title: string;
  steps: readonly { label: string; step: 'wait' | 'work'; days: number }[];
  /** Said in place of a ladder without steps. */
  empty: string;
}

/** Values along a line, with other values marked: a small picture for a terminal. Outputs without one leave it out. */
export interface PicturePart {
  part: 'picture';
  title: string;
  unit: Unit;
  values: readonly number[];
  lines: readonly { label: string; value: number }[];
}

/**
 * A series period by period within its limits: a small picture for a terminal. Outputs without one leave it out.
 */
export interface PeriodsPart {
  part: 'periods';
  title: string;
  unit: Unit;
  /** Heights are those of their logarithms. */
  logarithmic: boolean;
  /** Oldest first; null: no point. `marked`: part of a signal. */
  points: readonly { label: string; value: number | null; marked: boolean }[];
  /** The highest first. */
  lines: readonly { label: string; value: number }[];
}

/** A sentence. */
export interface NotePart {
  part: 'note';
  weight: 'info' | 'warning' | 'error';
  text: string;
}

/** The closed set of things that a reporter can draw. */
export type Part =
  | ScalarPart
  | TablePart
  | SeriesPart
  | DistributionPart
  | LadderPart
  | PicturePart
  | PeriodsPart
  | NotePart;

export function scalar(
  label: string,
  value: Value,
  unit: Unit,
  note: string | null = null,
  trend: ScalarPart['trend'] = null,
): ScalarPart {
  return { part: 'scalar', label, value, unit, note, trend };
}

/**
 * @param empty what is said in its place if there are no rows
 * @param ways how else it can be shown or had
 */
export function table(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Value[])[],
  empty = '',
  ways: Pick<TablePart, 'allIn' | 'narrow'> = {},
): TablePart {
  return { part: 'table', title, columns, rows, empty, ...ways };
}

export function note(text: string, weight: NotePart['weight'] = 'info'): NotePart {
  return { part: 'note', weight, text };
}

/** How much of what was read, and of what was found in the data, an output says: a line or two, a list, all of it. */
export type Extent = 'brief' | 'listed' | 'whole';

export interface Section {
  id: string;
  /** Empty: the section has no heading. */
  title: string;
  parts: readonly Part[];
  /** Of what was read (`frame`) or of the findings: only in outputs that say so much of it. Left out: in every output. */
  only?: { of: 'frame' | 'findings'; at: readonly Extent[] };
}

/** What a reporter renders: the same content for every output. */
export interface Document {
  /** One line: what this is. */
  title: string;
  sections: readonly Section[];
  /** The JSON contract's object: what `json` prints, whole. */
  data: unknown;
  /** The rows that `csv` and `ndjson` print: one flat table. */
  records: { columns: readonly string[]; rows: readonly (readonly Value[])[] };
}

/** How a document is to look. */
export interface RenderOptions {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
  /** How much of what was read; left out: `brief` on a terminal, `whole` in Markdown. */
  frame?: 'brief' | 'whole' | undefined;
  /** How much of the findings; left out: `brief` on a terminal, `listed` in Markdown. */
  findings?: Extent | undefined;
}

/** A pure function from a document to text; it never computes a figure. */
export interface Reporter {
  /** As in `--format`. */
  id: string;
  /** File extensions that choose it. */
  extensions: readonly string[];
  description: string;
  render(document: Document, options: RenderOptions): string;
}
