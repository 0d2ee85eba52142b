import { describe, expect, it } from 'vitest';
import { NumberedKeys } from '../../../../src/ingest/table/numbered-keys.ts';
import { Random } from '../../../reference/log/random.ts';

/** Keys that are kept, as plain strings: a prefix that does not end in a digit, and a number as one writes it. */
class PlainKeys {
  readonly #ids = new Map<string, number>();
  readonly #prefixes = new Set<string>();

  find(key: string, doubled: boolean): number {
    return doubled ? -1 : (this.#ids.get(key) ?? -1);
  }

  note(key: string, doubled: boolean, id: number, known: number): void {
    const [, prefix, number] = /^(.*?)(0|[1-9]\d{0,7})$/.exec(key) ?? [];
    if (doubled || prefix === undefined || /\d$/.test(prefix) || Number(number) >= 4096 + 16 * known) return;
    if (!this.#prefixes.has(prefix) && this.#prefixes.size === 8) return;
    this.#prefixes.add(prefix);
    this.#ids.set(key, id);
  }
}

/** Looks for each key as readers do, and keeps what was not found under its place in the list. */
function compare(keys: readonly (readonly [key: string, doubled: boolean])[], known = (_at: number) => 1e6) {
  const numbered = new NumberedKeys();
  const plain = new PlainKeys();
  const found: string[] = [];
  const wanted: string[] = [];
  for (const [at, [key, doubled]] of keys.entries()) {
    // Others' bytes stand on either side.
    const bytes = Buffer.from(`7${key}7`);
    const id = numbered.find(bytes, 1, bytes.length - 1, doubled);
    found.push(`${key} ${doubled} ${id}`);
    wanted.push(`${key} ${doubled} ${plain.find(key, doubled)}`);
    if (id !== -1) continue;
    numbered.note(bytes, 1, at, known(at));
    plain.note(key, doubled, at, known(at));
  }
  expect(found).toEqual(wanted);
}

const plainly = (keys: readonly string[]) => keys.map((key) => [key, false] as const);

describe('keys found by their number, against a Map', () => {
  it('at every length of the number, with zeros in front, and without a number', () => {
    const numbers = ['', '0', '00', '01', '9', '10', '010', '99999', '1234567'];
    const long = ['10000000', '10000001', '100000000', '010000000', '910000000', '4294967296', '18446744073709551617'];
    const prefixes = ['', 'A-', 'é', 'A', '-', 'A-1-', 'a""'];
    const keys = prefixes.flatMap((prefix) => numbers.map((number) => prefix + number));
    compare(plainly([...keys, ...keys.toReversed(), ...keys]));
    // One prefix alone: so large a number takes much memory.
    const large = long.map((number) => `B-${number}`);
    compare(plainly([...large, ...large]), () => 7e6);
  });

  it('of eight prefixes, and no more', () => {
    const keys = Array.from({ length: 12 }, (_, project) => [`P${project}-1`, `P${project}-2`]).flat();
    compare(plainly([...keys, ...keys.toReversed(), ...keys]));
  });

  it('below a limit that rises with the keys that are known', () => {
    // 4096 places and 16 for each key, so that none is empty for long.
    const limits = [0, 1, 2, 57, 511, 512].flatMap((known) => {
      const limit = 4096 + 16 * known;
      return [limit - 1, limit, limit + 1].map((number) => ({ known, key: `A-${number}` }));
    });
    const twice = [...limits, ...limits];
    compare(plainly(twice.map(({ key }) => key)), (at) => (twice[at] as { known: number }).known);
  });

  it('however often a key beyond the limit comes', () => {
    const keys = new NumberedKeys();
    const bytes = Buffer.from('A-9000');
    for (let time = 0; time < 1000; time++) {
      expect(keys.find(bytes, 0, bytes.length, false)).toBe(-1);
      keys.note(bytes, 0, 1, 1);
    }
  });

  it('through every step of growth, in any order', () => {
    const steps = [0, 1, 1022, 1023, 1024, 1025, 2046, 2047, 2048, 2049, 4095, 4096, 4097, 9000, 8191, 8192, 20_000];
    for (const order of [steps, steps.toReversed()]) {
      const keys = order.flatMap((number) => [`A-${number}`, `B-${number}`]);
      compare(plainly([...keys, ...keys]));
    }
  });

  it.each([1, 2, 3])('of any make, with doubled quotes or without: seed %i', (seed) => {
    const random = new Random(seed);
    const key = () => `${random.pick(['', 'A-', 'B-', 'a""', '0', 'A-0', 'x'.repeat(9)])}${random.whole(0, 3000)}`;
    compare(Array.from({ length: 4000 }, () => [key(), random.chance(0.3)] as const));
  });
});
