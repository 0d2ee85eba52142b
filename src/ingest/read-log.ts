import { PitwallError } from '../model/errors.ts';
import { EventLog, type LogFile, type ProvedOrder } from '../model/log/event-log.ts';
import type { ConfiguredSource } from '../model/read-options.ts';
import type { ReadOptions } from './format.ts';
import type { Input } from './input.ts';
import { openCsv } from './readers/csv-file-reader.ts';
import type { FileContext, FileReader } from './readers/file-reader.ts';
import { SharedReadings } from './readers/shared-readings.ts';
import { allFormats, TABLE_FORMATS } from './registry.ts';
import { sourceOf } from './settle/configured-source.ts';
import { refuseRuinedIds } from './settle/ruined-ids.ts';
import { settleSources } from './settle/settle-sources.ts';
import { inputName, inputSize, readBytes } from './source/byte-source.ts';
import type { Checkpoint } from './source/checkpoint.ts';
import { contentsOf, type Workbook } from './source/container.ts';
import { checkBytes, checkText, isXml } from './source/content-check.ts';
import type { Digest } from './source/digest.ts';
import { EmptyFiles } from './source/empty-files.ts';
import { inputFiles, type SingleInput } from './source/input-files.ts';
import { Utf8Transcoder } from './source/utf8-transcoder.ts';

/** How much of all files has been read. */
export interface ReadProgress {
  /** Bytes read, as they are on disk. */
  bytes: number;
  /** Bytes in all; null if that is known only at the end (standard input). */
  total: number | null;
  /** Rows read. */
  rows: number;
}

/** Text to have before deciding what a file is. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads files into one log, in the order given.
 *
 * Memory holds the log, one chunk and one record of text. If the dates of a file leave day and month open, it also holds
 * the requested cells of its rows until a date decides.
 *
 * @param checkpoint given if the reading can be stopped
 * @throws PitwallError if a file cannot be read at all; bad rows are findings of the log; Stopped
 */
export async function readLog(
  inputs: readonly Input[],
  options: ReadOptions,
  onProgress?: (progress: ReadProgress) => void,
  checkpoint?: Checkpoint,
): Promise<EventLog> {
  const found = await inputFiles(inputs);
  // Few runs name a folder.
  const choice = found.some(isOfFolder)
    ? await (await import('./folder-choice.ts')).chooseFiles(found, options, (file, asked) =>
        readFiles([file], asked, [], onProgress, checkpoint),
      )
    : null;
  const log = await readAll(choice?.files ?? found, options, onProgress, checkpoint);
  choice?.note(log);
  return log;
}

function isOfFolder(input: SingleInput): boolean {
  return 'path' in input && input.folder !== undefined;
}

async function readAll(
  files: readonly SingleInput[],
  options: ReadOptions,
  onProgress: ((progress: ReadProgress) => void) | undefined,
  checkpoint: Checkpoint | undefined,
): Promise<EventLog> {
  if (files.length === 0)
    throw new PitwallError(
      'no-input',
      'no file was given',
      null,
      'Name one or more export files, or - for standard input.',
    );
  try {
    return await readFiles(files, options, [], onProgress, checkpoint);
  } catch (error) {
    if (!(error instanceof PitwallError) || error.code !== 'date-order' || !files.every(isReadableAgain)) throw error;
    // A later file may prove the order of all.
    const orders = await ordersOf(files, options, checkpoint);
    if (orders.length === 0) throw error;
    return readFiles(files, options, orders, onProgress, checkpoint);
  }
}

/** The orders of day and month that single files prove; a file that cannot be read proves none. */
async function ordersOf(
  files: readonly SingleInput[],
  options: ReadOptions,
  checkpoint: Checkpoint | undefined,
): Promise<ProvedOrder[]> {
  const orders: ProvedOrder[] = [];
  for (const file of files) {
    const log = await readFiles([file], options, [], undefined, checkpoint).catch(() => null);
    if (log !== null) orders.push(...log.provedOrders);
  }
  return orders;
}

