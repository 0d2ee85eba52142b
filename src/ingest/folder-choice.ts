import { UnknownFormatError } from '../model/column-proposal.ts';
import { PitwallError } from '../model/errors.ts';
import type { FindingWeight } from '../model/finding.ts';
import type { EventLog } from '../model/log/event-log.ts';
import type { ReadOptions } from '../model/read-options.ts';
import { type ExportFacts, exportFactsOf, newestExports, type OlderExport } from './settle/newest-exports.ts';
import type { SingleInput } from './source/input-files.ts';

type FolderFile = Extract<SingleInput, { path: string }> & { folder: string };

/** A file of the folder that is not read, and why. */
interface PassedOver {
  file: string;
  error: PitwallError;
}

/** What a folder was found to hold. */
interface Sorted {
  /** The files to read. */
  files: SingleInput[];
  /** How many exports there were to choose from. */
  exports: number;
  older: OlderExport[];
  passedOver: PassedOver[];
}

/** The files to read in place of those that folders hold, and what the log should say of it. */
export interface FolderChoice {
  files: SingleInput[];
  /** Notes in the log which files of the folders were left out, and why. */
  note(log: EventLog): void;
}

/** What a file is that never was an export. Other errors are those of an export with something wrong. */
const NO_EXPORT: ReadonlySet<string> = new Set(['binary-file', 'empty-file', 'unknown-format', 'web-page', 'xml']);

/** What only shows once all files are read: these files are. */
const LEFT_TO_ALL: ReadonlySet<string> = new Set(['date-order', 'no-rows', 'no-workbook']);

/**
 * Chooses the exports of each folder that are read. Files that were named by themselves are read in any case.
 * @param readAlone reads one file into a log of its own
 * @throws PitwallError `no-export` if a folder holds none
 */
export async function chooseFiles(
  inputs: readonly SingleInput[],
  options: ReadOptions,
  readAlone: (file: SingleInput, options: ReadOptions) => Promise<EventLog>,
): Promise<FolderChoice> {
  const folders = new Map<string, FolderFile[]>();
  for (const input of inputs) {
    if (isOfFolder(input)) folders.set(input.folder, [...(folders.get(input.folder) ?? []), input]);
  }
  const sorted = new Map<string, Sorted>();
  for (const [folder, files] of folders) sorted.set(folder, await sort(folder, files, options, readAlone));
  const first = new Set<string>();
  const files = inputs.flatMap((input) => {
    if (!isOfFolder(input)) return [input];
    if (first.has(input.folder)) return [];
    first.add(input.folder);
    return sorted.get(input.folder)?.files ?? [];
  });
  return {
    files,
    note(log) {
      for (const [folder, one] of sorted) note(log, folder, one);
    },
  };
}

function isOfFolder(input: SingleInput): input is FolderFile {
  return 'path' in input && input.folder !== undefined;
}

async function sort(
  folder: string,
  files: readonly FolderFile[],
  options: ReadOptions,
  readAlone: (file: SingleInput, options: ReadOptions) => Promise<EventLog>,
): Promise<Sorted> {
  // What is wrong with the only file is what there is to say.
  if (files.length === 1) return { files: [...files], exports: 1, older: [], passedOver: [] };
  const facts: ExportFacts[] = [];
  const certain: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const file of files) {
    try {
      facts.push(exportFactsOf(await readAlone(file, options)));
    } catch (error) {
      if (!(error instanceof PitwallError)) throw error;
      if (LEFT_TO_ALL.has(error.code)) certain.push(file.path);
      else passedOver.push({ file: file.path, error });
    }
  }
  if (facts.length + certain.length === 0) throw noExport(folder, passedOver);
  // Snapshots of one board are told from each other by their days: all of them count.
  const isSeries = options.snapshots !== undefined;
  const { kept, older } = isSeries ? { kept: new Set(facts.map(({ file }) => file)), older: [] } : newestExports(facts);
  const wanted = new Set([...kept, ...certain]);
  return {
    files: files.filter(({ path }) => wanted.has(path)),
    exports: wanted.size + older.length,
    older,
    passedOver,
  };
}

function noExport(folder: string, passedOver: readonly PassedOver[]): PitwallError {
  const one = passedOver.find(({ error }) => kindOf(error) !== 'no-export') ?? (passedOver[0] as PassedOver);
  if (kindOf(one.error) === 'unread-export') return one.error;
  const { error, file } = one;
  const what = `none of the ${passedOver.length} files in this folder is an export; of ${file}: ${error.what}`;
  const cure = `pitwall inspect ${file} says what it lacks, and pitwall formats how to get an export`;
  return new PitwallError('no-export', what, folder, cure);
}

type PassedKind = 'no-export' | 'unknown-export' | 'unread-export';

/** What a file is of which nothing is read: nothing like an export, a table that no format fits, or one that is broken. */
function kindOf(error: PitwallError): PassedKind {
  if (!NO_EXPORT.has(error.code)) return 'unread-export';
  const isTable = error instanceof UnknownFormatError && error.proposal.columns.length > 1;
  return isTable ? 'unknown-export' : 'no-export';
}

const PASSED_OVER: Readonly<Record<PassedKind, readonly [FindingWeight, message: string, cure: string]>> = {
  'no-export': ['info', 'files in the folder that are no export: passed over', 'Nothing to do'],
  'unknown-export': [
    'warning',
    'tables in the folder whose columns no format fits: what they say is missing',
    'pitwall inspect <file> shows how it may be read; name its columns with --map, or move it elsewhere',
  ],
  'unread-export': [
    'error',
    'files in the folder that cannot be read: what they say is missing',
    'Export them again, or move them elsewhere; pitwall inspect <file> says what is wrong',
  ],
};

function note(log: EventLog, folder: string, { exports, files, older, passedOver }: Sorted): void {
  const { findings } = log;
  for (const { file, newer, missing } of older) {
    findings.add(
      'older-export',
      () => ({
        weight: 'info',
        message: 'exports in the folder that are left out, because a newer one of the same source is read',
        cure: 'Nothing to do; to read them as well, name the files, or use --snapshots for a board of several days',
      }),
      { file, value: `newer: ${newer}` },
    );
    for (const item of missing) {
      findings.add(
        'only-in-older-export',
        () => ({
          weight: 'warning',
          message: 'items that only an export has that is left out: they are missing here, or were deleted in the tool',
          cure: 'If they should count, name both files',
        }),
        { file, item },
      );
    }
  }
  for (const { file, error } of passedOver) {
    const kind = kindOf(error);
    const [weight, message, cure] = PASSED_OVER[kind];
    findings.add(kind, () => ({ weight, message, cure }), { file, value: error.what });
  }
  if (exports <= files.length) return;
  const taken = new Set(files.flatMap((file) => ('path' in file ? [file.path] : [])));
  for (const file of log.files) {
    if (taken.has(file.file))
      file.notes.push(`Taken from the folder ${folder}: ${files.length} of its ${exports} exports.`);
  }
}
