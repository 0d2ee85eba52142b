import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/model/log/dictionary.ts';

/** What a dictionary is, kept plainly: all values, and the first id of each. */
class PlainDictionary {
  readonly values = [''];

  find(value: string): number | undefined {
    const id = this.values.indexOf(value);
    return id === -1 ? undefined : id;
  }

  id(value: string): number {
    return this.find(value) ?? this.values.push(value) - 1;
  }

  add(value: string): number {
    return this.values.push(value) - 1;
  }

  twin(value: string): number {
    this.id(value);
    return this.add(value);
  }
}

describe('a dictionary', () => {
  // Few values, so that they come again; each way of giving one.
  const value = fc.oneof(fc.constantFrom('', 'é', '\ud83d', 'a', 'b'), fc.nat(40).map(String));
  const step = fc.tuple(fc.constantFrom('id', 'id', 'find', 'add', 'twin', 'at'), value);

  it('holds what an array of its values holds', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
        const dictionary = new Dictionary();
        const plain = new PlainDictionary();
        for (const [kind, text] of steps) {
          const known = plain.find(text) !== undefined;
          if (kind === 'find') expect(dictionary.find(text)).toBe(plain.find(text));
          else if (kind === 'twin') expect(dictionary.twin(text)).toBe(plain.twin(text));
          else if (kind === 'at') expect(plain.values.map((_, id) => dictionary.value(id))).toEqual(plain.values);
          // Only what is new may be added without a look.
          else if (kind === 'id' || known) expect(dictionary.id(text)).toBe(plain.id(text));
          else expect(dictionary.add(text)).toBe(plain.add(text));
          expect(dictionary.size).toBe(plain.values.length);
        }
        expect(dictionary.values()).toEqual(plain.values);
        expect(plain.values.map((text) => dictionary.find(text))).toEqual(plain.values.map((text) => plain.find(text)));
      }),
      { numRuns: 150 },
    );
  });

  it.each(['id', 'add'] as const)('has many values, given by %s', (kind) => {
    const dictionary = new Dictionary();
    const values = Array.from({ length: 5000 }, (_, index) => (index === 0 ? '' : `value ${index}`));
    for (const [index, text] of values.entries()) {
      if (index === 0) continue;
      const id = dictionary[kind](text);
      if (id !== index) throw new Error(`${text} has the id ${id}`);
    }
    expect(dictionary.values()).toEqual(values);
    expect(values.map((text) => dictionary.find(text))).toEqual(values.map((_, id) => id));
  });
});
