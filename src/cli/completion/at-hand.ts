import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Analysis,
  anonymizer,
  type Configuration,
  inputPaths,
  open,
  PitwallError,
  readHistory,
} from '../../index.ts';
import { analyzeOptionsOf, type CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { namedHistory } from '../history/history-path.ts';
import type { Session } from '../session.ts';

/** Larger files take longer than anybody waits for a key. */
const LARGEST_BYTES = 2_000_000;
/** A reading that takes longer is given up: small files may hold much. */
const LONGEST_MS = 2000;
/** Headers are shorter. */
const HEADER_BYTES = 16 * 1024;

/** Fields that every item has, whatever its file. */
const OF_EVERY_ITEM = ['assignee', 'source', 'stage', 'status'];

/** Options that decide how files are read. */
const READING = [
  '--config',
  '--input',
  '--sheet',
  '--time-zone',
  '--source-name',
  '--date-order',
  '--history',
] as const;

/** The names and values of the files and the configuration that a command line names so far. */
export class AtHand {
  readonly #files: readonly string[];
  readonly #options: CommandOptions;
  readonly #session: Session;
  #configured: Promise<Configuration | null> | null = null;
  readonly #analyses = new Map<string | null, Promise<Analysis | null>>();
  readonly #enough = AbortSignal.timeout(LONGEST_MS);

  /**
   * @param files the files of the line
   * @param given the values of its options, by their long names
   */
  constructor(files: readonly string[], given: ReadonlyMap<string, readonly string[]>, session: Session) {
    this.#session = session;
    this.#files = files.map((file) => this.#atHome(file));
    const options: Record<string, unknown> = { color: false };
    for (const name of READING) {
      const value = given.get(name)?.at(-1);
      if (value !== undefined) options[camelCase(name)] = value;
    }
    for (const name of ['--map', '--snapshot-date']) {
      const values = given.get(name)?.filter((value) => value.includes('='));
      if (values !== undefined && values.length > 0) options[camelCase(name)] = values;
    }
    for (const name of ['--snapshots', '--anonymize-people']) if (given.has(name)) options[camelCase(name)] = true;
    if (typeof options.config === 'string') options.config = this.#atHome(options.config);
    this.#options = options as unknown as CommandOptions;
  }

  /** The fields of items, without columns that no format asks for. */
  async fields(): Promise<string[]> {
    const fields = (await this.#analysis(null))?.fields();
    if (fields !== undefined) return fields;
    const configuration = await this.#configuration();
    return configuration === null ? [] : [...new Set([...Object.keys(configuration.fields ?? {}), ...OF_EVERY_ITEM])];
  }

  /** The stages of the workflow, in its order. */
  async stages(): Promise<string[]> {
    const stages = (await this.#analysis(null))?.stages();
    return stages ?? (await this.#configuration())?.workflow?.map(({ stage }) => stage) ?? [];
  }

  /** The values of a field, those of most items first. */
  async values(field: string): Promise<string[]> {
    // A field that `by` names is read, even if no format asks for it.
    const analysis = await this.#analysis(field);
    if (analysis === null) return field === 'stage' ? this.stages() : [];
    const counts = new Map<string, number>();
    for (const value of analysis.values(field).flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([value]) => value);
  }

  /**
   * The columns of tables, as their headers have them.
   * @param keys true for the paths of keys in JSON, too
   */
  async columns(keys: boolean): Promise<string[]> {
    try {
      const copier = await anonymizer();
      for (const path of await this.#smallFiles()) {
        const file = startOf(path);
        if (file.isMarkup && !keys) continue;
        // The copy is thrown away: what matters are the columns that it met.
        for await (const _ of copier.copy(file.isTable ? { name: path, data: file.start } : path)) {
          if (this.#enough.aborted) return [];
        }
      }
      return copier.columns().map(({ column }) => column);
    } catch {
      return [];
    }
  }

  /** The names of the series in the history. */
  async series(): Promise<string[]> {
    try {
      const named = namedHistory(this.#options, (await this.#configuration()) ?? undefined, this.#session);
      if (named === null || !isSmall([named.path])) return [];
      const { lines } = await readHistory(await readFile(named.path, 'utf8'), named.name);
      return [...new Set(lines.map(({ line }) => line.series))];
    } catch {
      return [];
    }
  }

  /** `~/` is the shell's, which has not expanded it yet. */
  #atHome(file: string): string {
    return file.startsWith('~/') ? join(this.#session.env.HOME ?? homedir(), file.slice(2)) : file;
  }

  #configuration(): Promise<Configuration | null> {
    this.#configured ??= readConfiguration(this.#options, this.#session).then(
      (configuration) => configuration ?? null,
      () => null,
    );
    return this.#configured;
  }

  /** The files; none if they are no plain files, or too large. */
  async #smallFiles(): Promise<string[]> {
    const files = this.#files.filter((file) => file !== '-');
    if (files.length === 0) return [];
    const paths = await inputPaths(files.map((file) => resolve(this.#session.cwd, file)));
    return isSmall(paths) ? paths : [];
  }

  /** @param field one to read besides those that the format asks for */
  #analysis(field: string | null): Promise<Analysis | null> {
    let analysis = this.#analyses.get(field);
    if (analysis === undefined) {
      analysis = this.#opened(field).catch(() => null);
      this.#analyses.set(field, analysis);
    }
    return analysis;
  }

  async #opened(field: string | null): Promise<Analysis | null> {
    const paths = await this.#smallFiles();
    if (paths.length === 0) return null;
    const configuration = await this.#configuration();
    const given = {
      ...analyzeOptionsOf(this.#options),
      ...(field === null ? {} : { by: field }),
      ...(configuration === null ? {} : { configuration }),
      keepRows: false,
      signal: this.#enough,
    };
    return open(paths, given).catch((error: unknown) => {
      // Names and values do not depend on which comes first.
      if (!(error instanceof PitwallError) || error.code !== 'date-order') throw error;
      return open(paths, { ...given, dateOrder: 'dmy' });
    });
  }
}

function camelCase(option: string): string {
  return option.slice(2).replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase());
}

/** True for plain files that are read at once: a pipe or a device would be read from instead of the command. */
function isSmall(paths: readonly string[]): boolean {
  let bytes = 0;
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) return false;
    bytes += stats.size;
  }
  return bytes <= LARGEST_BYTES;
}

/** The beginning of a file, up to the end of a line: enough for the header of a table. */
function startOf(path: string): { start: Uint8Array; isMarkup: boolean; isTable: boolean } {
  const bytes = new Uint8Array(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    const read = bytes.subarray(0, readSync(file, bytes));
    const text = new TextDecoder().decode(read.subarray(0, 64));
    const isMarkup = /^[\uFEFF\s]*[{[<]/.test(text);
    // Workbooks and packed files begin with these. Their header is inside.
    const isTable = !isMarkup && read[0] !== 0x1f && !/^(PK|PAR1)/.test(text);
    const end = read.lastIndexOf(10);
    return { start: end === -1 ? read : read.subarray(0, end + 1), isMarkup, isTable };
  } finally {
    closeSync(file);
  }
}
