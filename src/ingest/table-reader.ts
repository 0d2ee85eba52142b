import type { Dictionary } from '../model/dictionary.ts';
import type { EventLog, LogFile } from '../model/event-log.ts';
import { type Zone, zoneOf } from '../model/zone.ts';
import { CategoryCell } from './category-cell.ts';
import { type CellText, cellText } from './cell-text.ts';
import { DateOrder, type DayMonthOrder } from './date-order.ts';
import { PlausibilityCount, plausibilityRule } from './date-plausibility.ts';
import type { CategoryColumn, InstantColumn, ReadOptions, Table, TableSink } from './format.ts';
import { HeaderIndex } from './header-index.ts';
import { InstantCell } from './instant-cell.ts';
import { addRowFinding } from './row-findings.ts';
import { ZoneTally } from './zone-tally.ts';

/** A row that waits for the decision on day and month: the requested cells only. */
interface WaitingRow {
  line: number;
  cells: string[];
}

/**
 * Hands the records of a table to a format's sink, the requested columns holding each row's values.
 *
 * Rows wait (their requested cells only) from the first date that leaves day and month open until another proves the
 * order, or the file ends; a file of ISO dates never waits.
 */
export class TableReader implements Table {
  readonly header: readonly string[];
  readonly log: EventLog;
  readonly file: LogFile;
  readonly options: ReadOptions;
  readonly #index: HeaderIndex;
  readonly #zone: Zone;
  readonly #tally: ZoneTally;
  readonly #order: DateOrder;
  readonly #now: number;
  readonly #categories: CategoryCell[] = [];
  readonly #instants: InstantCell[] = [];
  /** Columns of the file that somebody asked for; the row holds their cells at the same places. */
  readonly #columns: number[] = [];
  #row: string[] = [];
  #line = 0;
  #waiting: WaitingRow[] = [];
  #decided: DayMonthOrder | null = null;
  #sink: TableSink | null = null;

  /** @param now epoch milliseconds: two-digit years are near it, and dates after it speak against an order */
  constructor(header: readonly string[], log: EventLog, file: LogFile, options: ReadOptions, now: number) {
    this.header = header;
    this.log = log;
    this.file = file;
    this.options = options;
    this.#index = new HeaderIndex(header);
    this.#zone = zoneOf(options.timeZone);
    this.#tally = new ZoneTally(options.timeZone);
    this.#order = new DateOrder(file.file);
    this.#now = now;
  }

  find(...names: string[]): number {
    return this.#index.find(...names);
  }

