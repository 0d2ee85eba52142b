import { type CsvError, Parser } from 'csv-parse';

/** A record longer than this is a quote that was never closed. */
const LONGEST_RECORD = 32 * 1024 * 1024;

/** A quoted cell whose closing quote the file lacks. */
export interface UnclosedQuote {
  /** Line on which its record starts. */
  line: number;
  /** Part of the file's bytes that it swallowed, from 0 to 1. */
  share: number;
}

/**
 * Splits UTF-8 bytes into the records of a delimited file (RFC 4180; a stray quote in an unquoted cell is a letter).
 * It hands over cells as written and knows nothing of headers. The one place that knows csv-parse.
 */
export class CsvRecords {
  readonly #parser: RecordParser;
  readonly #onRecord: (cells: string[], line: number) => void;
  /** Line on which the next record starts. */
  #line: number;
  #parserLine = 0;
  readonly #bytesBefore: number;
  #bytes = 0;

  /**
   * @param onRecord gets each record's cells and the line in the file on which it starts; an empty line is one empty cell
   * @param firstLine number of the first line that is written
   * @param bytesBefore bytes of the file that were read in another way before
   */
  constructor(delimiter: string, onRecord: (cells: string[], line: number) => void, firstLine = 1, bytesBefore = 0) {
    this.#onRecord = onRecord;
    this.#line = firstLine;
    this.#bytesBefore = bytesBefore;
    this.#parser = new RecordParser(delimiter, (cells) => this.#record(cells));
  }

  /** @throws whatever `onRecord` throws; PitwallError is not known here: an endless record is returned. */
  write(chunk: Uint8Array): UnclosedQuote | null {
    this.#bytes += chunk.length;
    // Copied: csv-parse keeps the part of a chunk that holds the start of a record.
    return this.#outcome(this.#parser.feed(Buffer.from(chunk)));
  }

  end(): UnclosedQuote | null {
    // csv-parse calls an input of no bytes closed already.
    return this.#bytes === 0 ? null : this.#outcome(this.#parser.finish());
  }

  #record(cells: string[]): void {
    const line = this.#line;
    // csv-parse counts a CRLF within quotes twice, so its count only says whether there is anything to count.
    const spans = this.#parser.info.lines - this.#parserLine > 1;
    this.#parserLine = this.#parser.info.lines;
    this.#line = line + 1 + (spans ? breaks(cells) : 0);
    this.#onRecord(cells, line);
  }

  #outcome(error: CsvError | null): UnclosedQuote | null {
    if (error === null) return null;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED' && error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
    const before = this.#bytesBefore;
    const share = 1 - (before + this.#parser.info.bytes) / Math.max(1, before + this.#bytes);
    return { line: this.#line, share: error.code === 'CSV_MAX_RECORD_SIZE' ? 1 : share };
  }
}

/** Feeds csv-parse without its queue: records go to a function as they come, and errors come back. */
class RecordParser extends Parser {
  readonly #onCells: (cells: string[]) => void;

  constructor(delimiter: string, onCells: (cells: string[]) => void) {
    super({
      delimiter,
      bom: false,
      max_record_size: LONGEST_RECORD,
      // Told, not discovered: files put together from several have several.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
    this.#onCells = onCells;
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
