import type { CancelSignal } from '../model/cancel-signal.ts';
import type { Basis, PeriodUnit } from '../model/settings.ts';

/** The progress of an analysis. */
export interface Progress {
  phase: 'read' | 'normalize' | 'compute';
  /** The file being read; null in the other phases. */
  file: string | null;
  bytes: number;
  /** Null if it is not known, as on standard input. */
  totalBytes: number | null;
  rows: number;
}

/** The options of an analysis. An option overrides the configuration's key of the same name. */
export interface AnalyzeOptions {
  /** The contents of `pitwall.yaml`, as an object. */
  configuration?: unknown;
  /** The file that it comes from, if outputs should say so. It is not read. */
  configurationFile?: string;
  /** IANA name; default `UTC`. */
  timeZone?: string;
  /** What durations count; default `elapsed`. */
  basis?: Basis;
  /** Throughput's period; default `week`. */
  unit?: PeriodUnit;
  /**
   * The "now" of the analysis: ISO 8601 with `Z` or an offset, or a local date, which means the last millisecond of that
   * day. Default: the latest event in the data. For the clock's now, pass `new Date().toISOString()`.
   */
  asOf?: string;
  /** Start of the window: an instant, or a local date, which means its midnight. */
  from?: string;
  /** End of the window (exclusive): an instant, or a local date, which means its midnight. */
  to?: string;
  /** The window as whole days, weeks or months up to `asOf`: `30d`, `12w`, `6m`. Not together with `from`. */
  last?: string;
  /** Conditions that an item must all meet: `type=Bug`, `team=A,B`, `type!=Epic`. */
  where?: string[];
  /** True: conditions that no item meets give empty figures, not the error `empty-selection`. */
  allowEmpty?: boolean;
  /** A field: one result for each of its values, and one for the whole. */
  by?: string;
  /** Outputs replace the names of people with `person 1`, `person 2` and so on. */
  anonymizePeople?: boolean;
  /** Field → column or path, for the generic formats; adds to the configuration's `fields`. */
  map?: Record<string, string>;
  /** The order of day and month in dates that could be either. */
  dateOrder?: 'dmy' | 'mdy';
  /** Format id, instead of detecting it. */
  input?: string;
  /** The sheet of an Excel workbook to read; default: the one that a format is certain of. */
  sheet?: string;
  /** Name of the source, if ids of several files clash. */
  sourceName?: string;
  /**
   * By when a share of the items should be done, in days of the basis: `10d`, or `10d@85%`. Without one, the percentile
   * of the items' own past.
   */
  sle?: string;
  /** What an hour of labour costs, for people and stages without a rate of their own; the configuration's `cost.hourlyRate`. */
  rate?: number;
  /** What a day of delay costs, for types without a price of their own; the configuration's `cost.delayPerDay`. */
  delayRate?: number;
  /** The label of amounts; the configuration's `cost.currency`. */
  currency?: string;
  /** Minutes that a hand-off costs; the configuration's `cost.handoffMinutes`. */
  handoffMinutes?: number;
  /**
   * True if the files are snapshots of one board from several days: each change of status between them counts on the day
   * of the later one. The days come from the files or their names, or are given: file → local date or instant.
   */
  snapshots?: boolean | Record<string, string>;
  /**
   * False drops the rows, which saves a large part of the memory. `item`, `inspect`, and the metric `handoffs` with its
   * detail need them. Default: true; `analyze` never keeps them.
   */
  keepRows?: boolean;
  /** True: the files are hashed while they are read, so that a snapshot can say what it was taken from. */
  hashInputs?: boolean;
  /** Findings of weight `error` end the analysis. */
  strict?: boolean;
  onProgress?: (progress: Progress) => void;
  /**
   * Stops the reading and the rebuilding: the promise is then rejected with the signal's reason. With one, a long run also
   * lets the other work of the process run meanwhile. Answers of an `Analysis` are not stopped.
   */
  signal?: CancelSignal;
}