  category(column: number | string, dictionary: Dictionary): CategoryColumn {
    const source = cellText(column, this.#index, this.file.file);
    const cell = new CategoryCell(source, this.#slots(source), dictionary);
    this.#categories.push(cell);
    return cell;
  }

  instant(column: number | string): InstantColumn {
    const source = cellText(column, this.#index, this.file.file);
    const cell = new InstantCell(source, this.#slots(source), new Date(this.#now).getUTCFullYear());
    this.#instants.push(cell);
    return cell;
  }

  reject(code: string, why: string, value: string): void {
    this.file.rejected++;
    addRowFinding(this.log, this.file, this.#line, code, why, value);
  }

  badCell(code: string, why: string, value: string): void {
    addRowFinding(this.log, this.file, this.#line, code, why, value);
  }

  /** The sink that rows go to: what the format's `open` returned. */
  start(sink: TableSink): void {
    this.#sink = sink;
  }

  /** Takes one record under the header; one without any text is no row. */
  take(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return;
    this.file.rows++;
    const { length } = this.header;
    if (cells.length > length && cells.slice(length).some((cell) => cell.trim() !== '')) {
      this.#line = line;
      const why = 'Rows have more cells than the header, so that it is open which column each cell belongs to';
      this.reject('cells', why, `${cells.length} cells, ${length} columns`);
      return;
    }
    for (let slot = 0; slot < this.#columns.length; slot++) {
      this.#row[slot] = plain(cells[this.#columns[slot] as number] ?? '');
    }
    const open = this.#parse(line);
    if (this.#order.proved === null && (open || this.#waiting.length > 0)) {
      this.#waiting.push({ line, cells: this.#row.slice() });
    } else if (this.#waiting.length > 0) {
      this.#waiting.push({ line, cells: this.#row.slice() });
      this.#release(this.#order.proved);
    } else {
      this.#deliver(line, this.#decided ?? this.#order.proved);
    }
  }

  /** Puts a record that is no row of cells into a finding. */
  takeBad(line: number, code: string, why: string, value: string): void {
    this.file.rows++;
    this.#line = line;
    this.reject(code, why, value);
  }

  /**
   * Decides what is still open, and ends the sink.
   * @throws PitwallError `date-order`
   */
  finish(): void {
    this.file.dateOrder = this.#decide();
    this.#release(this.file.dateOrder.order === 'mdy' ? 'mdy' : 'dmy');
    this.file.zone = this.#tally.account();
    this.#sink?.end?.();
  }

  /** Parses the row's instants; true if one leaves day and month open. */
  #parse(line: number): boolean {
    let open = false;
    for (const cell of this.#instants) {
      cell.parse(this.#row);
      if (!cell.readable) continue;
      this.#order.see(cell.timestamp, line, cell.name, cell.text());
      this.#tally.see(cell.timestamp.zoned, cell.text(), line);
      if (cell.timestamp.open) open = true;
    }
    return open;
  }

  #deliver(line: number, order: DayMonthOrder | null): void {
    this.#line = line;
    for (const cell of this.#categories) cell.read(this.#row);
    for (const cell of this.#instants) cell.resolve(order, this.#zone);
    (this.#sink as TableSink).row(line);
  }

  #release(order: DayMonthOrder | null): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { line, cells } of waiting) {
      this.#row = cells;
      for (const cell of this.#instants) cell.parse(cells);
      this.#deliver(line, order);
    }
  }

  #decide(): LogFile['dateOrder'] {
    const order = this.#order;
    if (order.proof !== null) {
      return {
        order: order.proved,
        certainty: 'proved',
        evidence: `"${order.proof.text}" on line ${order.proof.line}`,
      };
    }
    if (order.open === null) return { order: order.yearFirst ? 'ymd' : null, certainty: 'not needed', evidence: null };
    const count = this.#plausibility();
    const verdict = count.verdict();
    if (verdict !== null) {
      const evidence = `dates out of order or in the future: ${count.dmy} with the day first, ${count.mdy} with the month first`;
      if (this.options.dateOrder !== null && this.options.dateOrder !== verdict) {
        this.file.notes.push(`--date-order ${this.options.dateOrder} was not needed, and the dates speak against it`);
      }
      return { order: verdict, certainty: 'inferred', evidence };
    }
    if (this.options.dateOrder === null) throw order.undecided();
    const evidence = `--date-order; "${order.open.text}" on line ${order.open.line} can be read either way`;
    return { order: this.options.dateOrder, certainty: 'assumed', evidence };
  }

  #plausibility(): PlausibilityCount {
    const count = new PlausibilityCount(plausibilityRule(this.#instants.map((cell) => cell.name)), this.#now);
    for (const { cells } of this.#waiting) {
      for (const cell of this.#instants) cell.parse(cells);
      count.row(
        this.#instants.map((cell) => cell.reading('dmy', this.#zone)),
        this.#instants.map((cell) => cell.reading('mdy', this.#zone)),
      );
    }
    return count;
  }

  #slots(source: CellText): number[] {
    return source.columns.map((column) => {
      const known = this.#columns.indexOf(column);
      return known === -1 ? this.#columns.push(column) - 1 : known;
    });
  }
}

/** A cell without surrounding space, and without the `'` with which exporters keep spreadsheets from computing it. */
function plain(cell: string): string {
  const text = cell.trim();
  return text.charCodeAt(0) === 39 && /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
