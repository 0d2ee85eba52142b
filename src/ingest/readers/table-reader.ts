import type { Dictionary } from '../../model/log/dictionary.ts';
import type { EventLog, LogFile } from '../../model/log/event-log.ts';
import { isPeopleName } from '../../model/people/people-names.ts';
import { type Zone, zoneOf } from '../../model/time/zone.ts';
import type { CategoryColumn, InstantColumn, ReadOptions, SharedReading, Table, TableSink } from '../format.ts';
import { CategoryCell } from '../table/category-cell.ts';
import { type CellText, cellText, plainCell, withOffset } from '../table/cell-text.ts';
import { type HeaderIndex, indexOf } from '../table/header-index.ts';
import { headerKey } from '../table/header-key.ts';
import { InstantCell } from '../table/instant-cell.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import type { CsvRows } from '../text/csv/csv-rows.ts';
import { DateOrder, type DayMonthOrder } from '../time/date-order.ts';
import { PlausibilityCount, plausibilityRule } from '../time/date-plausibility.ts';
import { ZoneTally } from '../time/zone-tally.ts';
import { addRowFinding, countRejected } from '../tools/shared/row-findings.ts';
import { decideDateOrder } from './decide-date-order.ts';
import { datedSink } from './export-date.ts';
import type { SharedReadings } from './shared-readings.ts';

/** A row that waits for the decision on day and month: the requested cells only. */
interface WaitingRow {
  line: number;
  cells: string[];
}

/**
 * Hands the records of a table to a format's sink, with each row's values in the requested columns.
 *
 * Rows wait (their requested cells only) from the first date that leaves day and month open until another proves the
 * order or the file ends. A file of ISO dates never waits.
 */
export class TableReader implements Table {
  readonly header: readonly string[];
  readonly above: readonly (readonly string[])[];
  readonly log: EventLog;
  readonly file: LogFile;
  readonly options: ReadOptions;
  /** Set for a table of JSON records: what has come of the object around them. */
  around: () => Readonly<Record<string, unknown>> | null = () => null;
  /** Columns whose numbers are dates as Excel stores them. */
  serials: ReadonlySet<number> = new Set();
  readonly #index: HeaderIndex;
  readonly #zone: Zone;
  readonly #tally: ZoneTally;
  readonly #order: DateOrder;
  readonly #now: number;
  readonly #shared: SharedReadings;
  readonly #categories: CategoryCell[] = [];
  readonly #instants: InstantCell[] = [];
  /** Columns of the file that were requested; the row holds their cells at the same places. */
  readonly #columns: number[] = [];
  /** Where in `#columns` each of them is. */
  readonly #places = new Map<number, number>();
  /** Places in the row of cells that are needed as text even if records are bytes: parts of texts of several cells. */
  readonly #textSlots: number[] = [];
  #row: string[] = [];
  /** 1 for each of several rows that must be read by itself. */
  #apart = new Uint8Array(0);
  #line = 0;
  #waiting: WaitingRow[] = [];
  #localSeen = false;
  #sink: TableSink | null = null;

  /**
   * @param now epoch milliseconds: two-digit years are near it, and dates after it make an order implausible
   * @param shared the readings that span several files; the caller writes them after the last file
   * @param above the records above the header
   */
  constructor(
    header: readonly string[],
    log: EventLog,
    file: LogFile,
    options: ReadOptions,
    now: number,
    shared: SharedReadings,
    above: readonly (readonly string[])[] = [],
  ) {
    this.header = header;
    this.above = above;
    this.log = log;
    this.file = file;
    this.options = options;
    this.#index = indexOf(header);
    this.#zone = zoneOf(options.timeZone);
    this.#tally = new ZoneTally(options.timeZone);
    this.#order = new DateOrder(file.file);
    this.#now = now;
    this.#shared = shared;
  }

  get wrapper(): Readonly<Record<string, unknown>> | null {
    return this.around();
  }

  find(...names: string[]): number {
    const column = this.#index.find(...names);
    if (column !== -1) this.file.foundNames?.add(this.header[column] as string);
    return column;
  }

