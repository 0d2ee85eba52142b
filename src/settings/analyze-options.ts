import type { Basis, PeriodUnit } from '../model/settings.ts';

/** How far an analysis has come. */
export interface Progress {
  phase: 'read' | 'normalize' | 'compute';
  /** The file being read; null in the other phases. */
  file: string | null;
  bytes: number;
  /** Null where it cannot be told, as on standard input. */
  totalBytes: number | null;
  rows: number;
}

/** What an analysis may be told. An option wins over the configuration's key of the same name. */
export interface AnalyzeOptions {
  /** What `pitwall.yaml` holds, as an object. */
  configuration?: unknown;
  /** IANA name; default `UTC`. */
  timeZone?: string;
  /** What durations count; default `elapsed`. */
  basis?: Basis;
  /** Throughput's period; default `week`. */
  unit?: PeriodUnit;
  /**
   * The instant to look from: ISO 8601 with `Z` or an offset, or a local date, which means the last millisecond of that
   * day. Default: the latest event in the data, whatever the clock says. For now, pass `new Date().toISOString()`.
   */
  asOf?: string;
  /** Start of the window: an instant, or a local date, which means its midnight. */
  from?: string;
  /** End of the window, itself left out: an instant, or a local date, which means its midnight. */
  to?: string;
  /** The window as whole days, weeks or months up to `asOf`: `30d`, `12w`, `6m`. Not together with `from`. */
  last?: string;
  /** Conditions that an item must all meet: `type=Bug`, `team=A,B`, `type!=Epic`. */
  where?: string[];
  /** Conditions that no item meets give empty figures, not the error `empty-selection`. */
  allowEmpty?: boolean;
  /** A field: one result for each of its values, and the whole. */
  by?: string;
  /** Outputs call people `person 1`, `person 2` and so on: everybody who was ever assigned. */
  anonymizePeople?: boolean;
  /** Field → column or path, for the generic formats; adds to the configuration's `fields`. */
  map?: Record<string, string>;
  /** Order of day and month where the data leaves it open. */
  dateOrder?: 'dmy' | 'mdy';
  /** Format id, instead of detecting it. */
  input?: string;
  /** The sheet of an Excel workbook to read; default: the one that a format is certain of. */
  sheet?: string;
  /** Name of the source, where ids of several files collide. */
  sourceName?: string;
  /** What an hour of labour costs, for people and stages without a rate of their own; the configuration's `cost.hourlyRate`. */
  rate?: number;
  /** What a day of delay costs, for types without a price of their own; the configuration's `cost.delayPerDay`. */
  delayRate?: number;
  /** How amounts are labelled; the configuration's `cost.currency`. */
  currency?: string;
  /** Minutes that a hand-off costs; the configuration's `cost.handoffMinutes`. */
  handoffMinutes?: number;
  /**
   * True where the files are snapshots of one board from several days: each change of status between them counts on the
   * day that shows it. The days stand in the files or their names, or are given: file → local date or instant.
   */
  snapshots?: boolean | Record<string, string>;
  /**
   * False where none of what only the rows tell will be asked for: `item`, `inspect`, and the metric `handoffs` with its
   * detail. That saves a large part of the memory. Default: true; `analyze` never keeps them.
   */
  keepRows?: boolean;
  /** Findings of weight `error` end the analysis. */
  strict?: boolean;
  onProgress?: (progress: Progress) => void;
}
