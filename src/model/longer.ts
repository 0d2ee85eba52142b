/** A column that has become too short, in one twice as long. It must not be empty. */
export function longer<Column extends Int32Array | Float64Array>(column: Column): Column {
  const Kind = column.constructor as new (length: number) => Column;
  const into = new Kind(2 * column.length);
  into.set(column);
  return into;
}
