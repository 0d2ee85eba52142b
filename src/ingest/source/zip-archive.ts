import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { PitwallError } from '../../model/errors.ts';

/** Nobody sends more files than this on purpose. */
const MOST_FILES = 100_000;
/** A file that grows this much, and beyond this size, is meant to fill the memory or the disk. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 256 * 1024 * 1024;

/** Kinds of files that may hold items, by the end of their names: the surest first. */
const KINDS: readonly RegExp[] = [/\.(?:csv|tsv|json|jsonl|ndjson|xes|xlsx)(?:\.gz)?$/i, /\.(?:txt|xml|gz)$/i, /./];

/** Files that systems add on their own; the folders `.` and `..` do not count. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$)/;

/** A file in a zip archive. */
export interface ZippedFile {
  /** Its path in the archive: a name and nothing more, whatever it says. */
  name: string;
  /** Bytes once unpacked, as the archive states. */
  size: number;
  /**
   * Its bytes, unpacked while they are read; no more of them than the archive states.
   * @throws PitwallError `zip`
   */
  read(): AsyncGenerator<Uint8Array>;
  /** @throws PitwallError `zip` if it states a size that is out of all proportion */
  refuseBomb(): void;
}

/**
 * The files of a zip archive, folders left out. This file loads the package that unpacks them: import it only for
 * an archive.
 * @param file the archive's name, for errors
 * @throws PitwallError `zip`
 */
export async function zippedFiles(archive: Uint8Array, file: string): Promise<ZippedFile[]> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  try {
    // Names are kept as bytes: as text, one that leads out of the archive would make yauzl refuse all of them.
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, autoClose: false });
    if (zip.entryCount > MOST_FILES) {
      const cure = 'Unpack it and give the file that holds the items.';
      throw new PitwallError('zip', `it is a zip archive of ${zip.entryCount} files`, file, cure);
    }
    const files: ZippedFile[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      files.push({
        name,
        size: entry.uncompressedSize,
        read: () => readEntry(zip, entry, name, file),
        refuseBomb: () => refuseBomb(entry, name, file),
      });
    }
    return files;
  } catch (error) {
    if (error instanceof PitwallError) throw error;
    throw damaged(file, error);
  }
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields ?? [], false).replaceAll('\\', '/');
}

async function* readEntry(zip: ZipFile, entry: Entry, name: string, file: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    const cure = `Unpack it with the password and give ${name}.`;
    throw new PitwallError('zip', `${name} in the zip archive is protected by a password`, file, cure);
  }
  refuseBomb(entry, name, file);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    const what = `${name} in the zip archive is packed in an unusual way (method ${entry.compressionMethod})`;
    throw new PitwallError('zip', what, file, `Unpack it and give ${name}.`);
  }
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw damaged(file, error);
  }
}

function refuseBomb({ compressedSize, uncompressedSize }: Entry, name: string, file: string): void {
  if (uncompressedSize <= BOMB_BYTES || uncompressedSize <= compressedSize * BOMB_RATIO) return;
  const times = Math.round(uncompressedSize / Math.max(1, compressedSize));
  const what = `${name} in the zip archive would grow to ${Math.round(uncompressedSize / 1024 ** 2)} megabytes, ${times} times its size`;
  throw new PitwallError('zip', what, file, 'Unpack it yourself if you trust it, and give the file.');
}

function damaged(file: string, cause: unknown): PitwallError {
  return new PitwallError(
    'zip',
    'the zip archive is damaged or stops in the middle',
    file,
    'Download or copy it again.',
    {
      cause,
    },
  );
}

/**
 * The one file of an archive that can be meant, and the names of the others that might have been.
 * @param archive its name, for the error
 * @throws PitwallError `zip` where there is none, or several
 */
export function chosenFile(files: readonly ZippedFile[], archive: string): { file: ZippedFile; others: string[] } {
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
