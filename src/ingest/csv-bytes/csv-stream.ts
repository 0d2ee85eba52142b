import type { CsvRecords, UnclosedQuote } from '../csv-records.ts';
import { ByteRecords, type RecordSink } from './byte-records.ts';

/** Where records go. */
export interface CsvSink extends RecordSink {
  /** A record that had to be read in another way: its cells as written and the line on which it starts. */
  cells(cells: string[], line: number): void;
}

/**
 * Splits the UTF-8 of a delimited file into records: as bytes as long as the file is of the common dialect, and from
 * the first record on that is not, with csv-parse. Both give the same records and lines; csv-parse is much slower,
 * and is loaded only when a file needs it.
 */
export class CsvStream {
  readonly #delimiter: string;
  readonly #sink: CsvSink;
  readonly #bytes: ByteRecords;
  #other: CsvRecords | null = null;

  /**
   * @param delimiter one ASCII character
   * @param firstLine number of the first line that is written
   */
  constructor(delimiter: string, sink: CsvSink, firstLine = 1) {
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#bytes = new ByteRecords(delimiter.charCodeAt(0), firstLine, sink);
  }

  /** Records of this width may come as rows from now on. */
  keepRows(width: number): void {
    this.#bytes.keepRows(width);
  }

  /** @returns a quote without an end, as far as that shows already; a promise only where csv-parse must be loaded */
  write(chunk: Uint8Array): UnclosedQuote | null | Promise<UnclosedQuote | null> {
    if (this.#other !== null) return this.#other.write(chunk);
    return this.#bytes.write(chunk) ? null : this.#handOver();
  }

  /** @returns as `write` */
  end(): UnclosedQuote | null | Promise<UnclosedQuote | null> {
    if (this.#other !== null) return this.#other.end();
    return this.#bytes.end() ? null : this.#handOver().then((unclosed) => unclosed ?? this.end());
  }

  async #handOver(): Promise<UnclosedQuote | null> {
    const { CsvRecords } = await import('../csv-records.ts');
    const { line, offset } = this.#bytes;
    this.#other = new CsvRecords(this.#delimiter, (cells, at) => this.#sink.cells(cells, at), line, offset);
    return this.#other.write(this.#bytes.rest());
  }
}
