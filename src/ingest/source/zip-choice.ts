import { PitwallError } from '../../model/errors.ts';
import type { ZippedFile } from './zip-archive.ts';

/** Kinds of files that may hold items, by the end of their names: the surest first. */
const KINDS: readonly RegExp[] = [/\.(?:csv|tsv|json|jsonl|ndjson|xes|xlsx)(?:\.gz)?$/i, /\.(?:txt|xml|gz)$/i, /./];

/** Files that systems add on their own; the folders `.` and `..` do not count. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$)/;

/** The file of an archive that is read, and the names of the others that might have been. */
export interface ChosenFile {
  file: ZippedFile;
  others: string[];
}

/**
 * The one file of an archive that can be meant.
 * @param archive its name, for the error
 * @throws PitwallError `zip` where there is none, or several
 */
export function chosenFile(files: readonly ZippedFile[], archive: string): ChosenFile {
  const visible = files.filter(({ name }) => !HIDDEN.test(name));
  const kind = KINDS.find((pattern) => visible.some(({ name }) => pattern.test(name)));
  const candidates = kind === undefined ? [] : withoutViews(visible.filter(({ name }) => kind.test(name)));
  const [file] = candidates;
  if (file === undefined) {
    throw new PitwallError('zip', 'it is a zip archive without files', archive, 'Export the data again.');
  }
  if (candidates.length > 1) throw several(candidates, archive);
  return {
    file,
    others: visible
      .filter((other) => other !== file)
      .map(({ name }) => name)
      .slice(0, 10),
  };
}

/** An export of a Notion database holds the rows of one view and, in a file that ends in `_all`, all rows. */
function withoutViews(files: readonly ZippedFile[]): ZippedFile[] {
  const names = new Set(files.map(({ name }) => name));
  return files.filter(({ name }) => !(/\.csv$/i.test(name) && names.has(name.replace(/\.csv$/i, '_all.csv'))));
}

function several(candidates: readonly ZippedFile[], archive: string): PitwallError {
  const names = candidates.map(({ name }) => name);
  const shown = names.slice(0, 8).join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
  const [largest] = [...candidates].sort((a, b) => b.size - a.size);
  return new PitwallError(
    'zip',
    `it is a zip archive with several files that may be meant (${shown})`,
    archive,
    `Unpack it and give the one that holds the items; the largest is ${largest?.name}.`,
  );
}
