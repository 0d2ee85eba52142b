import type { EventLog, LogFile } from '../../model/log/event-log.ts';
import { type Zone, zoneOf } from '../../model/time/zone.ts';
import type { JsonRecords, JsonSink, ReadOptions, SharedReading } from '../format.ts';
import { fitParts, type ObjectShape, type UnexpectedPart } from '../text/json/part-shapes.ts';
import { readTimestamp } from '../time/read-timestamp.ts';
import { Timestamp } from '../time/timestamp.ts';
import { ZoneTally } from '../time/zone-tally.ts';
import { addRowFinding, countRejected, noteUnexpectedPart } from '../tools/shared/row-findings.ts';
import { exportDateOf } from './export-date.ts';
import { meetPeople } from './met-people.ts';
import type { SharedReadings } from './shared-readings.ts';

/** What a format reads with: where records go, and the shapes of their parts. */
interface Reads {
  sink: JsonSink;
  parts: ObjectShape;
}

/** Hands JSON records to a format's sink. */
export class JsonReader implements JsonRecords {
  readonly log: EventLog;
  readonly file: LogFile;
  readonly options: ReadOptions;
  readonly #wrapper: () => Readonly<Record<string, unknown>> | null;
  readonly #zone: Zone;
  readonly #tally: ZoneTally;
  readonly #timestamp = new Timestamp();
  readonly #referenceYear: number;
  readonly #shared: SharedReadings;
  #number = 0;
  #yearFirst = false;
  #reads: Reads | null = null;

  /**
   * @param wrapper what has come of the object around the records: all of it once they have ended
   * @param shared the readings that span several files; the caller writes them after the last file
   */
  constructor(
    log: EventLog,
    file: LogFile,
    options: ReadOptions,
    now: number,
    wrapper: () => Readonly<Record<string, unknown>> | null,
    shared: SharedReadings,
  ) {
    this.log = log;
    this.file = file;
    this.options = options;
    this.#wrapper = wrapper;
    this.#shared = shared;
    this.#zone = zoneOf(options.timeZone);
    this.#tally = new ZoneTally(options.timeZone);
    this.#referenceYear = new Date(now).getUTCFullYear();
  }

  get wrapper(): Readonly<Record<string, unknown>> | null {
    return this.#wrapper();
  }

  instant(value: unknown): number {
    const text = typeof value === 'number' ? String(value) : value;
    const timestamp = this.#timestamp;
    // Tools write dates in JSON as ISO or as numbers: a text that leaves day and month open is no date of theirs.
    if (
      typeof text !== 'string' ||
      !readTimestamp(text, this.#referenceYear, timestamp) ||
      timestamp.dmy !== timestamp.mdy
    ) {
      return Number.NaN;
    }
    this.#yearFirst ||= timestamp.yearFirst;
    this.#tally.see(timestamp.zoned, text, this.#number);
    if (timestamp.zoneName !== null) this.#tally.seeName(timestamp.zoneName);
    return timestamp.zoned ? timestamp.dmy : this.#zone.instantOfLocal(timestamp.dmy);
  }

  holds(rows: number): void {
    this.file.rows += rows - 1;
  }

  shared<Shared extends SharedReading>(name: string, make: () => Shared): Shared {
    return this.#shared.of(this.file.source, name, make);
  }

  reject(code: string, why: string, value: string): void {
    countRejected(this.file, code);
    addRowFinding(this.log, this.file, this.#number, code, why, value);
  }

  badCell(code: string, why: string, value: string): void {
    addRowFinding(this.log, this.file, this.#number, code, why, value);
  }

  /** @param parts the shapes of the parts that the format reads */
  start(sink: JsonSink, parts: ObjectShape): void {
    this.#reads = { sink, parts };
  }

  take(record: unknown, number: number): void {
    this.file.rows++;
    this.#number = number;
    const { sink, parts } = this.#reads as Reads;
    const fitted = fitParts(record, parts, this.#unexpected);
    if (this.options.metPeople !== undefined) meetPeople(fitted, this.options.metPeople);
    sink.record(fitted, number);
  }

  readonly #unexpected: UnexpectedPart = (path, found) => noteUnexpectedPart(this, this.#number, path, found);

  takeBad(number: number, code: string, why: string, value: string): void {
    this.file.rows++;
    this.#number = number;
    this.reject(code, why, value);
  }

  finish(): void {
    if (this.options.metPeople !== undefined) meetPeople(this.wrapper, this.options.metPeople);
    this.#reads?.sink.end?.();
    if (this.options.snapshots !== undefined) {
      const at = exportDateOf(this.wrapper, (value) => this.instant(value));
      if (!Number.isNaN(at)) this.file.exportedAt = at;
    }
    this.file.dateOrder = { order: this.#yearFirst ? 'ymd' : null, certainty: 'not needed', evidence: null };
    this.file.zone = this.#tally.account();
  }
}
