import { describe, expect, it } from 'vitest';
import { FieldStore, SNAPSHOT } from '../../src/model/log/item-fields.ts';
import { sparseIntegers } from '../../src/model/log/sparse-column.ts';
import { Random } from '../reference/log/random.ts';

describe('a field of items', () => {
  it.each([1, 16, 17, 1023, 1024, 1025, 2049])('holds the value of every row: %i items', (items) => {
    const random = new Random(items);
    const store = new FieldStore({ file: 0, firstFile: sparseIntegers() });
    const rows: { item: number; value: number }[] = [];
    const snapshots = new Map<number, number>();
    // Some items have no row, some no snapshot; a row may say that its cell was empty, a snapshot says nothing then.
    for (let row = 0; row < 3 * items; row++) {
      const item = random.chance(0.1) ? items - 1 : random.whole(0, items - 1);
      const value = random.chance(0.7) ? item % 3 : random.whole(0, 4);
      if (random.chance(0.2)) {
        store.set(item, SNAPSHOT, value);
        if (value !== 0) snapshots.set(item, value);
      } else {
        store.set(item, rows.length, value);
        rows.push({ item, value });
      }
    }
    const exceptions = new Map<number, [item: number, value: number]>();
    for (const [index, row] of store.exceptionRows.values().entries())
      exceptions.set(row, [store.exceptionItems.at(index), store.exceptionValues.at(index)]);
    const read = rows.map(({ item }, row) => exceptions.get(row) ?? [item, store.base(item)]);
    expect(read).toEqual(rows.map(({ item, value }) => [item, value]));
    expect(store.exceptionRows.length).toBe(exceptions.size);
    const all = Array.from({ length: items + 1 }, (_, item) => item);
    const first = (item: number) => rows.find((row) => row.item === item)?.value;
    expect(all.map((item) => store.hasRows(item))).toEqual(all.map((item) => first(item) !== undefined));
    expect(all.map((item) => store.base(item))).toEqual(all.map((item) => first(item) ?? 0));
    expect(all.map((item) => store.snapshot(item))).toEqual(all.map((item) => snapshots.get(item) ?? 0));
  });
});