function isReadableAgain(input: SingleInput): boolean {
  return 'path' in input ? input.size !== null : typeof input.data === 'string' || input.data instanceof Uint8Array;
}

function readFiles(
  files: readonly SingleInput[],
  options: ReadOptions,
  orders: readonly ProvedOrder[],
  onProgress: ((progress: ReadProgress) => void) | undefined,
  checkpoint: Checkpoint | undefined,
): Promise<EventLog> {
  const log = new EventLog();
  log.provedOrders.push(...orders);
  return new LogReading(log, files, options, onProgress, checkpoint).read();
}

/** The reading of all files, once, into one log. */
class LogReading {
  readonly #log: EventLog;
  readonly #files: readonly SingleInput[];
  readonly #options: ReadOptions;
  readonly #onProgress: ((progress: ReadProgress) => void) | undefined;
  readonly #checkpoint: Checkpoint | undefined;
  /** Bytes there are and bytes read, as they are on disk. */
  readonly #total: number | null;
  #bytes = 0;
  readonly #now = Date.now();
  readonly #shared = new SharedReadings();
  readonly #empty: EmptyFiles;
  readonly #sources = new Map<LogFile, ConfiguredSource>();
  #workbooks = 0;

  constructor(
    log: EventLog,
    files: readonly SingleInput[],
    options: ReadOptions,
    onProgress: ((progress: ReadProgress) => void) | undefined,
    checkpoint: Checkpoint | undefined,
  ) {
    this.#log = log;
    this.#files = files;
    this.#options = options;
    this.#onProgress = onProgress;
    this.#checkpoint = checkpoint;
    const sizes = files.map(inputSize);
    this.#total = sizes.reduce((sum: number | null, size) => (sum === null || size === null ? null : sum + size), 0);
    this.#empty = new EmptyFiles(log, files.length);
  }

  async read(): Promise<EventLog> {
    for (const input of this.#files) await this.#empty.pass(inputName(input), () => this.#readFile(input));
    if (this.#options.sheet !== undefined && this.#workbooks === 0) {
      throw new PitwallError('no-workbook', 'no input is an Excel workbook', '--sheet', 'Leave it out.');
    }
    this.#shared.write();
    refuseRuinedIds(this.#log);
    for (const file of this.#log.files) checkAccount(file);
    await settleSources(this.#log, this.#options, this.#sources);
    return this.#log;
  }

  async #readFile(input: SingleInput): Promise<void> {
    const name = inputName(input);
    const source = sourceOf(name, this.#options);
    const context = await this.#contextOf(name, source?.options ?? this.#options);
    const digest = this.#options.digests === true ? await startDigest() : null;
    const contents = await contentsOf(
      readBytes(
        input,
        (bytes) => {
          this.#count(bytes.length);
          digest?.add(bytes);
        },
        this.#checkpoint,
      ),
      name,
    );
    const file =
      'workbook' in contents
        ? await this.#readWorkbook(contents.workbook, context)
        : 'parquet' in contents
          ? await readParquetFile(contents.parquet, context)
          : await readText(contents.text, context);
    if (digest !== null) file.digest = digest.end();
    checkRows(file);
    if (contents.note !== null) file.notes.push(contents.note);
    if (source !== null) this.#sources.set(file, source);
  }

  async #contextOf(name: string, options: ReadOptions): Promise<FileContext> {
    // The user may name any format.
    const formats = options.input === null ? TABLE_FORMATS : await allFormats();
    const [log, shared, now, checkpoint] = [this.#log, this.#shared, this.#now, this.#checkpoint];
    return { name, log, options, formats, shared, now, checkpoint };
  }

  /** Few runs read a workbook: the package that opens it is loaded only for those. */
  async #readWorkbook(workbook: Workbook, context: FileContext): Promise<LogFile> {
    this.#workbooks++;
    const { readWorkbook } = await import('./readers/workbook-reader.ts');
    return readWorkbook(workbook, context);
  }

  /** Notes that so many more bytes were read. */
  #count(bytes: number): void {
    this.#bytes += bytes;
    const total = this.#total;
    // A tenth more, so that an estimate that is a little too low costs no copy.
    if (total !== null && this.#bytes > 0) this.#log.growth.factor = (1.1 * total) / this.#bytes;
    this.#onProgress?.({ bytes: this.#bytes, total, rows: this.#log.files.reduce((sum, file) => sum + file.rows, 0) });
  }
}

/** Few runs ask what their files are known by. */
async function startDigest(): Promise<Digest> {
  return new (await import('./source/digest.ts')).Digest();
}

/** Few runs read Parquet: its package is loaded only for those. */
async function readParquetFile(bytes: Uint8Array, context: FileContext): Promise<LogFile> {
  const { readParquet } = await import('./readers/parquet-reader.ts');
  return readParquet(bytes, context);
}

async function readText(chunks: AsyncIterable<Uint8Array>, context: FileContext): Promise<LogFile> {
  const transcoder = new Utf8Transcoder();
  let reader: FileReader | null = null;
  let head: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const chunk of chunks) {
    if (context.checkpoint !== undefined) await context.checkpoint.pass();
    if (first) checkBytes(chunk, context.name);
    first = false;
    const text = transcoder.push(chunk);
    if (reader !== null) await reader.write(text);
    else {
      // Copied: the chunk's memory is used again.
      head = Buffer.concat([head, text]);
      if (head.length >= HEAD_BYTES && textStart(head) !== -1) reader = await openReader(context, head, false);
    }
  }
  const rest = transcoder.end();
  if (reader === null) reader = await openReader(context, Buffer.concat([head, rest]), true);
  else await reader.write(rest);
  const file = await reader.end();
  noteEncoding(file, context, transcoder);
  return file;
}

/** The reader of a file that begins with this text, which it has taken in. */
async function openReader(context: FileContext, head: Uint8Array, whole: boolean): Promise<FileReader> {
  const first = Math.max(0, textStart(head));
  const start = Buffer.from(head.subarray(first, first + 4096)).toString('utf8');
  checkText(start, context.name);
  const json = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]\d-]|$))/.test(start);
  const reader = json
    ? await openJson(context)
    : isXml(start)
      ? await openXml(context)
      : await openCsv(context, head, whole);
  await reader.write(head);
  return reader;
}

