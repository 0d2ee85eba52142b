import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
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

/**
 * The files that were named at the start, and no others. An analysis is kept until a file changes on the disk; then the
 * files are read again.
 */
export class FilesAtHand {
  readonly paths: readonly string[];
  readonly options: CommandOptions;
  readonly configuration: Configuration | undefined;
  readonly session: Session;
  private kept: Kept[] = [];
  private marks = '';

  private constructor(
    paths: readonly string[],
    options: CommandOptions,
    configuration: Configuration | undefined,
    session: Session,
  ) {
    this.paths = paths;
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
    const paths = await inputPaths(await inputsOf(files, USAGE, options, session));
    for (const path of paths) {
      if ((await stat(resolve(session.cwd, path))).isFile()) continue;
      throw new PitwallError('not-a-file', 'can be read only once', path, 'Write it to a file and name that');
    }
    const atHand = new FilesAtHand(paths, options, configuration, session);
    await atHand.analysis();
    return atHand;
  }

  /**
   * The files under the options of the start and those of a question: its window takes the place of the other, its
   * conditions are added.
   * @param needsRows whether the answer is made of the rows
   * @throws PitwallError whatever is wrong with the files or the options
   */
  async analysis(selection: Selection = {}, needsRows = false): Promise<Analysis> {
    const options = this.together(selection);
    const marks = (await Promise.all(this.paths.map((path) => this.mark(path)))).join('\n');
    if (marks !== this.marks) this.kept = [];
    this.marks = marks;
    // An analysis as of now gets older.
    const minute = options.asOf === 'now' ? Math.floor(Date.now() / 60_000) : null;
    const key = JSON.stringify([options, minute]);
    const known = this.kept.find((one) => one.key === key && (one.hasRows || !needsRows));
    if (known === undefined) return this.read(key, options, needsRows);
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

  private async read(key: string, options: CommandOptions, hasRows: boolean): Promise<Analysis> {
    // Before the files are read: two analyses more than are kept would be in memory.
    this.kept = this.kept.filter((one) => one.key !== key).slice(0, KEPT - 1);
    const analysis = await openFiles(
      this.paths,
      USAGE,
      options,
      this.configuration,
      this.session,
      hasRows,
      (opened) => opened,
    );
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

  /** What differs once a file was written to or replaced. */
  private async mark(path: string): Promise<string> {
    const there = await stat(resolve(this.session.cwd, path), { bigint: true }).catch(() => null);
    return there === null ? 'missing' : `${there.dev}:${there.ino}:${there.size}:${there.mtimeNs}`;
  }
}
