import type { Table, TableSink } from '../format.ts';
import { headerKey } from '../table/header-key.ts';

const NAMES: readonly string[] = [
  'Exported at',
  'Exported on',
  'Export date',
  'Date of export',
  'Snapshot date',
  'Snapshot at',
  'Snapshot',
  'Report date',
];
const KEYS: ReadonlySet<string> = new Set(NAMES.map(headerKey));

/** Hands rows on to a sink and notes the date of export that a column of the table gives; the sink itself if no column does. */
export function datedSink(table: Table, sink: TableSink): TableSink {
  const column = table.find(...NAMES);
  if (column === -1) return sink;
  const date = table.instant(column);
  const { file } = table;
  file.mapping['date of export'] = date.name;
  return {
    row(line) {
      if (!(date.at <= (file.exportedAt ?? Number.NEGATIVE_INFINITY)) && !Number.isNaN(date.at))
        file.exportedAt = date.at;
      sink.row(line);
    },
    end: () => sink.end?.(),
  };
}

/** The date of export beside the records of a JSON file; NaN if there is none. */
export function exportDateOf(
  wrapper: Readonly<Record<string, unknown>> | null,
  instant: (value: unknown) => number,
): number {
  for (const [key, value] of Object.entries(wrapper ?? {})) {
    if (!KEYS.has(headerKey(key))) continue;
    const at = instant(value);
    if (!Number.isNaN(at)) return at;
  }
  return Number.NaN;
}
