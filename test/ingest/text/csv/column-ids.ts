import { CellIds } from '../../../../src/ingest/table/cell-ids.ts';
import { plainCell } from '../../../../src/ingest/table/cell-text.ts';
import { ByteRecords } from '../../../../src/ingest/text/csv/byte-records.ts';
import type { CsvRecord } from '../../../../src/ingest/text/csv/csv-record.ts';
import type { Dictionary } from '../../../../src/model/log/dictionary.ts';

/** A cell of a column as it stands in the file, and the row's id in a column that this one follows. */
export interface RawCell {
  raw: string;
  leader: number;
}

/** How a column is read: cell by cell or in rows, and whether it follows another. */
export const WAYS = [
  { name: 'cell by cell', rows: false, follows: false },
  { name: 'in rows', rows: true, follows: false },
  { name: 'cell by cell, behind another column', rows: false, follows: true },
  { name: 'in rows, behind another column', rows: true, follows: true },
] as const;

export type Way = (typeof WAYS)[number];

export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The text that a cell of a file stands for. */
export function textOfRaw(raw: string): string {
  return plainCell(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
}

/** Reads chunks of cells as the second column of records, one chunk after another. */
export class ColumnReader {
  readonly #ids: CellIds;
  readonly #reader: ByteRecords;
  #leaders: Int32Array = new Int32Array(0);
  #found: number[] = [];
  /** Told of each record before it is read, where they are read one by one. */
  before: (record: CsvRecord) => void = () => {};

  constructor(dictionary: Dictionary, way: Way, mostWords?: number) {
    this.#ids = new CellIds(dictionary, mostWords);
    const into = new Int32Array(1024);
    this.#reader = new ByteRecords(44, 1, {
      record: (record) => {
        this.before(record);
        const leader = way.follows ? (this.#leaders[this.#found.length] as number) : -1;
        this.#found.push(this.#ids.id(record, 1, leader));
      },
      rows: (rows) => {
        const at = this.#found.length;
        const leaders = way.follows ? this.#leaders.subarray(at, at + rows.count) : null;
        this.#ids.fill(rows, 1, leaders, into);
        this.#found.push(...into.subarray(0, rows.count));
      },
    });
    if (way.rows) this.#reader.keepRows(2);
  }

  /** The ids of the cells. */
  read(cells: readonly RawCell[]): number[] {
    this.#found = [];
    this.#leaders = Int32Array.from(cells, ({ leader }) => leader);
    const text = cells.map(({ raw }) => `r,${raw}\n`).join('');
    if (!this.#reader.write(Buffer.from(text)) || !this.#reader.end()) throw new Error('a cell is not of the dialect');
    return this.#found;
  }
}
