import { type CsvError, Parser } from 'csv-parse';

/** A record that was not read: a quoted cell whose closing quote the file lacks, or too many bytes. */
export interface UnreadRecord {
  /** Line on which it starts. */
  line: number;
  /** Whether a quote is open where reading stopped. */
  quoted: boolean;
  /** What was written from its start on. */
  bytes: Uint8Array;
}

/**
 * Splits UTF-8 bytes into the records of a delimited file (RFC 4180; a stray quote in an unquoted cell is a letter).
 * It hands over cells as written and knows nothing of headers. The one place that knows csv-parse.
 */
export class AnyCsv {
  readonly #parser: RecordParser;
  readonly #onRecord: (cells: string[], line: number) => void;
  /** Line on which the next record starts. */
  #line: number;
  #parserLine = 0;
  /** The chunks with bytes that have not become records, and how many bytes came before them. */
  #chunks: Buffer[] = [];
  #before = 0;
  /** Where the last record ends, its line end with it. */
  #done = 0;

  /**
   * @param onRecord gets each record's cells and the line in the file on which it starts; an empty line is one empty cell
   * @param firstLine number of the first line that is written
   * @param longest bytes that a record may have
   */
  constructor(
    delimiter: string,
    onRecord: (cells: string[], line: number) => void,
    firstLine: number,
    longest: number,
  ) {
    this.#onRecord = onRecord;
    this.#line = firstLine;
    this.#parser = new RecordParser(delimiter, longest, (cells) => this.#record(cells));
  }

  /** @returns a record that cannot be read: nothing may be written after it. @throws whatever `onRecord` throws */
  write(chunk: Uint8Array): UnreadRecord | null {
    // Copied: csv-parse keeps the part of a chunk that holds the start of a record, as is done here.
    const bytes = Buffer.from(chunk);
    this.#chunks.push(bytes);
    return this.#outcome(this.#parser.feed(bytes));
  }

  end(): UnreadRecord | null {
    // csv-parse calls an input of no bytes closed already.
    return this.#before === 0 && this.#chunks.length === 0 ? null : this.#outcome(this.#parser.finish());
  }

  #record(cells: string[]): void {
    const line = this.#line;
    this.#done = this.#parser.info.bytes;
    // csv-parse counts a CRLF within quotes twice, so its count only says whether there is anything to count.
    const spans = this.#parser.info.lines - this.#parserLine > 1;
    this.#parserLine = this.#parser.info.lines;
    this.#line = line + 1 + (spans ? breaks(cells) : 0);
    this.#onRecord(cells, line);
  }

  #outcome(error: CsvError | null): UnreadRecord | null {
    let first = 0;
    for (; first < this.#chunks.length; first++) {
      const { length } = this.#chunks[first] as Buffer;
      if (this.#before + length > this.#done) break;
      this.#before += length;
    }
    this.#chunks = this.#chunks.slice(first);
    if (error === null) return null;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED' && error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
    const bytes = Buffer.concat(this.#chunks).subarray(this.#done - this.#before);
    return { line: this.#line, quoted: this.#parser.isQuoted, bytes };
  }
}

/** Feeds csv-parse without its queue: records go to a function as they come, and errors come back. */
class RecordParser extends Parser {
  readonly #onCells: (cells: string[]) => void;
  declare readonly state: { quoting: boolean };

  constructor(delimiter: string, longest: number, onCells: (cells: string[]) => void) {
    super({
      delimiter,
      bom: false,
      max_record_size: longest,
      // All of them: a file that was put together from several may have several.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
    this.#onCells = onCells;
  }

  get isQuoted(): boolean {
    return this.state.quoting;
  }

  override push(cells: string[] | null): boolean {
    if (cells !== null) this.#onCells(cells);
    return true;
  }

  feed(bytes: Buffer): CsvError | null {
    let failure: CsvError | null = null;
    this._transform(bytes, 'utf8', (error) => {
      failure = (error as CsvError | null | undefined) ?? null;
    });
    return failure;
  }

  finish(): CsvError | null {
    let failure: CsvError | null = null;
    this._flush((error) => {
      failure = (error as CsvError | null | undefined) ?? null;
    });
    return failure;
  }
}

/** Line breaks within the cells of a record. */
function breaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      if (code === 10 || (code === 13 && cell.charCodeAt(at + 1) !== 10)) count++;
    }
  }
  return count;
}
