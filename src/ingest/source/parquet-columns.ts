import type { SchemaElement } from 'hyparquet';

/** What the cells of a column are. */
type CellKind = 'date' | 'local' | 'instant' | 'other';

/** A column of a Parquet file that has one value a row. */
export interface ParquetColumn {
  name: string;
  kind: CellKind;
}

/** The columns of a schema: those with one value a row, and the names of the others. */
export function parquetColumns(schema: readonly SchemaElement[]): { columns: ParquetColumn[]; nested: string[] } {
  const columns: ParquetColumn[] = [];
  const nested: string[] = [];
  for (let at = 1; at < schema.length; ) {
    const element = schema[at] as SchemaElement;
    const size = sizeOf(schema, at);
    if (size > 1 || element.repetition_type === 'REPEATED') nested.push(element.name);
    else columns.push({ name: element.name, kind: kindOf(element) });
    at += size;
  }
  return { columns, nested };
}

/** How many elements of a schema, which lists a tree from the top, an element and what is in it take. */
function sizeOf(schema: readonly SchemaElement[], start: number): number {
  let open = 1;
  let at = start;
  for (; open > 0 && at < schema.length; at++) open += Math.max(0, schema[at]?.num_children ?? 0) - 1;
  return at - start;
}

function kindOf({ converted_type, logical_type, type }: SchemaElement): CellKind {
  if (converted_type === 'DATE' || logical_type?.type === 'DATE') return 'date';
  if (logical_type?.type === 'TIMESTAMP') return logical_type.isAdjustedToUTC ? 'instant' : 'local';
  // The older mark of a timestamp means UTC, and so does what Spark and Hive wrote in twelve bytes.
  if (converted_type === 'TIMESTAMP_MILLIS' || converted_type === 'TIMESTAMP_MICROS') return 'instant';
  return type === 'INT96' ? 'instant' : 'other';
}

/** A value as a CSV file would have it: dates and times as ISO 8601, with `Z` where they are instants. */
export function parquetCell(value: unknown, { kind }: ParquetColumn): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dateText(value, kind);
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return '';
}

function dateText(date: Date, kind: CellKind): string {
  // What is no date must not look like one, and must not vanish.
  if (Number.isNaN(date.getTime())) return '#date';
  const iso = date.toISOString();
  if (kind === 'date') return iso.slice(0, 10);
  return kind === 'local' ? iso.slice(0, -1) : iso;
}
