import { PitwallError } from '../model/errors.ts';
import type { LogFile } from '../model/event-log.ts';
import type { CsvRecord } from './csv-bytes/csv-record.ts';
import type { CsvRows } from './csv-bytes/csv-rows.ts';
import { type CsvSink, CsvStream } from './csv-bytes/csv-stream.ts';
import type { UnclosedQuote } from './csv-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import { type Choice, detect, forced, readsRows } from './detect.ts';
import { beginFile, type FileContext, type FileReader } from './file-reader.ts';
import { findHeader, HEAD_RECORDS, SAMPLE_ROWS } from './table-header.ts';
import { TableReader } from './table-reader.ts';

interface Held {
  cells: string[];
  line: number;
}

/**
 * The reader of a delimited file.
 * @param head the first bytes, which come again in `write`
 * @param whole true if they are all
 * @throws PitwallError `delimiter`
 */
export async function openCsv(context: FileContext, head: Uint8Array, whole: boolean): Promise<FileReader> {
  const { name, options, formats } = context;
  const candidates = options.input === null ? formats : formats.filter(({ id }) => id === options.input);
  return new CsvFileReader(context, await findDelimiter(head, whole, name, candidates, options.fields));
}

function filled({ cells }: Held): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Reads a delimited file: its first records are held until the format is known, and the rest passes through. */
class CsvFileReader implements FileReader, CsvSink {
  readonly #context: FileContext;
  readonly #stream: CsvStream;
  readonly #delimiter: string;
  /** Where the header is, if that is known already. */
  readonly #header: number | null;
  #skip: number;
  #held: Held[] = [];
  #table: TableReader | null = null;

  constructor(context: FileContext, { delimiter, skip, header }: Delimiter) {
    this.#context = context;
    this.#delimiter = delimiter;
    // A format that the user names may have been found by another header than the first that fits any.
    this.#header = context.options.input === null ? header : null;
    this.#skip = skip;
    this.#stream = new CsvStream(delimiter, this, skip > 0 ? 2 : 1);
  }

  async write(chunk: Uint8Array): Promise<void> {
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    this.#check(await this.#stream.write(chunk.subarray(skipped)));
  }

  async end(): Promise<LogFile> {
    const unclosed = await this.#stream.end();
    const table = this.#table ?? this.#open();
    this.#check(unclosed);
    table.finish();
    return table.file;
  }

  record(record: CsvRecord): void {
    if (this.#table !== null) this.#table.takeBytes(record);
    else this.cells(record.cells(), record.line);
  }

  rows(rows: CsvRows): void {
    this.#table?.takeRows(rows);
  }

  cells(cells: string[], line: number): void {
    if (this.#table !== null) this.#table.take(cells, line);
    else if (this.#held.push({ cells, line }) === HEAD_RECORDS) this.#open();
  }

  #open(): TableReader {
    const { name, options, formats, log, now, shared } = this.#context;
    const records = this.#held.map(({ cells }) => cells);
    const record = this.#header ?? findHeader(records, formats, options.fields).record;
    const header = (records[record] ?? []).map((cell) => cell.trim());
    const rows = records.slice(record + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
    const sample = {
      file: name,
      table: { header, rows: rows.slice(0, SAMPLE_ROWS) },
      json: null,
      fields: options.fields,
    };
    const choice: Choice = options.input === null ? detect(formats, sample) : forced(formats, options.input, sample);
    if (!readsRows(choice.format)) throw new Error(`${choice.format.id} was chosen for a table`);
    const file = beginFile(this.#context, choice, this.#delimiter);
    const above = this.#held.slice(0, record).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (above.length > 0)
      file.notes.push(`the header is on line ${this.#held[record]?.line ?? 1}; what stands above it was left out`);
    const table = new TableReader(header, log, file, options, now, shared, above.map(filled));
    table.start(choice.format.open(table));
    this.#table = table;
    for (const held of this.#held.slice(record + 1)) table.take(held.cells, held.line);
    this.#held = [];
    this.#stream.keepRows(header.length);
    return table;
  }

  #check(unclosed: UnclosedQuote | null): void {
    if (unclosed === null) return;
    const { line, share } = unclosed;
    // A quote that swallows a row or two loses those; one that swallows half the file would leave figures of the rest.
    if (share > 0.5 || this.#table === null) {
      const where = `${this.#context.name}:${line}`;
      throw new PitwallError(
        'unclosed-quote',
        'a quote opens here and is never closed',
        where,
        'Close it, or write a quote within a quoted cell twice ("").',
      );
    }
    this.#table.takeBad(line, 'unclosed-quote', 'A quote is never closed: what follows it in the file is lost', '');
  }
}
