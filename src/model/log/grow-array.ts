/** A column that has become too short, in one twice as long. It must not be empty. */
export function growArray<Column extends Int32Array | Float64Array>(column: Column): Column {
  const Kind = column.constructor as new (length: number) => Column;
  const into = new Kind(2 * column.length);
  into.set(column);
  return into;
}

/** A column with room for so many values: the same where it has it, else a new one. What was in it counts no more. */
export function roomFor<Column extends Int32Array | Float64Array | Uint8Array>(column: Column, length: number): Column {
  if (length <= column.length) return column;
  const Kind = column.constructor as new (length: number) => Column;
  return new Kind(2 * length);
}
