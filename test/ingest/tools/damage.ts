import fc from 'fast-check';

const noise = fc.oneof(
  fc.constantFrom(null, '', '__proto__', 'constructor', 0, -1, 1e300, [], {}, true, 'not a date', '9999-99-99'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The value with up to six of its parts replaced by anything that JSON can hold. */
export function damageOf(whole: unknown): fc.Arbitrary<unknown> {
  const places = fc.array(fc.integer({ min: 1, max: countParts(whole) }), { maxLength: 6 });
  return fc
    .tuple(places, fc.array(noise, { minLength: 1, maxLength: 4 }))
    .map(([at, by]) => replaceParts(whole, new Set(at), by));
}

function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + countParts(part), 1);
}

function replaceParts(value: unknown, places: ReadonlySet<number>, by: readonly unknown[]): unknown {
  let place = 0;
  const walk = (part: unknown): unknown => {
    if (places.has(place++)) return by[place % by.length];
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}
