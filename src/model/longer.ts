/** A column that has become too short, in one at least twice as long. */
export function longer<Column extends Int32Array | Float64Array>(column: Column): Column {
  const Kind = column.constructor as new (length: number) => Column;
  const into = new Kind(Math.max(16, 2 * column.length));
  into.set(column);
  return into;
}
