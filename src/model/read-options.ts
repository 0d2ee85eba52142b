import type { Dictionary } from './log/dictionary.ts';
import type { StageKind } from './workflow/workflow.ts';

/** Status key → kind, of every stage and status of the configured workflow. */
export type ConfiguredStages = ReadonlyMap<string, StageKind>;

/** Files of one source, as configured. */
export interface ConfiguredSource {
  /** Patterns of file names; a file belongs to the first source that means it. */
  files: readonly string[];
  options: ReadOptions;
  /** Status key → stage of the workflow. */
  statuses: ReadonlyMap<string, string>;
}

/** What the user said about reading, the same for every file. */
export interface ReadOptions {
  /** IANA zone for timestamps without one. */
  timeZone: string;
  /** True if somebody named that zone. */
  timeZoneTold?: boolean;
  /** Field → column name, path or template of `{column}`s, from `--map` and `fields`. */
  fields: Readonly<Record<string, string>>;
  /** Order of day and month where the data leaves it open. */
  dateOrder: 'dmy' | 'mdy' | null;
  /** Format id, instead of detecting it. */
  input: string | null;
  /** Name of the source, where the user gives one. */
  sourceName: string | null;
  /** Columns to keep besides the format's own: those that `--where`, `--by` and `dropped` name. */
  extraFields: readonly string[];
  /** Given where a workflow is configured: columns of dates that it has are stages. */
  stages?: ConfiguredStages;
  /** The sheet of a workbook to read; left out, the one that a format is certain of. */
  sheet?: string;
  /** Given where the files are dated snapshots: file → its local date or instant, as far as the user says it. */
  snapshots?: ReadonlyMap<string, string>;
  /**
   * Given where people must lose their names: takes in everybody in a column or key of people, whether a format
   * asks for it or not, several names of one person with U+0000 between them.
   */
  metPeople?: Dictionary;
  /**
   * What a status means as configured, else by its name; null where neither says. For what a tool does to items that means
   * one thing to finished work and another to open work, such as archiving. Left out: nothing is known.
   */
  kindOf?: (status: string) => StageKind | null;
  /** True: each file is given the SHA-256 of its bytes. */
  digests?: boolean;
  /** Files that are read in ways of their own. */
  sources?: readonly ConfiguredSource[];
}
