import type { ByteText } from '../byte-text.ts';

/** A cell as it is in the file. */
export interface RawCell {
  /** Everything between its delimiters. */
  raw: ByteText;
  /** True if quotes enclose it. */
  quoted: boolean;
}

export interface RawRecord {
  cells: RawCell[];
  /** The line end; empty at the end of the file. */
  end: ByteText;
  /** An unclosed quote and everything after it; empty if there is none. */
  unclosed: ByteText;
  /** Where the next record starts. */
  next: number;
}

/** Cuts text into records by the rules of the CSV reader, and keeps every character. */
export class CsvCells {
  readonly #delimiter: string;
  readonly #ends: RegExp;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#ends = new RegExp(`[\\r\\n${delimiter.replace(/[\\\]^-]/g, '\\$&')}]`, 'g');
  }

  /**
   * The record that starts at a place; null if its end is not there yet.
   * @param last true if nothing comes after the text
   */
  record(text: ByteText, from: number, last: boolean): RawRecord | null {
    const cells: RawCell[] = [];
    let at = from;
    for (;;) {
      const start = at;
      let quoted = false;
      if (text[at] === '"') {
        const close = this.#closingQuote(text, at + 1);
        if (close === -1 || (close + 1 === text.length && !last)) {
          return last ? { cells, end: '', unclosed: text.slice(start), next: text.length } : null;
        }
        quoted = this.#endsCell(text[close + 1]);
        at = close + 1;
      }
      if (!quoted) {
        this.#ends.lastIndex = at;
        at = this.#ends.exec(text)?.index ?? text.length;
      }
      if (at === text.length && !last) return null;
      cells.push({ raw: text.slice(start, at), quoted });
      if (text[at] === this.#delimiter) {
        at++;
        continue;
      }
      if (text[at] === '\r' && at + 1 === text.length && !last) return null;
      const end = text[at] === undefined ? '' : text.startsWith('\r\n', at) ? '\r\n' : (text[at] as string);
      return { cells, end, unclosed: '', next: at + end.length };
    }
  }

  /** The first quote that is not one of two; −1 if there is none. */
  #closingQuote(text: ByteText, from: number): number {
    let at = text.indexOf('"', from);
    while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
    return at;
  }

  #endsCell(next: string | undefined): boolean {
    return next === undefined || next === this.#delimiter || next === '\r' || next === '\n';
  }
}

/** The text of a cell, as bytes. */
export function cellText({ raw, quoted }: RawCell): ByteText {
  return quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

/** A text as a cell, with quotes if the old cell had them. */
export function rawCell(text: ByteText, quoted: boolean): ByteText {
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}
