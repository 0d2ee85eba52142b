import type { CsvRecord } from './csv-record.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** The bytes end before the record does. */
export const CUT = -1;
/** The record is not of the dialect that is read here. */
export const FOREIGN = -2;

/**
 * Finds the cells of the record that starts at `from`. The dialect is RFC 4180 with any one-byte delimiter and CRLF, LF
 * or CR at line ends; a quote within an unquoted cell is a letter. A closing quote with anything else behind it than a
 * delimiter or a line end is FOREIGN: what such a cell means, csv-parse decides.
 *
 * @param to where the bytes end
 * @param last true if nothing comes after them
 * @param into gets the cells, from its `first` place on, and no line number
 * @returns where the next record starts; CUT or FOREIGN
 */
export function scanRecord(
  bytes: Uint8Array,
  from: number,
  to: number,
  last: boolean,
  delimiter: number,
  into: CsvRecord,
): number {
  // All but a few letters lie above the bytes that end a cell: one comparison passes over them.
  const ceiling = Math.max(delimiter, CR);
  let at = from;
  let breaks = 0;
  const { first } = into;
  let place = first;
  let { starts, ends, doubled } = into;
  for (;;) {
    if (place === starts.length) {
      into.grow();
      ({ starts, ends, doubled } = into);
    }
    let twice = 0;
    if (at < to && bytes[at] === QUOTE) {
      starts[place] = ++at;
      for (; at < to; at++) {
        const byte = bytes[at] as number;
        if (byte > QUOTE) continue;
        if (byte === QUOTE) {
          if (at + 1 === to || bytes[at + 1] !== QUOTE) break;
          twice = 1;
          at++;
        } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks++;
      }
      if (at >= to) return CUT;
      ends[place] = at++;
    } else {
      starts[place] = at;
      for (; at < to; at++) {
        const byte = bytes[at] as number;
        if (byte <= ceiling && (byte === delimiter || byte === LF || byte === CR)) break;
      }
      ends[place] = at;
    }
    doubled[place++] = twice;
    // The next byte may be the second half of a doubled quote or of a CRLF, or part of the cell.
    if (at === to && !last) return CUT;
    const byte = at === to ? LF : (bytes[at++] as number);
    if (byte === delimiter) continue;
    if (byte === CR) {
      if (at === to && !last) return CUT;
      if (bytes[at] === LF && at < to) at++;
    } else if (byte !== LF) return FOREIGN;
    into.count = place - first;
    into.breaks = breaks;
    return at;
  }
}
