// The outputs for CI servers, read by parsers that others wrote, and held to the schema of one of the servers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'junit2json';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import parsePrometheusTextFormat from 'parse-prometheus-text-format';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckReport, CheckResult } from '../../src/contract/statistics/check-schema.ts';
import { checkDocument } from '../../src/document/index.ts';
import { CHECK_REPORTERS } from '../../src/report/checks/index.ts';
import { report } from '../document/sample-report.ts';

const PASSED: CheckResult = {
  name: 'wip.current <= 12',
  check: 'wip.current <= 12',
  path: 'wip.current',
  operator: '<=',
  value: 9,
  limit: 12,
  unit: 'number',
  baseline: null,
  n: 7,
  status: 'passed',
  level: 'error',
  message: 'wip.current is 9, within the limit: at most 12',
};
const FAILED: CheckResult = { ...PASSED, value: 14, status: 'failed', message: 'wip.current is 14; at most 12' };
const WARNED: CheckResult = { ...FAILED, level: 'warn' };
const TOO_FEW: CheckResult = { ...PASSED, value: null, n: null, status: 'tooFew', message: 'not known' };
const NO_BASELINE: CheckResult = { ...PASSED, limit: null, status: 'noBaseline', message: 'no baseline' };
const ALL = [FAILED, WARNED, TOO_FEW, NO_BASELINE, PASSED];

function render(id: string, results: CheckResult[]): string {
  const counts = { passed: 0, failed: 0, tooFew: 0, noBaseline: 0 };
  for (const { status } of results) counts[status]++;
  const data: CheckReport = { ...report, findings: [], failures: [], check: { results, ...counts } };
  const reporter = CHECK_REPORTERS.find((one) => one.id === id);
  return reporter?.render(checkDocument(data), { width: 80, color: false }) ?? 'no such form';
}

/** Texts of every kind, and those that have a meaning somewhere. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']',
      '\\',
      '\n',
      '\r',
      '\t',
      ' ',
      ',',
      '#',
      '{',
      '}',
      '=',
      'a',
      '\u0000',
      '\ud800',
    ),
  }),
);
const anyResults = fc.array(
  fc.tuple(fc.constantFrom(...ALL), anyText, anyText).map(([result, name, message]) => ({ ...result, name, message })),
  { maxLength: 6 },
);

describe('JUnit XML', () => {
  const schema = XmlDocument.fromString(readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8'));
  const validator = XsdValidator.fromDoc(schema);
  afterAll(() => {
    validator.dispose();
    schema.dispose();
  });

  function validate(xml: string): void {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  }

  it('is valid by the schema of a CI server, whatever the names are', () => {
    validate(render('junit', ALL));
    validate(render('junit', []));
    fc.assert(fc.property(anyResults, (results) => validate(render('junit', results))));
  });

  it('is held to it: other elements, attributes and times are not valid', () => {
    const xml = render('junit', ALL);
    for (const [from, to] of [
      [/<failure /, '<broken '],
      [/<testcase classname/, '<testcase level'],
      [/ errors="0"/g, ''],
      [/time="0"/, 'time="0 s"'],
    ] as const) {
      const changed = xml
        .replace(from, to)
        .replace('</failure>', from.source === '<failure ' ? '</broken>' : '</failure>');
      expect(changed).not.toBe(xml);
      expect(() => validate(changed), to).toThrow();
    }
  });

  it('says the same to another reader', async () => {
    const suites = await parse(render('junit', ALL));
    expect(suites).toMatchObject({ name: 'pitwall', tests: 5, failures: 1, errors: 0 });
    const [suite] = (suites as { testsuite?: { testcase?: object[] }[] }).testsuite ?? [];
    expect(suite).toMatchObject({ name: 'pitwall.checks', tests: 5, failures: 1, skipped: 2 });
    expect(suite?.testcase).toMatchObject([
      { name: FAILED.name, classname: 'pitwall.checks', failure: [{ message: FAILED.message, inner: FAILED.message }] },
      { name: `${FAILED.name} (2)`, 'system-out': [`warning: ${FAILED.message}`] },
      { name: `${FAILED.name} (3)`, skipped: [{ message: 'not known' }] },
      { name: `${FAILED.name} (4)`, skipped: [{ message: 'no baseline' }] },
      { name: `${FAILED.name} (5)`, 'system-out': [PASSED.message] },
    ]);
  });

  it('has as many tests of each kind for it, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(anyResults, async (results) => {
        const suites = (await parse(render('junit', results))) as { testsuite?: { testcase?: object[] }[] };
        const tests = suites.testsuite?.[0]?.testcase ?? [];
        const having = (key: string) => tests.filter((test) => key in test).length;
        const count = (status: CheckResult['status']) => results.filter((one) => one.status === status).length;
        expect(tests).toHaveLength(results.length);
        expect(having('failure')).toBe(
          results.filter(({ level, status }) => status === 'failed' && level === 'error').length,
        );
        expect(having('skipped')).toBe(count('tooFew') + count('noBaseline'));
        expect(new Set(tests.map((test) => (test as { name?: string }).name)).size).toBe(results.length);
      }),
    );
  });
});

describe('OpenMetrics', () => {
  it('says the same to another reader', () => {
    const families = parsePrometheusTextFormat(
      render('openmetrics', [FAILED, { ...PASSED, name: 'a "b" \\ c' }, TOO_FEW]),
    );
    const samples = (name: string) =>
      families
        .find((family) => family.name === name)
        ?.metrics.map(({ labels, value }) => [labels?.check, Number(value)]);
    expect(families.map(({ name, type }) => [name, type])).toEqual(
      ['value', 'limit', 'sample', 'broken'].map((name) => [`pitwall_check_${name}`, 'GAUGE']),
    );
    expect(samples('pitwall_check_value')).toEqual([
      ['a "b" \\ c', 9],
      [FAILED.name, 14],
    ]);
    expect(samples('pitwall_check_broken')).toEqual([
      ['a "b" \\ c', 0],
      [FAILED.name, 1],
    ]);
  });

  it('can be read whatever the names are: a sample for each value', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const families = parsePrometheusTextFormat(render('openmetrics', results));
        const known = results.filter(({ value }) => value !== null).length;
        expect(families.find(({ name }) => name === 'pitwall_check_value')?.metrics.length ?? 0).toBe(known);
      }),
    );
  });
});