/** The reader of JSON and its formats are loaded only for JSON files. */
async function openJson(context: FileContext): Promise<FileReader> {
  const [{ JsonFileReader }, formats] = await Promise.all([import('./readers/json-file-reader.ts'), allFormats()]);
  return new JsonFileReader({ ...context, formats });
}

/** Few runs read XML: its parser is loaded only for those. */
async function openXml(context: FileContext): Promise<FileReader> {
  const { XmlFileReader } = await import('./readers/xml-file-reader.ts');
  return new XmlFileReader(context);
}

/** Where the first byte above a space is; −1 if there is none. */
function textStart(head: Uint8Array): number {
  return head.findIndex((byte) => byte > 32);
}

/** Checks that a file has rows, and that all of them are accounted for. */
function checkRows(file: LogFile): void {
  checkAccount(file);
  if (file.rows === 0) {
    throw new PitwallError(
      'no-rows',
      'it has a header but no rows',
      file.file,
      'Export again with the items included.',
    );
  }
}

function noteEncoding(file: LogFile, context: FileContext, transcoder: Utf8Transcoder): void {
  file.encoding = transcoder.encoding;
  if (transcoder.invalidLine === null) return;
  context.log.findings.add(
    'windows-1252',
    () => ({
      weight: 'warning',
      message: 'The text is not UTF-8 and was read as windows-1252: letters with accents may be wrong',
      cure: 'Export or save the file as UTF-8.',
    }),
    { file: file.file, line: transcoder.invalidLine },
  );
}

/** Every row must be used, merged or rejected. */
function checkAccount({ format, rows, used, merged, rejected }: LogFile): void {
  if (rows === used + merged + rejected) return;
  throw new Error(`${format} lost track of rows: ${rows} read, ${used} used, ${merged} merged, ${rejected} rejected`);
}
