/** How finely a timestamp is written. */
export type Precision = 'day' | 'minute' | 'second' | 'millisecond';

/**
 * One timestamp as it was read. Each parse fills it again: parsing millions of cells must not make an object for each.
 *
 * Where the order of day and month does not matter (ISO, month names, epochs, `5/5/2026`), both readings are the same.
 * Where only one of them is a date (`25/3/2026`), the other is NaN, and the cell proves the order of its file. Where
 * both are dates and differ, the cell leaves the order open.
 */
export class Timestamp {
  /** Epoch milliseconds if `zoned`, else the wall time as if it were UTC: read with the day first. */
  dmy = Number.NaN;
  /** The same, read with the month first. */
  mdy = Number.NaN;
  /** True if the text states its offset from UTC, or counts from the epoch. */
  zoned = false;
  precision: Precision = 'day';
  /** The abbreviation that stated the offset, such as `CET`; null if none did or it was UTC's own. */
  zoneName: string | null = null;
  /** True if the year came first: evidence for the file's order that needs no decision. */
  yearFirst = false;

  /** The only order in which this is a date; null if both orders give one. */
  get proves(): 'dmy' | 'mdy' | null {
    if (Number.isNaN(this.mdy)) return Number.isNaN(this.dmy) ? null : 'dmy';
    return Number.isNaN(this.dmy) ? 'mdy' : null;
  }

  /** True if both orders give a date, and the dates differ. */
  get open(): boolean {
    return this.dmy !== this.mdy && !Number.isNaN(this.dmy) && !Number.isNaN(this.mdy);
  }

  set(both: number, zoned: boolean, precision: Precision, yearFirst: boolean): boolean {
    this.dmy = both;
    this.mdy = both;
    this.zoned = zoned;
    this.zoneName = null;
    this.precision = precision;
    this.yearFirst = yearFirst;
    return !Number.isNaN(both);
  }
}
