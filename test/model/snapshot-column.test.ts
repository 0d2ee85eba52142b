import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Said, SnapshotColumn } from '../../src/model/log/snapshot-column.ts';
import { sparseIntegers } from '../../src/model/log/sparse-column.ts';

const ITEMS = 70;
const FILES = 4;

/** All that was said of each item, in order; a file that speaks again, with nobody in between, corrects itself. */
class PlainSnapshots {
  readonly said: Said[][] = Array.from({ length: ITEMS }, () => []);

  set(file: number, item: number, value: number): void {
    const all = this.said[item] as Said[];
    if (all.at(-1)?.file === file) all.pop();
    all.push({ file, value });
  }

  change(file: number, to: (value: number) => number): void {
    for (const all of this.said) for (const one of all) if (one.file === file) one.value = to(one.value);
  }

  settle(rank: readonly number[]): void {
    for (const [item, all] of this.said.entries()) {
      const highest = Math.max(...all.map(({ file }) => rank[file] as number));
      const newest = all.findLast(({ file }) => rank[file] === highest);
      if (newest !== undefined) this.said[item] = [...all.filter((one) => one !== newest), newest];
    }
  }
}

describe('a snapshot column', () => {
  // A few items that all files speak of, and many that need room.
  const item = fc.oneof({ weight: 4, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(ITEMS - 1) });
  const step = fc.oneof(
    { weight: 12, arbitrary: fc.record({ item, value: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 9, arbitrary: fc.record({ file: fc.nat(FILES - 1) }) },
    { weight: 1, arbitrary: fc.record({ change: fc.nat(FILES - 1) }) },
    { weight: 1, arbitrary: fc.record({ rank: fc.shuffledSubarray([0, 1, 2, 3], { minLength: FILES }) }) },
  );

  it('holds all that files said of items, and lets one file speak', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 50, maxLength: 100 }),
        fc.array(fc.nat(FILES - 1)),
        (steps, firstFiles) => {
          const place = { file: 0, firstFile: sparseIntegers() };
          // The file that an item comes in first is that of a row, or the first that says something of it.
          const met = new Set<number>();
          const meet = (item: number, file: number) => {
            if (!met.has(item)) place.firstFile.set(item, file);
            met.add(item);
          };
          for (const [item, file] of firstFiles.entries()) if (item < ITEMS) meet(item, file);
          const column = new SnapshotColumn(place);
          while (column.length < ITEMS) column.push(0);
          const plain = new PlainSnapshots();
          for (const one of steps) {
            if ('item' in one) {
              meet(one.item, place.file);
              column.set(one.item, one.value);
              plain.set(place.file, one.item, one.value);
            } else if ('file' in one) place.file = one.file;
            else if ('change' in one) {
              const to = (value: number) => (value === 0 ? 0 : (value % 5) + 1);
              column.change(one.change, to);
              plain.change(one.change, to);
            } else {
              column.settle((file) => one.rank[file] as number);
              plain.settle(one.rank);
            }
          }
          expect(plain.said.map((_, item) => column.said(item))).toEqual(plain.said);
          expect([...column.values()]).toEqual(plain.said.map((all) => all.at(-1)?.value ?? 0));
          const shared = plain.said.flatMap((all, item) => (all.length > 1 ? [item] : []));
          expect([...column.shared()].sort((a, b) => a - b)).toEqual(shared);
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('a file that spoke of an item before and after another has its last word', () => {
  const place = { file: 0, firstFile: sparseIntegers() };
  const column = new SnapshotColumn(place);
  column.push(0);
  for (const [file, value] of [
    [0, 1],
    [1, 2],
    [0, 3],
  ] as const) {
    place.file = file;
    column.set(0, value);
  }
  column.settle((file) => [1, 0][file] as number);
  expect(column.said(0)).toEqual([
    { file: 0, value: 1 },
    { file: 1, value: 2 },
    { file: 0, value: 3 },
  ]);
});