  category(column: number | string, dictionary: Dictionary): CategoryColumn {
    const source = cellText(column, this.#index, this.file.file);
    // The first is the item's id, which mostly decides its title and its other fields.
    const cell = new CategoryCell(source, this.#slots(source), dictionary, this.#categories[0] ?? null);
    this.#categories.push(cell);
    if (cell.column === -1) this.#textSlots.push(...this.#slots(source));
    return cell;
  }

  instant(column: number | string, offset?: number, part: 'start' | 'end' = 'start'): InstantColumn {
    const text = cellText(column, this.#index, this.file.file);
    const source = offset === undefined ? text : withOffset(text, offset);
    const serial = source.columns.length === 1 && this.serials.has(source.columns[0] as number);
    if (serial) this.#sayGuessed(source.name);
    const cell = new InstantCell(
      source,
      this.#slots(source),
      new Date(this.#now).getUTCFullYear(),
      serial,
      part === 'end',
    );
    this.#instants.push(cell);
    if (cell.column === -1) this.#textSlots.push(...this.#slots(source));
    return cell;
  }

  shared<Shared extends SharedReading>(name: string, make: () => Shared): Shared {
    return this.#shared.of(this.file.source, name, make);
  }

  reject(code: string, why: string, value: string): void {
    countRejected(this.file, code);
    addRowFinding(this.log, this.file, this.#line, code, why, value);
  }

  /** The columns that are read, by their places in the header. */
  get columns(): readonly number[] {
    return this.#columns;
  }

  badCell(code: string, why: string, value: string): void {
    addRowFinding(this.log, this.file, this.#line, code, why, value);
  }

  /** The sink that rows go to: what the format's `open` returned. */
  start(sink: TableSink): void {
    const { metPeople } = this.options;
    if (metPeople !== undefined) {
      for (const [column, name] of this.header.entries()) if (isPeopleName(name)) this.category(column, metPeople);
    }
    this.#sink = this.options.snapshots === undefined ? sink : datedSink(this, sink);
  }

  /** Takes one record under the header. A record without any text is no row. */
  take(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return;
    this.file.rows++;
    const { length } = this.header;
    if (cells.length > length && cells.slice(length).some((cell) => cell.trim() !== '')) {
      this.#rejectLong(cells.length, line);
      return;
    }
    for (let slot = 0; slot < this.#columns.length; slot++) {
      this.#row[slot] = plainCell(cells[this.#columns[slot] as number] ?? '');
    }
    const open = this.#parse(line, null);
    if (this.#waiting.length > 0 || (open && this.#order.proved === null)) this.#wait(line);
    else this.#deliver(line, this.#order.proved, null);
  }

  /** The same for a record as bytes. Only cells that did not come before become text. */
  takeBytes(record: CsvRecord): void {
    if (record.blankFrom(0)) return;
    this.file.rows++;
    const { line } = record;
    const { length } = this.header;
    if (record.count > length && !record.blankFrom(length)) {
      this.#rejectLong(record.count, line);
      return;
    }
    for (const slot of this.#textSlots) this.#fill(slot, record);
    const open = this.#parse(line, record);
    if (this.#waiting.length > 0 || (open && this.#order.proved === null)) {
      for (let slot = 0; slot < this.#columns.length; slot++) this.#fill(slot, record);
      this.#wait(line);
    } else this.#deliver(line, this.#order.proved, record);
  }

  /**
   * The same for several records with as many cells as the header, column by column. A row whose dates may say something
   * new about the file is read by itself, and so are all rows while some wait.
   */
  takeRows(rows: CsvRows): void {
    if (this.#apart.length < rows.capacity) this.#apart = new Uint8Array(rows.capacity);
    const apart = this.#apart;
    const together = this.#order.yearFirst && this.#textSlots.length === 0;
    apart.fill(together ? 0 : 1);
    if (together) {
      for (const cell of this.#instants) cell.readRows(rows, this.#zone, apart);
      for (const cell of this.#categories) cell.readRows(rows);
    }
    for (let row = 0; row < rows.count; row++) {
      const record = rows.at(row);
      if (apart[row] === 1 || this.#waiting.length > 0) this.takeBytes(record);
      else this.#takeRow(row, record);
    }
  }

  #takeRow(row: number, record: CsvRecord): void {
    const { line } = record;
    this.file.rows++;
    this.#line = line;
    for (const cell of this.#categories) cell.pick(row);
    for (const cell of this.#instants) {
      const zoned = cell.pick(row, record);
      if (zoned === null) continue;
      this.#tally.see(zoned, zoned || this.#localSeen ? '' : cell.text(), line);
      this.#localSeen ||= !zoned;
    }
    (this.#sink as TableSink).row(line);
  }

  /** Puts a record that is no row of cells into a finding. */
  takeBad(line: number, code: string, why: string, value: string): void {
    this.file.rows++;
    this.#line = line;
    this.reject(code, why, value);
  }

  /**
   * Decides on the date order if it is still open, and ends the sink.
   * @throws PitwallError `date-order`
   */
  finish(): void {
    this.file.dateOrder = decideDateOrder(this.#order, this, () => this.#plausibility());
    this.#release(this.file.dateOrder.order === 'mdy' ? 'mdy' : 'dmy');
    this.file.zone = this.#tally.account();
    this.#sink?.end?.();
  }

  /** Says that numbers are taken for dates: nothing but the name of the column shows that they are. */
  #sayGuessed(column: string): void {
    this.log.findings.add(
      'serial-dates',
      () => ({
        weight: 'warning',
        message: "Columns of dates hold numbers: they are read as Excel's dates (days since 1900), which is a guess",
        cure: 'Format the columns as dates in the spreadsheet and save it again.',
      }),
      { file: this.file.file, value: column },
    );
  }

  #rejectLong(count: number, line: number): void {
    this.#line = line;
    const why = 'Rows have more cells than the header, so that it is open which column each cell belongs to';
    this.reject('cells', why, `${count} cells, ${this.header.length} columns`);
  }

  #fill(slot: number, record: CsvRecord): void {
    this.#row[slot] = plainCell(record.text(this.#columns[slot] as number));
  }

  /** Adds the current row to those that wait, and releases all if it has brought the decision. */
  #wait(line: number): void {
    this.#waiting.push({ line, cells: this.#row.slice() });
    if (this.#order.proved !== null) this.#release(this.#order.proved);
  }

  /** Parses the row's instants, those of one cell from the record if there is one; true if one leaves the order open. */
  #parse(line: number, record: CsvRecord | null): boolean {
    let open = false;
    for (const cell of this.#instants) {
      if (record === null || cell.column === -1) cell.parse(this.#row);
      else cell.parseBytes(record);
      if (!cell.readable) continue;
      const { timestamp } = cell;
      // Most cells say nothing new, so their texts are not needed.
      if (timestamp.dmy !== timestamp.mdy || !this.#order.yearFirst)
        this.#order.see(timestamp, line, cell.name, cell.text());
      this.#tally.see(timestamp.zoned, timestamp.zoned || this.#localSeen ? '' : cell.text(), line);
      this.#localSeen ||= !timestamp.zoned;
      if (timestamp.zoneName !== null) this.#tally.seeName(timestamp.zoneName);
      if (timestamp.open) open = true;
    }
    return open;
  }

  #deliver(line: number, order: DayMonthOrder | null, record: CsvRecord | null): void {
    this.#line = line;
    for (const cell of this.#categories) {
      if (record === null || cell.column === -1) cell.read(this.#row);
      else cell.readBytes(record);
    }
    for (const cell of this.#instants) cell.resolve(order, this.#zone);
    (this.#sink as TableSink).row(line);
  }

  #release(order: DayMonthOrder | null): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { line, cells } of waiting) {
      this.#row = cells;
      for (const cell of this.#instants) cell.parse(cells);
      this.#deliver(line, order, null);
    }
  }

  #plausibility(): PlausibilityCount {
    const count = new PlausibilityCount(
      plausibilityRule(this.#instants.map((cell) => headerKey(cell.name))),
      this.#now,
    );
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
      const known = this.#places.get(column);
      if (known !== undefined) return known;
      const place = this.#columns.push(column) - 1;
      this.#places.set(column, place);
      return place;
    });
  }
}
