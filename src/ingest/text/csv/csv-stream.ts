import { Buffer } from 'node:buffer';
import type { AnyCsv, UnreadRecord } from './any-csv.ts';
import { ByteRecords, LONGEST_RECORD, type RecordSink } from './byte-records.ts';

const LF = 10;
const CR = 13;
const NOTHING = new Uint8Array(0);

/** Where records go. */
export interface CsvSink extends RecordSink {
  /** A record that had to be read in another way: its cells as written and the line on which it starts. */
  cells(cells: string[], line: number): void;
  /** A record that could not be read, because a quote in it is never closed or because it is too long. */
  unread(line: number, quoted: boolean): void;
  /**
   * A line after a quote that is never closed, cut at each delimiter. It may be a row, or part of a text that has lost its
   * end.
   */
  swallowed(cells: string[], line: number): void;
}

/**
 * Splits the UTF-8 of a delimited file into records: as bytes while the file is of the common dialect, and with csv-parse
 * from the first record on that is not. Both give the same records and lines. csv-parse is much slower, and is loaded only
 * when a file needs it.
 *
 * A record that cannot be read is left out, and reading goes on in the line after it. If a quote is never closed, that is
 * the line after the one on which its record starts. In the lines after it, a quote is a letter: a cell in quotes would
 * have closed the quote.
 */
export class CsvStream {
  readonly #delimiter: string;
  readonly #sink: CsvSink;
  readonly #longest: number;
  #bytes: ByteRecords;
  #other: AnyCsv | null = null;
  /** Cells of the records that may come as rows; 0 until that is known. */
  #width = 0;
  /** Line in which a record is left out and whose end has not come yet; 0: none. Only a CR is kept of it, as an LF may follow. */
  #leftOutLine = 0;
  #kept: Uint8Array = NOTHING;

  /**
   * @param delimiter one ASCII character
   * @param firstLine number of the first line that is written
   * @param longest bytes that a record may have
   */
  constructor(delimiter: string, sink: CsvSink, firstLine = 1, longest: number = LONGEST_RECORD) {
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#longest = longest;
    this.#bytes = this.#reader(firstLine);
  }

  /** Records of this width may come as rows from now on. */
  keepRows(width: number): void {
    this.#width = width;
    this.#bytes.keepRows(width);
  }

  /** @returns a promise only where csv-parse must be loaded */
  write(chunk: Uint8Array): void | Promise<void> {
    if (this.#leftOutLine > 0) return this.#endLine(chunk);
    if (this.#other !== null) return this.#leaveOut(this.#other.write(chunk), false);
    return this.#bytes.write(chunk) ? undefined : this.#handOver();
  }

  /** @returns as `write` */
  end(): void | Promise<void> {
    if (this.#leftOutLine > 0) return;
    if (this.#other !== null) return this.#leaveOut(this.#other.end(), true);
    return this.#bytes.end() ? undefined : this.#handOver().then(() => this.end());
  }

  async #handOver(): Promise<void> {
    const { AnyCsv } = await import('./any-csv.ts');
    const cells = (found: string[], line: number) => this.#sink.cells(found, line);
    this.#other = new AnyCsv(this.#delimiter, cells, this.#bytes.line, this.#longest);
    return this.#leaveOut(this.#other.write(this.#bytes.rest()), false);
  }

  /** Leaves out a record, if there is one, and goes on in the line after it. */
  #leaveOut(unread: UnreadRecord | null, last: boolean): void | Promise<void> {
    if (unread === null) return;
    const { line, quoted, bytes } = unread;
    this.#other = null;
    this.#sink.unread(line, quoted);
    const from = quoted ? 0 : Math.min(this.#longest, bytes.length);
    let at = lineEnd(bytes, from, last);
    if (at === -1) {
      this.#leftOutLine = line + lineEnds(bytes.subarray(0, from));
      this.#keepEnd(bytes);
      return;
    }
    let next = line + lineEnds(bytes.subarray(0, at));
    if (quoted) {
      // Only up to here it is certain that no quote closes.
      const seen = bytes.subarray(0, this.#longest);
      const all = last && seen.length === bytes.length;
      for (let end = lineEnd(seen, at, all); end !== -1; end = lineEnd(seen, at, all)) {
        this.#sink.swallowed(this.#cells(seen.subarray(at, end)), next++);
        at = end;
      }
    }
    return this.#goOn(bytes.subarray(at), next, last);
  }

  #cells(line: Uint8Array): string[] {
    const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8');
    return text.replace(/[\r\n]+$/, '').split(this.#delimiter);
  }

  #endLine(chunk: Uint8Array): void | Promise<void> {
    const bytes = this.#kept.length === 0 ? chunk : Buffer.concat([this.#kept, chunk]);
    const at = lineEnd(bytes, 0, false);
    if (at === -1) return this.#keepEnd(bytes);
    const line = this.#leftOutLine + 1;
    this.#leftOutLine = 0;
    return this.#goOn(bytes.subarray(at), line, false);
  }

  #keepEnd(bytes: Uint8Array): void {
    this.#kept = bytes.at(-1) === CR ? Uint8Array.of(CR) : NOTHING;
  }

  #goOn(bytes: Uint8Array, line: number, last: boolean): void | Promise<void> {
    this.#bytes = this.#reader(line);
    if (this.#width > 0) this.#bytes.keepRows(this.#width);
    const written = this.write(bytes);
    if (!last) return written;
    return written === undefined ? this.end() : written.then(() => this.end());
  }

  #reader(firstLine: number): ByteRecords {
    return new ByteRecords(this.#delimiter.charCodeAt(0), firstLine, this.#sink, this.#longest);
  }
}

/**
 * Where the line ends that an offset is in: after its LF, CR LF or CR.
 * @param last true if nothing comes after these bytes: they end a line, too
 * @returns −1 if it does not end within these bytes, or if that is still open
 */
function lineEnd(bytes: Uint8Array, from: number, last: boolean): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] !== CR) continue;
    if (at + 1 === bytes.length) break;
    return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return last && from < bytes.length ? bytes.length : -1;
}

/** How many lines end within the bytes. */
function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}
