import { stat } from 'node:fs/promises';
import { type Analysis, type Configuration, type History, inputPaths, PitwallError } from '../../index.ts';
import { openFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { inputsOf } from '../files/inputs.ts';
import { namedHistory } from '../history/history-path.ts';
import { readIfThere, readNamedHistory } from '../history/read-named-history.ts';
import type { Session } from '../session.ts';

/** What a question may say besides the options of the start. */
export type Selection = Pick<
  CommandOptions,
  'asOf' | 'basis' | 'by' | 'from' | 'last' | 'sle' | 'to' | 'unit' | 'where'
>;

/** How many analyses are kept, each of the same files under other options. */
const KEPT = 3;

const USAGE = 'pitwall mcp <files...>';

interface Kept {
  key: string;
  hasRows: boolean;
  analysis: Analysis;
}

/** What an analysis is for. */
interface Purpose {
  /** Whether the answer is made of the rows. */
  needsRows?: boolean;
  /** Stops the reading. */
  signal?: AbortSignal;
}

/**
 * The files that were named at the start, and no others. An analysis is kept until a file changes on the disk; then the
 * files are read again.
 */
export class FilesAtHand {
  /** Files, and folders whose files are looked for again with each question. */
  readonly inputs: readonly string[];
  private readonly folders: ReadonlySet<string>;
  readonly options: CommandOptions;
  readonly configuration: Configuration | undefined;
  readonly session: Session;
  private kept: Kept[] = [];
  private marks = '';
  private hidden: Analysis['withoutNames'] = (text) => text;

  private constructor(
    inputs: readonly string[],
    folders: ReadonlySet<string>,
    options: CommandOptions,
    configuration: Configuration | undefined,
    session: Session,
  ) {
    this.inputs = inputs;
    this.folders = folders;
    this.options = options;
    this.configuration = configuration;
    this.session = session;
  }

  /**
   * Finds the files of a command line and reads them once, so that whatever is wrong with them is said at the start.
   * @throws PitwallError
   */
  static async of(
    files: readonly string[],
    options: CommandOptions,
    configuration: Configuration | undefined,
    session: Session,
  ): Promise<FilesAtHand> {
    if (files.length === 0) throw new PitwallError('no-files', 'no files given', null, `Usage: ${USAGE}`);
    if (files.includes('-')) {
      throw new PitwallError('bad-option', 'standard input is where the client writes', '-', 'Name a file');
    }
    const named = (await inputsOf(files, USAGE, options, session)) as string[];
    const folders = new Set<string>();
    const inputs: string[] = [];
    for (const name of named) {
      if ((await stat(name).catch(() => null))?.isDirectory() === true) folders.add(name);
      inputs.push(...(folders.has(name) ? [name] : await inputPaths([name])));
    }
    for (const path of await inputPaths(inputs)) {
      if ((await stat(path)).isFile()) continue;
      throw new PitwallError('not-a-file', 'can be read only once', path, 'Write it to a file and name that');
    }
    const atHand = new FilesAtHand(inputs, folders, options, configuration, session);
    await atHand.analysis();
    return atHand;
  }

  /**
   * The files under the options of the start and those of a question: its window takes the place of the other, its
   * conditions are added.
   * @throws PitwallError whatever is wrong with the files or the options
   * @throws the reason of the signal, if that stops the reading
   */
  async analysis(selection: Selection = {}, { needsRows = false, signal }: Purpose = {}): Promise<Analysis> {
    const options = this.together(selection);
    const marks = await this.marked();
    if (marks !== this.marks) this.kept = [];
    this.marks = marks;
    // An analysis as of now gets older.
    const minute = options.asOf === 'now' ? Math.floor(Date.now() / 60_000) : null;
    const key = JSON.stringify([options, minute]);
    const known = this.kept.find((one) => one.key === key && (one.hasRows || !needsRows));
    if (known === undefined) return this.read(key, options, needsRows, signal);
    this.kept = [known, ...this.kept.filter((one) => one !== known)];
    return known.analysis;
  }

  /**
   * The history that the command line or the configuration names; null if neither does.
   * @throws PitwallError if there is no such file, and whatever is wrong with it
   */
  history({ withoutNames }: Analysis): Promise<History | null> {
    return readNamedHistory(this.options, this.configuration, this.session, withoutNames);
  }

  /** The same, without lines before the first snapshot. */
  async historyIfThere({ withoutNames }: Analysis): Promise<History | null> {
    const named = namedHistory(this.options, this.configuration, this.session);
    return named === null ? null : await readIfThere(named, withoutNames);
  }

  /** How many files there are now. */
  async count(): Promise<number> {
    return (await inputPaths(this.inputs)).length;
  }

  /** Hides the names of people in a text that no analysis made, if `--anonymize-people` is given. */
  withoutNames(text: string): string {
    return this.hidden(text);
  }

  private async read(
    key: string,
    options: CommandOptions,
    hasRows: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Analysis> {
    // Before the files are read: two analyses more than are kept would be in memory.
    this.kept = this.kept.filter((one) => one.key !== key).slice(0, KEPT - 1);
    const analysis = await openFiles(
      this.inputs,
      USAGE,
      options,
      this.configuration,
      this.session,
      hasRows,
      (opened) => opened,
      signal,
    );
    this.hidden = analysis.withoutNames;
    this.kept.unshift({ key, hasRows, analysis });
    return analysis;
  }

  private together(selection: Selection): CommandOptions {
    const given = Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined)) as Selection;
    const { from, last, since, to, where = [], ...rest } = this.options;
    const hasWindow = given.from !== undefined || given.last !== undefined || given.to !== undefined;
    const window = hasWindow ? {} : { from, last, since, to };
    const conditions = [...where, ...(given.where ?? [])];
    const all = { ...rest, ...window, ...given, where: conditions };
    return Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    ) as unknown as CommandOptions;
  }

  /** What differs once a file was written to or replaced, or once a folder has others. */
  private async marked(): Promise<string> {
    const paths = this.inputs.map(async (path) =>
      this.folders.has(path) ? inputPaths([path]).catch(() => []) : [path],
    );
    const marks = (await Promise.all(paths)).flat().map((path) => this.mark(path));
    return (await Promise.all(marks)).join('\n');
  }

  private async mark(path: string): Promise<string> {
    const there = await stat(path, { bigint: true }).catch(() => null);
    if (there === null) return `${path}:missing`;
    if (there.isFile()) return `${path}:${there.dev}:${there.ino}:${there.size}:${there.mtimeNs}`;
    // A pipe would never end, and nobody named the files of a folder.
    const where = this.options.anonymizePeople === true ? `input ${this.inputs.indexOf(path) + 1}` : path;
    throw new PitwallError('not-a-file', 'it is no file any more', where, 'Put the file back');
  }
}
