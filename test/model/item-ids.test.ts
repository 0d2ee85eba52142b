import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemIds } from '../../src/model/log/item-ids.ts';

/** Item ids as a Map, and which files spoke of which name. */
class PlainIds {
  readonly items = new Map<string, number>();
  readonly made: string[] = [];
  readonly met: number[] = [];
  readonly #lastFile = new Map<string, number>();
  file = 0;

  item(id: string): number {
    const known = this.items.get(id);
    if (known === undefined || (this.#lastFile.get(id) as number) < this.file) this.met.push(this.file);
    this.#lastFile.set(id, this.file);
    if (known !== undefined) return known;
    this.items.set(id, this.made.push(id) - 1);
    return this.made.length - 1;
  }

  assign(id: string, item: number): boolean {
    const known = this.items.get(id);
    if (known === undefined) {
      this.items.set(id, item);
      this.#lastFile.set(id, this.file);
    }
    return known === undefined || known === item;
  }
}

function both() {
  const plain = new PlainIds();
  const made: string[] = [];
  const met: number[] = [];
  const ids = new ItemIds(
    0,
    (id) => made.push(id) - 1,
    (file) => met.push(file),
  );
  return { ids, made, met, plain };
}

describe('items by their ids', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ id: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ name: fc.nat(30), item: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.constant({ next: true }) },
  );

  it('are those of a Map, and each file that speaks of one is told once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        const { ids, made, met, plain } = both();
        for (const one of steps) {
          if ('id' in one) expect(ids.item(`A-${one.id}`)).toBe(plain.item(`A-${one.id}`));
          else if ('name' in one)
            expect(ids.assign(`A-${one.name}`, one.item)).toBe(plain.assign(`A-${one.name}`, one.item));
          else ids.file = ++plain.file;
        }
        expect({ made, met }).toEqual({ made: plain.made, met: plain.met });
      }),
    );
  });

  it('are those of a Map where there are many, met in another order than they are numbered', () => {
    const { ids, made, plain } = both();
    const names = Array.from({ length: 4100 }, (_, index) => `A-${index}`);
    for (const name of names) ids.dictionary.id(name);
    const order = [1023, 1024, 2047, 2048, 2049, 0, ...names.keys(), 4099, 0];
    expect(order.map((index) => ids.itemOf(index + 1))).toEqual(order.map((index) => plain.item(`A-${index}`)));
    expect(made).toEqual(plain.made);
  });
});
