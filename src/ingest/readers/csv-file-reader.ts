import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { type Delimiter, findDelimiter } from '../detect/find-delimiter.ts';
import { LONGEST_RECORD } from '../text/csv/byte-records.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import type { CsvRows } from '../text/csv/csv-rows.ts';
import { type CsvSink, CsvStream } from '../text/csv/csv-stream.ts';
import type { FileContext, FileReader } from './file-reader.ts';
import type { TableReader } from './table-reader.ts';
import { TableRecords } from './table-records.ts';

const LONGEST = `${LONGEST_RECORD / 2 ** 20} MB`;

/** Codes and reasons for records that are no row of cells. */
const UNCLOSED = [
  'unclosed-quote',
  `A quote is never closed, or not within ${LONGEST}: its row, and text after it that makes no row, were left out`,
] as const;
const TOO_LONG = ['long-record', `Rows are longer than ${LONGEST}: they were left out`] as const;

/**
 * The reader of a delimited file.
 * @param head the first bytes, which come again in `write`
 * @param whole true if they are all
 * @throws PitwallError `delimiter`
 */
export async function openCsv(context: FileContext, head: Uint8Array, whole: boolean): Promise<FileReader> {
  const { name, options, formats } = context;
  const candidates = options.input === null ? formats : formats.filter(({ id }) => id === options.input);
  return new CsvFileReader(context, await findDelimiter(head, whole, name, candidates, options));
}

/** Reads a delimited file. */
class CsvFileReader implements FileReader, CsvSink {
  readonly #name: string;
  readonly #stream: CsvStream;
  readonly #records: TableRecords;
  #skip: number;

  constructor(context: FileContext, { delimiter, skip, header }: Delimiter) {
    this.#name = context.name;
    // For a format that the user names, another header may fit than the first that fits any format.
    this.#records = new TableRecords(context, delimiter, context.options.input === null ? header : null);
    this.#records.onOpen = (columns) => this.#stream.keepRows(columns);
    this.#skip = skip;
    this.#stream = new CsvStream(delimiter, this, skip > 0 ? 2 : 1);
  }

  async write(chunk: Uint8Array): Promise<void> {
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    await this.#stream.write(chunk.subarray(skipped));
  }

  async end(): Promise<LogFile> {
    await this.#stream.end();
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

  unread(line: number, quoted: boolean): void {
    const [code, why] = quoted ? UNCLOSED : TOO_LONG;
    this.#opened(line, code).takeBad(line, code, why, '');
  }

  swallowed(cells: string[], line: number): void {
    const [code, why] = UNCLOSED;
    const table = this.#opened(line, code);
    // A line with another number of cells is no row: most likely it is more of the text after the open quote.
    if (cells.length === table.header.length) table.take(cells, line);
    else if (cells.some((cell) => cell.trim() !== '')) table.takeBad(line, code, why, '');
  }

  /** The table, opened with the records so far. @throws PitwallError if there are none */
  #opened(line: number, code: string): TableReader {
    if (!this.#records.isEmpty) return this.#records.open();
    const [what, cure] =
      code === UNCLOSED[0]
        ? ['a quote opens here and is never closed', 'Close it, or write a quote within a quoted cell twice ("").']
        : [`this record is longer than ${LONGEST}`, 'A table starts with one line of column names: export again.'];
    throw new PitwallError(code, what, `${this.#name}:${line}`, cure);
  }
}
