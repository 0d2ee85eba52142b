/**
 * A report with the counts of rows and findings in one object, as the SQL has them.
 *
 * @param {{ sources: { rows: number }[], findings: { code: string, count: number }[] }} report
 */
export function withCounts(report) {
  const duplicates = report.findings.find(({ code }) => code === 'duplicate')?.count ?? 0;
  return { ...report, log: { rows: report.sources.reduce((sum, { rows }) => sum + rows, 0), duplicates } };
}

/**
 * The differences from the expected figures: a missing key, a different value, a list of a different length. Numbers may
 * differ by a billionth of their size. Other keys do not matter.
 *
 * @param {unknown} expected
 * @param {unknown} actual
 * @returns {string[]}
 */
export function differences(expected, actual, path = '$') {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const size = Math.max(Math.abs(expected), Math.abs(actual));
    return Math.abs(expected - actual) <= 1e-9 * size ? [] : [`${path}: ${expected} and ${actual}`];
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(expected, actual) ? [] : [`${path}: ${String(expected)} and ${String(actual)}`];
  }
  if (typeof actual !== 'object' || actual === null) return [`${path}: ${typeof expected} and ${String(actual)}`];
  if (Array.isArray(expected) && expected.length !== /** @type {unknown[]} */ (actual).length) {
    return [`${path}: ${expected.length} and ${/** @type {unknown[]} */ (actual).length} entries`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, /** @type {Record<string, unknown>} */ (actual)[key], `${path}.${key}`),
  );
}
