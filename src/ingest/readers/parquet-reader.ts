import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { ParquetFile } from '../source/parquet-file.ts';
import type { FileContext } from './file-reader.ts';
import { TableRecords } from './table-records.ts';

/**
 * Reads a Parquet file as a table, whose rows are counted from 1. This file loads the package for Parquet: import it only
 * to read such a file.
 * @throws PitwallError `parquet`, `parquet-codec`, `no-rows`
 */
export async function readParquet(bytes: Uint8Array, context: FileContext): Promise<LogFile> {
  const { checkpoint, log, name: file } = context;
  const parquet = await ParquetFile.open(bytes, file);
  const { columns, nested, rows } = parquet.table;
  if (rows === 0 || columns.length === 0) {
    throw new PitwallError('no-rows', 'it holds no rows', file, 'Export again with the items included.');
  }
  const records = new TableRecords(context, null, 0);
  records.take(
    columns.map(({ name }) => name),
    0,
  );
  let row = 0;
  for await (const group of parquet.rows()) {
    for (const cells of group) {
      records.take(cells as string[], ++row);
      if (checkpoint?.isDue) await checkpoint.pass();
    }
  }
  const account = records.finish();
  for (const column of nested) {
    log.findings.add(
      'nested-column',
      () => ({
        weight: 'info',
        message: 'Columns of lists or structures, which a table has no cells for: they were left out',
        cure: 'Write their parts as columns of their own, if they are needed.',
      }),
      { file, value: column },
    );
  }
  return account;
}
