import { PitwallError } from '../../model/errors.ts';
import type { Timestamp } from './timestamp.ts';

export type DayMonthOrder = 'dmy' | 'mdy';

/** A cell that proves the order of day and month, or leaves it open. */
export interface DateEvidence {
  line: number;
  column: string;
  text: string;
}

/**
 * The order of day and month of one file: all its timestamps share one decision.
 *
 * A cell that is a date in one order only (`25/3/2026`) proves that order. Two cells that prove different orders are an
 * error: a file that mixes layouts cannot be read. Open cells (`3/4/2026`) decide nothing.
 */
export class DateOrder {
  /** The proved order; null while nothing proves one. */
  proved: DayMonthOrder | null = null;
  /** The first cell that proves it. */
  proof: DateEvidence | null = null;
  /** The first open cell, with both readings as wall times in milliseconds. */
  open: (DateEvidence & { dmy: number; mdy: number }) | null = null;
  openCells = 0;
  yearFirst = false;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Learns from a cell.
   * @throws PitwallError `mixed-date-order`
   */
  see(timestamp: Timestamp, line: number, column: string, text: string): void {
    if (timestamp.dmy === timestamp.mdy) {
      this.yearFirst ||= timestamp.yearFirst;
      return;
    }
    const order = timestamp.proves;
    if (order === null) {
      this.openCells++;
      this.open ??= { line, column, text, dmy: timestamp.dmy, mdy: timestamp.mdy };
    } else if (this.proved === null) {
      this.proved = order;
      this.proof = { line, column, text };
    } else if (this.proved !== order) {
      const first = this.proof as DateEvidence;
      throw new PitwallError(
        'mixed-date-order',
        `it mixes day-first and month-first dates: "${first.text}" on line ${first.line} is ${NAMES[this.proved]}, ` +
          `"${text}" on line ${line} is ${NAMES[order]}`,
        this.#file,
        'Export it again with one date format, ISO 8601 (2026-03-02) if there is a choice.',
      );
    }
  }

  /** The error of a file whose dates leave the order open. */
  undecided(): PitwallError {
    const open = this.open as DateEvidence & { dmy: number; mdy: number };
    return new PitwallError(
      'date-order',
      `"${open.text}" in column "${open.column}" is ${day(open.dmy)} or ${day(open.mdy)}, and no other date shows which`,
      `${this.#file}:${open.line}`,
      'Say which with --date-order dmy (day first) or --date-order mdy (month first).',
    );
  }
}

const NAMES = { dmy: 'day first', mdy: 'month first' } as const;

function day(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
}
