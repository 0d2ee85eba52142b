/**
 * Where an answer falls short of what is expected: a key that is missing, a value that differs. Numbers may differ by a
 * billionth of their size, or by what doubles lose about 0; keys that are not expected are nobody's business; arrays have equal length.
 */
export function differences(expected: unknown, actual: unknown, path = '$'): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, got ${JSON.stringify(actual)}`];
    if (actual.length !== expected.length) {
      return [`${path}: expected ${expected.length} entries, got ${actual.length}`];
    }
    return expected.flatMap((entry, place) => differences(entry, actual[place], `${path}[${place}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: expected an object, got ${String(actual)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    const size = Math.max(Math.abs(expected), Math.abs(actual));
    return Math.abs(expected - actual) <= 1e-9 * size + 1e-12 ? [] : [`${path}: expected ${expected}, got ${actual}`];
  }
  return Object.is(expected, actual) ? [] : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
}
