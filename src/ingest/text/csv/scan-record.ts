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
 * or CR at line ends; a quote within an unquoted cell is a letter. A closing quote with anything else after it than a
 * delimiter or a line end is FOREIGN: csv-parse decides what such a cell means.
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
  const { first } = into;
  let place = first;
  let at = from;
  into.breaks = 0;
  for (;;) {
    if (place === into.starts.length) into.grow();
    into.doubled[place] = 0;
    if (at < to && bytes[at] === QUOTE) {
      into.starts[place] = ++at;
      at = quotedEnd(bytes, at, to, into, place);
      if (at === to) return CUT;
      into.ends[place] = at++;
    } else {
      into.starts[place] = at;
      at = plainEnd(bytes, at, to, delimiter);
      into.ends[place] = at;
    }
    place++;
    // The next byte may be the second half of a doubled quote or of a CRLF, or part of the cell.
    if (at === to && !last) return CUT;
    const byte = at === to ? LF : (bytes[at++] as number);
    if (byte === delimiter) continue;
    if (byte === CR) {
      if (at === to && !last) return CUT;
      if (bytes[at] === LF && at < to) at++;
    } else if (byte !== LF) return FOREIGN;
    into.count = place - first;
    return at;
  }
}

/** Where the quote is that closes a cell; where the bytes end if none does. */
function quotedEnd(bytes: Uint8Array, from: number, to: number, into: CsvRecord, place: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > QUOTE) continue;
    if (byte === QUOTE) {
      if (at + 1 === to || bytes[at + 1] !== QUOTE) return at;
      into.doubled[place] = 1;
      at++;
    } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) into.breaks++;
  }
  return to;
}

/** Where a cell without quotes ends: at a delimiter, a line end, or where the bytes end. */
function plainEnd(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === delimiter || byte === LF || byte === CR) return at;
  }
  return to;
}
