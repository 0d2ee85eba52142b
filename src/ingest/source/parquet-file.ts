import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead, snappyUncompress } from 'hyparquet';
import { PitwallError } from '../../model/errors.ts';
import { type ParquetColumn, parquetCell, parquetColumns } from './parquet-columns.ts';

/** A page of a column is a megabyte or so: what claims to be far larger was made to fill the memory. */
const LARGEST_PAGE = 256 * 1024 * 1024;
/** Writers put at most some millions of rows into a group; rows are held group by group. */
const MOST_ROWS = 16_000_000;

/** A Parquet file whose shape is known. */
export interface ParquetTable {
  columns: readonly ParquetColumn[];
  /** Names of columns that hold lists, maps or structures: a table has no cells for them. */
  nested: readonly string[];
  rows: number;
}

type Decompress = (input: Uint8Array, length: number) => Uint8Array;

const within = (decompress: Decompress): Decompress => {
  return (input, length) => {
    if (length > LARGEST_PAGE) throw new Error('a page claims to be larger than 256 MB');
    return decompress(input, length);
  };
};

/** The codecs that are read. */
const CODECS: Readonly<Record<string, Decompress>> = {
  SNAPPY: within((input, length) => {
    const output = new Uint8Array(length);
    snappyUncompress(input, output);
    return output;
  }),
  GZIP: within((input) => gunzipSync(input, { maxOutputLength: LARGEST_PAGE })),
  BROTLI: within((input) => brotliDecompressSync(input, { maxOutputLength: LARGEST_PAGE })),
};

/** Reads Parquet files. This file loads the package for them: import it only to read one. */
export class ParquetFile {
  readonly #file: AsyncBuffer;
  readonly #metadata: FileMetaData;
  readonly #name: string;
  readonly table: ParquetTable;

  private constructor(file: AsyncBuffer, metadata: FileMetaData, name: string) {
    this.#file = file;
    this.#metadata = metadata;
    this.#name = name;
    this.table = { ...parquetColumns(metadata.schema), rows: rowsIn(metadata, name) };
    refuseCodecs(metadata, this.table.columns, name);
  }

  /**
   * Opens a file that is in memory as a whole.
   * @throws PitwallError `parquet`
   */
  static async open(bytes: Uint8Array, name: string): Promise<ParquetFile> {
    const file: AsyncBuffer = {
      byteLength: bytes.length,
      slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
    };
    const metadata = await readable(name, () => parquetMetadataAsync(file));
    return new ParquetFile(file, metadata, name);
  }

  /**
   * The rows as texts, one group of rows after another: no more of them is in memory.
   * @throws PitwallError `parquet`, while rows are read
   */
  async *rows(): AsyncGenerator<readonly string[][]> {
    const { columns } = this.table;
    let rowStart = 0;
    for (const group of this.#metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      if (rowEnd > rowStart) yield await this.#group(columns, rowStart, rowEnd);
      rowStart = rowEnd;
    }
  }

  async #group(columns: readonly ParquetColumn[], rowStart: number, rowEnd: number): Promise<string[][]> {
    let rows: unknown[][] = [];
    await readable(this.#name, () =>
      parquetRead({
        file: this.#file,
        metadata: this.#metadata,
        columns: columns.map(({ name }) => name),
        rowFormat: 'array',
        rowStart,
        rowEnd,
        compressors: CODECS,
        parsers: { jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes) },
        onComplete: (read: unknown[]) => {
          rows = read as unknown[][];
        },
      }),
    );
    if (rows.length !== rowEnd - rowStart) throw unreadable(this.#name, 'rows are missing');
    return rows.map((row) => columns.map((column, index) => parquetCell(row[index], column)));
  }
}

/** How many rows there are. @throws PitwallError `parquet` if the file contradicts itself */
function rowsIn({ row_groups, num_rows }: FileMetaData, name: string): number {
  let rows = 0;
  for (const group of row_groups) {
    const count = Number(group.num_rows);
    if (!(count >= 0 && count <= MOST_ROWS)) throw unreadable(name, `a group of rows claims to have ${group.num_rows}`);
    rows += count;
  }
  if (rows !== Number(num_rows)) throw unreadable(name, `it claims ${num_rows} rows and has ${rows}`);
  return rows;
}

/** @throws PitwallError `parquet-codec` if a column is packed with something that is not read */
function refuseCodecs({ row_groups }: FileMetaData, columns: readonly ParquetColumn[], name: string): void {
  const wanted = new Set(columns.map((column) => column.name));
  for (const { columns: chunks } of row_groups) {
    for (const { meta_data: chunk } of chunks) {
      const column = chunk?.path_in_schema[0] ?? '';
      const codec = chunk?.codec ?? 'UNCOMPRESSED';
      if (!wanted.has(column) || codec === 'UNCOMPRESSED' || Object.hasOwn(CODECS, codec)) continue;
      throw new PitwallError(
        'parquet-codec',
        `its column "${column}" is packed with ${codec}, which is not read`,
        name,
        'Write the file with Snappy or GZIP, or without compression, or export CSV.',
      );
    }
  }
}

function unreadable(name: string, why: string, cause?: unknown): PitwallError {
  const cure = 'Write the file again, or export CSV.';
  return new PitwallError('parquet', `the Parquet file cannot be read: ${why}`, name, cure, { cause });
}

async function readable<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line =
      message
        .split('\n')[0]
        ?.replace(/^parquet /, '')
        .replace(/[.\s]+$/, '') ?? '';
    throw unreadable(name, line.slice(0, 160), error);
  }
}
