import { PitwallError } from '../../model/errors.ts';
import { peeked, prepend, unpacked } from './byte-source.ts';
import type { ZippedFile } from './zip-archive.ts';

/** What an input holds once everything around it is taken off: a table, JSON or XML as text, a workbook, or Parquet. */
export type Contents = ({ text: AsyncIterable<Uint8Array> } | { workbook: Workbook } | { parquet: Uint8Array }) & {
  /** What `inspect` says about how it was found; null if there was nothing around it. */
  note: string | null;
};

/** An Excel workbook as a whole. */
export interface Workbook {
  bytes: Uint8Array;
  /** True if cells may be merged in one of its sheets. Which cells takes longer to find out. */
  hasMerges: boolean;
}

/** An archive or a workbook is held in memory while it is read. */
const LARGEST_ARCHIVE = 1024 * 1024 * 1024;
/** The first bytes of an Office document from before 2007, and of any that is protected by a password. */
const OLE = '\u00d0\u00cf\u0011\u00e0';

/**
 * Looks into zip archives, of which Excel workbooks are one kind.
 * @param bytes an input's bytes, gzip already unpacked
 * @throws PitwallError `zip`, `binary-file`, `protected-workbook`
 */
export function contentsOf(bytes: AsyncGenerator<Uint8Array>, name: string): Promise<Contents> {
  return looked(bytes, name, false);
}

async function looked(bytes: AsyncGenerator<Uint8Array>, name: string, inside: boolean): Promise<Contents> {
  const all = await peeked(bytes);
  const first = await all.next();
  if (first.done === true) return { text: all, note: null };
  const start = Buffer.from(first.value.subarray(0, 4)).toString('latin1');
  const whole = prepend(first.value, all);
  if (start === OLE) throw oldOffice(await collected(whole, name), name);
  if (start === 'PAR1') return { parquet: await collected(whole, name), note: null };
  if (start !== 'PK\u0003\u0004') return { text: whole, note: null };
  return ofArchive(await collected(whole, name), name, inside);
}

async function ofArchive(archive: Uint8Array, name: string, inside: boolean): Promise<Contents> {
  const { chosenFile, zippedFiles } = await import('./zip-archive.ts');
  const files = await zippedFiles(archive, name);
  if (files.some((file) => file.name === 'xl/workbook.xml')) {
    for (const file of files) file.refuseBomb();
    return { workbook: { bytes: archive, hasMerges: await hasMerges(files) }, note: null };
  }
  refuseDocuments(files, name);
  if (inside) {
    throw new PitwallError('zip', 'it is a zip archive in a zip archive', name, 'Unpack it and give the file in it.');
  }
  const { file, others } = chosenFile(files, name);
  const contents = await looked(unpacked(file.read(), name), name, true);
  const rest = others.length === 0 ? '' : `; left aside: ${others.join(', ')}`;
  return { ...contents, note: `Read from the zip archive: ${file.name}${rest}.` };
}

async function hasMerges(files: readonly ZippedFile[]): Promise<boolean> {
  const sheets = files.filter(({ name }) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'));
  for (const sheet of sheets) if (await holds(sheet, 'mergeCell')) return true;
  return false;
}

/** True if a word of plain letters occurs in a file. */
async function holds(file: ZippedFile, word: string): Promise<boolean> {
  let before = '';
  for await (const chunk of file.read()) {
    const text = before + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    if (text.includes(word)) return true;
    before = text.slice(-word.length);
  }
  return false;
}

/** Refuses documents that are zip archives inside, but no tables. */
function refuseDocuments(files: readonly ZippedFile[], name: string): void {
  const has = (part: string) => files.some((file) => file.name === part);
  const refuse = (what: string, cure: string): never => {
    throw new PitwallError('binary-file', what, name, cure);
  };
  const asTable = 'Save the sheet as .xlsx or as "CSV UTF-8" and give that file.';
  if (has('xl/workbook.bin')) refuse('it is a binary Excel workbook (.xlsb)', asTable);
  if (has('mimetype') && has('content.xml')) refuse('it is an OpenDocument file', asTable);
  if (has('Index/Document.iwa')) refuse('it is a Numbers or Pages document', asTable);
  if (has('word/document.xml')) refuse('it is a Word document', 'Export the data as CSV or JSON instead.');
  if (has('ppt/presentation.xml')) refuse('it is a presentation', 'Export the data as CSV or JSON instead.');
}

function oldOffice(document: Uint8Array, name: string): PitwallError {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.length);
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) {
    const cure = 'Open it in Excel, remove the password (File, Info, Protect Workbook) and save it again.';
    return new PitwallError('protected-workbook', 'it is a workbook protected by a password', name, cure);
  }
  const excel = has('Workbook') || has('Book');
  const what = excel ? 'it is an old Excel workbook (.xls)' : 'it is an Office document of an old kind';
  return new PitwallError('binary-file', what, name, 'Save the sheet as .xlsx or as "CSV UTF-8" and give that file.');
}

/** All bytes of a stream at once. */
async function collected(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LARGEST_ARCHIVE) {
      throw new PitwallError('zip', 'it is larger than 1 GB packed', name, 'Unpack it, or save it as CSV.');
    }
    // A chunk is valid until the next one is requested.
    chunks.push(new Uint8Array(chunk));
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}
