/** Shorter stretches are sorted by insertion. */
const SHORT = 24;

/**
 * Sorts numbers ascending, and what belongs to them along with them.
 *
 * Values are dealt into as many equal steps of their range as there are values, and steps that hold several are sorted in
 * the same way. Instants are spread evenly enough for this to take a third of the time of a sort that compares; a step
 * that holds almost all of them is split by its own, much smaller range.
 */
export function sortPairs(values: Float64Array, ids: Int32Array): void {
  const { length } = values;
  sortWithin(values, ids, 0, length, new Float64Array(length), new Int32Array(length), new Int32Array(length + 1));
}

function sortWithin(
  values: Float64Array,
  ids: Int32Array,
  from: number,
  to: number,
  spareValues: Float64Array,
  spareIds: Int32Array,
  spareSteps: Int32Array,
): void {
  const count = to - from;
  if (count <= SHORT) {
    insert(values, ids, from, to);
    return;
  }
  let least = values[from] as number;
  let most = least;
  for (let at = from + 1; at < to; at++) {
    const value = values[at] as number;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  if (least === most) return;
  const scale = (count - 1) / (most - least);
  const ends = spareSteps.subarray(0, count + 1).fill(0);
  for (let at = from; at < to; at++) ends[Math.floor(((values[at] as number) - least) * scale) + 1]! += 1;
  for (let step = 0; step < count; step++) ends[step + 1]! += ends[step] as number;
  // Each step's beginning moves on to its end as it is filled.
  for (let at = from; at < to; at++) {
    const value = values[at] as number;
    const place = ends[Math.floor((value - least) * scale)]!++;
    spareValues[place] = value;
    spareIds[place] = ids[at] as number;
  }
  values.set(spareValues.subarray(0, count), from);
  ids.set(spareIds.subarray(0, count), from);
  const long: number[] = [];
  let begin = 0;
  for (let step = 0; step < count; step++) {
    const end = ends[step] as number;
    if (end - begin > SHORT) long.push(from + begin, from + end);
    else if (end - begin > 1) insert(values, ids, from + begin, from + end);
    begin = end;
  }
  // Afterwards, because they use the same spare room.
  for (let index = 0; index < long.length; index += 2) {
    sortWithin(values, ids, long[index] as number, long[index + 1] as number, spareValues, spareIds, spareSteps);
  }
}

function insert(values: Float64Array, ids: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const value = values[at] as number;
    const id = ids[at] as number;
    let place = at;
    while (place > from && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number;
      ids[place] = ids[place - 1] as number;
      place--;
    }
    values[place] = value;
    ids[place] = id;
  }
}
