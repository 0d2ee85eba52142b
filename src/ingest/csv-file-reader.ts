import { PitwallError } from '../model/errors.ts';
import type { LogFile } from '../model/event-log.ts';
import type { CsvRecord } from './csv-bytes/csv-record.ts';
import type { CsvRows } from './csv-bytes/csv-rows.ts';
import { type CsvSink, CsvStream } from './csv-bytes/csv-stream.ts';
import type { UnclosedQuote } from './csv-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import type { FileContext, FileReader } from './file-reader.ts';
import { TableRecords } from './table-records.ts';

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

/** Reads a delimited file. */
class CsvFileReader implements FileReader, CsvSink {
  readonly #name: string;
  readonly #stream: CsvStream;
  readonly #records: TableRecords;
  #skip: number;

  constructor(context: FileContext, { delimiter, skip, header }: Delimiter) {
    this.#name = context.name;
    // A format that the user names may have been found by another header than the first that fits any.
    this.#records = new TableRecords(context, delimiter, context.options.input === null ? header : null);
    this.#records.onOpen = (columns) => this.#stream.keepRows(columns);
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
    this.#records.open();
    this.#check(unclosed);
    return this.#records.finish();
  }

  record(record: CsvRecord): void {
    this.#records.takeBytes(record);
  }

  rows(rows: CsvRows): void {
    this.#records.table?.takeRows(rows);
  }

  cells(cells: string[], line: number): void {
    this.#records.take(cells, line);
  }

  #check(unclosed: UnclosedQuote | null): void {
    if (unclosed === null) return;
    const { line, share } = unclosed;
    const { table } = this.#records;
    // A quote that swallows a row or two loses those; one that swallows half the file would leave figures of the rest.
    if (share > 0.5 || table === null) {
      const where = `${this.#name}:${line}`;
      throw new PitwallError(
        'unclosed-quote',
        'a quote opens here and is never closed',
        where,
        'Close it, or write a quote within a quoted cell twice ("").',
      );
    }
    table.takeBad(line, 'unclosed-quote', 'A quote is never closed: what follows it in the file is lost', '');
  }
}
