import type { Dictionary } from '../model/log/dictionary.ts';
import type { EventLog, LogFile } from '../model/log/event-log.ts';
import type { HistoryGrade } from '../model/log/history-grade.ts';
import type { ConfiguredStages, ReadOptions } from '../model/read-options.ts';
import type { ObjectShape } from './text/json/part-shapes.ts';

export type { ConfiguredStages, ReadOptions };

/** How well a sample fits a format. `likely` is taken only if nothing else fits, and is reported as a guess. */
export interface Probe {
  score: 'certain' | 'likely' | 'no';
  /** Columns or keys of the format that were found, as written in the file. */
  matched: string[];
  /** What is missing, for the message that says why it was not taken. */
  missing: string[];
}

/** The head of a table: what a probe may look at. Never the file's name. */
export interface TableSample {
  /** Header cells, trimmed, as written. For JSON records: the paths that occur in them (`fields.status`). */
  header: readonly string[];
  /** Up to 100 records under the header; cells may be fewer or more than the header's. */
  rows: readonly (readonly string[])[];
}

/** The head of a JSON file. */
export interface JsonSample {
  /** Up to 20 records: elements of the array, of the wrapper's array, or lines. */
  records: readonly unknown[];
  /** The object around the array, without the array; null if there is none. */
  wrapper: Readonly<Record<string, unknown>> | null;
}

/** The head of an XML file: what comes before its first rows. */
export interface XmlSample {
  /** Name of the root element. */
  root: string;
  /** Names of the elements right under it, each once. */
  children: readonly string[];
  /** Values of `key` attributes, and the names of the root's attributes, each once. */
  names: readonly string[];
}

/** A column of repeated strings: the current row's value as a dictionary id, trimmed; EMPTY for an empty cell. */
export interface CategoryColumn {
  readonly name: string;
  readonly dictionary: Dictionary;
  id: number;
}

/** A column of timestamps: the current row's instant. */
export interface InstantColumn {
  readonly name: string;
  /** Epoch milliseconds; NaN where the cell is empty or unreadable. */
  at: number;
  /** True if the cell has a text that is no timestamp. */
  unreadable: boolean;
  /** True if every cell so far is a date without a time of day. */
  dayOnly: boolean;
  /** The current cell as written, for a finding. */
  text(): string;
}

/** What several files of one source say together: written once all files have been read. */
export interface SharedReading {
  /** Adds to the log what the files say; use `log.continueFile` to say which of them each part comes from. */
  write(): void;
}

/** A file of any shape that a format is reading. */
export interface Reading {
  readonly log: EventLog;
  readonly file: LogFile;
  readonly options: ReadOptions;
  /** The reading that all files of this source and name share; made when the first of them asks for it. */
  shared<Shared extends SharedReading>(name: string, make: () => Shared): Shared;
}

/** A table (CSV or flat JSON records) being read by a format. */
export interface Table extends Reading {
  readonly header: readonly string[];
  /** For JSON records, the object around them as far as it has come; null if there is none. */
  readonly wrapper: Readonly<Record<string, unknown>> | null;
  /** The records above the header, without empty cells. */
  readonly above: readonly (readonly string[])[];
  /** Index of the first column of one of these names, compared as in `headerKey`; −1 if there is none. */
  find(...names: string[]): number;
  /**
   * Requests a column as categories. A template such as `{a} / {b}` joins cells (empty if all are). Request the item's id
   * first: values that mostly depend on the item are then found faster.
   */
  category(column: number | string, dictionary: Dictionary): CategoryColumn;
  /**
   * Requests a column as instants. All instant columns of a file share one decision on day and month order.
   * @param offset the column with the offset from UTC of each row's dates (`+01:00`), if they do not state it
   * @param part what counts of a range of dates (`March 1, 2026 → March 5, 2026`); its start if left out
   */
  instant(column: number | string, offset?: number, part?: 'start' | 'end'): InstantColumn;
  /** Puts the current row into a finding, and uses it for nothing else. */
  reject(code: string, why: string, value: string): void;
  /** Notes a bad cell of a row that is used nevertheless. */
  badCell(code: string, why: string, value: string): void;
}

/** Gets the rows of a table one after another, with each row's values in the requested columns. */
export interface TableSink {
  /** Uses the row: must end in exactly one of `table.file.used++`, `table.file.merged++`, or `table.reject`. */
  row(line: number): void;
  end?(): void;
}

/** JSON records being read by a format. */
export interface JsonRecords extends Reading {
  readonly wrapper: Readonly<Record<string, unknown>> | null;
  /** An ISO timestamp or epoch number as epoch milliseconds; NaN if it is neither. */
  instant(value: unknown): number;
  /**
   * Notes that the current record holds this many rows of its own, such as the cards and actions of a board. They count in
   * its place, each as used, merged or rejected.
   */
  holds(rows: number): void;
  reject(code: string, why: string, value: string): void;
  badCell(code: string, why: string, value: string): void;
}

export interface JsonSink {
  /** As TableSink.row; `number` counts the records from 1. */
  record(value: unknown, number: number): void;
  end?(): void;
}

/** What a file of a format says of a status's kind, besides its name, each with where it stands. */
interface KindSources {
  /** What the tool itself says of a status; null where it says nothing. */
  tool: string | null;
  /** The instants at which items finished, in fields of their own; null where there are none. */
  finishDates: string | null;
  /** True where the file says in which status an item is today, besides what happened to it. */
  statusToday: boolean;
}

/** What a file of a format knows items and statuses by, whatever they are called. */
interface FormatIdentity {
  item: string;
  /** What has an id of its own, so that a new name is no new status; null: statuses go by their names. */
  statuses: string | null;
  /** Other ids that an item is found by; null where there are none. */
  aliases: string | null;
}

interface FormatBase {
  /** File name = id = noun: `transition-log`. */
  id: string;
  /** As people call it: `Jira REST, with changelog`. */
  name: string;
  /** The tool it comes from; items merge by id within one tool's files. `table` for the generic ones. */
  tool: string;
  grade: HistoryGrade;
  /** What says what a status means: for docs/formats.md. */
  kindEvidence: KindSources;
  identity: FormatIdentity;
  /** Reads tables of any tool: probed only if no tool's own format is certain of a file. */
  generic?: true;
  /** One sentence: what a file of it holds and what it does not show. */
  description: string;
  /** Steps to get such a file out of its tool. */
  howToGet: readonly string[];
  /** Fields and the columns or paths they are read from, for docs and `formats <id>`. */
  fields: Readonly<Record<string, string>>;
}

export interface TableFormat extends FormatBase {
  shape: 'table';
  /**
   * @param fields what `--map` and `fields` say: a mapped column counts as found.
   * @param stages the statuses of a configured workflow; left out where none is configured
   */
  probe(sample: TableSample, fields: Readonly<Record<string, string>>, stages?: ConfiguredStages): Probe;
  open(table: Table): TableSink;
}

export interface JsonFormat extends FormatBase {
  shape: 'json';
  /** The parts of its records that it reads: what is of another shape is put right before a record is read, or noted. */
  parts: ObjectShape;
  probe(sample: JsonSample): Probe;
  open(records: JsonRecords): JsonSink;
}

/** An XML file whose elements become rows, the columns being the names of what they hold. */
export interface XmlFormat extends FormatBase {
  shape: 'xml';
  probe(sample: XmlSample): Probe;
  open(table: Table): TableSink;
}

/** One export format: a file in `tools/`, a line in the registry, a folder of fixtures. */
export type Format = TableFormat | JsonFormat | XmlFormat;
