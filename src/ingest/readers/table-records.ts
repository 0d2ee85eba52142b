import type { LogFile } from '../../model/log/event-log.ts';
import { chooseFormat, readsRows } from '../detect/choose-format.ts';
import { findHeader, HEAD_RECORDS, SAMPLE_ROWS } from '../detect/find-header.ts';
import { serialColumns } from '../table/column-words/serial-dates.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import { beginFile, type FileContext } from './file-reader.ts';
import { TableReader } from './table-reader.ts';

interface Held {
  cells: string[];
  line: number;
}

function filled({ cells }: Held): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Takes the records of a table: the first are held until header and format are known, and the rest passes through. */
export class TableRecords {
  /** Null until the format is known. */
  table: TableReader | null = null;
  /** Called with the number of columns, once the format is known. */
  onOpen: ((columns: number) => void) | null = null;
  readonly #context: FileContext;
  readonly #delimiter: string | null;
  /** Where the header is; null if that is not known yet. */
  readonly #header: number | null;
  #held: Held[] = [];

  /** @param header index of the header among the records; null if it has to be found */
  constructor(context: FileContext, delimiter: string | null, header: number | null) {
    this.#context = context;
    this.#delimiter = delimiter;
    this.#header = header;
  }

  /** Takes one record as cells; `line` is its line in the file. */
  take(cells: string[], line: number): void {
    if (this.table !== null) this.table.take(cells, line);
    else if (this.#held.push({ cells, line }) === HEAD_RECORDS) this.open();
  }

  /** The same for a record as bytes. */
  takeBytes(record: CsvRecord): void {
    if (this.table !== null) this.table.takeBytes(record);
    else this.take(record.cells(), record.line);
  }

  /** True before the first record. */
  get isEmpty(): boolean {
    return this.table === null && this.#held.length === 0;
  }

  /** The table; if it is not open yet, it is opened with the records so far. */
  open(): TableReader {
    if (this.table !== null) return this.table;
    const { name, options, formats, log, now, shared } = this.#context;
    const records = this.#held.map(({ cells }) => cells);
    const record = this.#header ?? findHeader(records, formats, options).record;
    const header = (records[record] ?? []).map((cell) => cell.trim());
    const rows = records.slice(record + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
    const sample = {
      file: name,
      table: { header, rows: rows.slice(0, SAMPLE_ROWS) },
      json: null,
      fields: options.fields,
      dateOrder: options.dateOrder,
      stages: options.stages,
    };
    const choice = chooseFormat(formats, options.input, sample);
    if (!readsRows(choice.format)) throw new Error(`${choice.format.id} was chosen for a table`);
    const file = beginFile(this.#context, choice, this.#delimiter);
    const above = this.#held.slice(0, record).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (above.length > 0)
      file.notes.push(`the header is on line ${this.#held[record]?.line ?? 1}; the lines above it were left out`);
    const table = new TableReader(header, log, file, options, now, shared, above.map(filled));
    table.serials = serialColumns(sample.table);
    table.start(choice.format.open(table));
    this.table = table;
    for (const held of this.#held.slice(record + 1)) table.take(held.cells, held.line);
    this.#held = [];
    this.onOpen?.(header.length);
    return table;
  }

  /** The account of the file, complete. */
  finish(): LogFile {
    const table = this.open();
    table.finish();
    return table.file;
  }
}
