import type { Unit } from './document-parts.ts';

/**
 * A chart as data: what there is to see, and not how it is drawn. Made from the JSON contract alone. A renderer places the
 * marks and computes no figure.
 *
 * Positions are numbers, and the axis says of what:
 * - `time`: milliseconds of the wall clock in the analysis time zone, written as though that clock were UTC. Midnight is
 *   a multiple of a day whatever the zone, and `new Date(x).toISOString()` spells the local date.
 * - `linear`, `log`: the value in the axis' unit.
 * - `columns`: the index of the column; its middle is the whole number, its edges are a half to either side.
 */
export interface Chart {
  name: string;
  /** A sentence, and the answer: `85 % of 100 items took 29.8 d or less.` */
  title: string;
  /** What a person who cannot see it should know of its shape, in sentences. */
  alternative: string;
  /** How to read it, in a few sentences that hold for every chart of this name. */
  reading: string;
  /** Why it cannot be drawn, as a sentence; there are no panels then. Null: it is drawn. */
  reason: string | null;
  /** From top to bottom; the first says most. */
  panels: readonly Panel[];
  /** What a reader must know to read it rightly. */
  notes: readonly string[];
  /** How its values are written: the time zone of instants, and whether a day is 24 hours. */
  notation: { timeZone: string; days: 'clock' | 'whole' };
}

export type Panel = PlanePanel | MatrixPanel | NetworkPanel | LadderPanel;

/** A unit of the documents, or an amount in the axis' currency. */
export type ChartUnit = Unit | 'money';

/**
 * What a mark stands for. A renderer gives each a colour and, because colour never carries meaning alone, a pattern, a
 * character or a label. `group` is one of several values of a field, told apart by their order; `back` is work that went
 * back; `context` matters less than the rest; `signal` is what the reader should look at.
 */
export type Tone =
  | 'plain'
  | 'context'
  | 'group'
  | 'todo'
  | 'active'
  | 'waiting'
  | 'blocked'
  | 'paused'
  | 'done'
  | 'dropped'
  | 'back'
  | 'signal'
  | 'limit'
  | 'labour'
  | 'delay';

export interface Axis {
  label: string;
  unit: ChartUnit;
  /** The label of amounts; null where the unit is none or none is known. */
  currency: string | null;
  scale: 'linear' | 'log' | 'time' | 'columns';
  /** Whether a logarithmic scale may be asked for. */
  offersLog: boolean;
  /** The range that holds every mark and reference line. */
  from: number;
  to: number;
  /** The names of the columns, in their order; empty for other scales. */
  columns: readonly string[];
}

/** Marks between two axes. */
export interface PlanePanel {
  panel: 'plane';
  /** Empty where the chart's own title says it. */
  title: string;
  x: Axis;
  y: Axis;
  /** The first lies at the bottom: later ones are drawn over it, or stacked on it. */
  series: readonly Series[];
  references: readonly Reference[];
}

interface SeriesBase {
  /** What the legend calls it; empty: it is not in the legend. */
  label: string;
  tone: Tone;
}

export type Series =
  | (SeriesBase & { mark: 'dots'; dots: readonly Dot[] })
  | (SeriesBase & { mark: 'bars'; stacked: boolean; bars: readonly Bar[] })
  /** Areas are stacked on the areas before them; a height of null leaves a gap. */
  | (SeriesBase & { mark: 'area'; points: readonly Point[] })
  | (SeriesBase & { mark: 'line' /** Level until the next point. */; stepped: boolean; points: readonly Point[] })
  /** The region between two lines. */
  | (SeriesBase & { mark: 'band'; edges: readonly { x: number; low: number; high: number }[] })
  | (SeriesBase & { mark: 'boxes'; boxes: readonly Box[] })
  | (SeriesBase & { mark: 'segments'; segments: readonly Segment[] });

export interface Dot {
  x: number;
  y: number;
  /** The item's; null where the dot is none. */
  id: string | null;
  title: string | null;
  /** What else it says: `48.1 d in Waiting for review, 13 % to meet 30 d`. */
  note: string | null;
  /** Marked, as a signal is. */
  marked: boolean;
}

export interface Bar {
  from: number;
  to: number;
  /** Null: not known, which is no bar and no 0. */
  value: number | null;
  /** What it stands for: `2026-03-02`, `10 d to 15 d`. */
  label: string;
  /** Part of what it stands for lies outside the window: drawn hatched. */
  incomplete: boolean;
  /** The item's, where the bar is one. */
  id?: string;
}

export interface Point {
  x: number;
  /** Null: a gap. */
  y: number | null;
  /** Null where the position says it. */
  note: string | null;
  marked: boolean;
}

/** A rectangle: a band of ages over one column. */
export interface Box {
  from: number;
  to: number;
  low: number;
  high: number;
  label: string;
}

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  label: string;
  /** Whether it points from the first end to the second. */
  arrow: boolean;
}

/** A line across the panel at one value. */
export interface Reference {
  axis: 'x' | 'y';
  value: number;
  /** `85 %`. */
  label: string;
  /** The value with its unit: `29.8 d`. */
  text: string;
  tone: Tone;
}

/** How often, from each row to each column. */
export interface MatrixPanel {
  panel: 'matrix';
  title: string;
  unit: ChartUnit;
  rowsLabel: string;
  columnsLabel: string;
  rows: readonly string[];
  columns: readonly string[];
  /** Those that are not 0. `row` and `column` are indexes. */
  cells: readonly { row: number; column: number; value: number; note: string | null }[];
}

/** Places in the order of the work, and what went from one to another. */
export interface NetworkPanel {
  panel: 'network';
  title: string;
  unit: ChartUnit;
  nodes: readonly {
    label: string;
    tone: Tone;
    figures: readonly { label: string; value: number | null; unit: ChartUnit }[];
  }[];
  /** `from` and `to` are indexes of nodes; `back`: against the order of the work. */
  links: readonly { from: number; to: number; value: number; back: boolean }[];
}

/** Waiting against working, step by step: waits on the upper line, work on the lower. */
export interface LadderPanel {
  panel: 'ladder';
  title: string;
  steps: readonly { label: string; step: 'wait' | 'work'; days: number }[];
}
