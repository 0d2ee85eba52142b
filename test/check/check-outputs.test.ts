import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMS } from '../../src/cli/commands/check.ts';
import type { CheckReport, CheckResult } from '../../src/contract/statistics/check-schema.ts';
import { checkDocument } from '../../src/document/index.ts';
import { escapeData, escapeProperty } from '../../src/report/checks/github.ts';
import { CHECK_REPORTERS } from '../../src/report/checks/index.ts';
import { escapeXml } from '../../src/report/checks/junit.ts';
import { escapeLabel, labelValue } from '../../src/report/checks/openmetrics.ts';
import { uniqueNames } from '../../src/report/checks/unique-names.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { report } from '../document/sample-report.ts';

const passed: CheckResult = {
  name: 'wip.current <= 12',
  check: 'wip.current <= 12',
  path: 'wip.current',
  operator: '<=',
  value: 9,
  limit: 12,
  unit: 'number',
  baseline: null,
  n: null,
  status: 'passed',
  level: 'error',
  message: 'wip.current is 9, within the limit: at most 12',
};
const failed: CheckResult = { ...passed, value: 14, status: 'failed', message: 'wip.current is 14; at most 12' };
const tooFew: CheckResult = { ...passed, value: null, status: 'tooFew', message: 'not known' };

function reportOf(results: CheckResult[]): CheckReport {
  const count = (status: CheckResult['status']) => results.filter((one) => one.status === status).length;
  return {
    ...report,
    findings: [],
    failures: [],
    check: {
      results,
      passed: count('passed'),
      failed: count('failed'),
      tooFew: count('tooFew'),
      noBaseline: count('noBaseline'),
    },
  };
}

function render(id: string, results: CheckResult[]): string {
  const reporter = CHECK_REPORTERS.find((one) => one.id === id);
  return reporter?.render(checkDocument(reportOf(results)), { width: 80, color: false }) ?? 'no such form';
}

const anyText = fc.string({ unit: 'binary' });

it('has the forms that the help names, besides those of every command', () => {
  expect(CHECK_REPORTERS.map(({ id }) => id)).toEqual([...REPORTERS.map(({ id }) => id), ...CHECK_FORMS]);
});

interface Test {
  name: string;
  classname: string;
  inner: string;
  message: string | null;
  text: string;
}

/** Reads JUnit XML with a parser; it throws for XML that is not well-formed. */
function testsOf(xml: string): { counts: Record<string, string>; tests: Test[] } {
  const tests: Test[] = [];
  let counts: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes, name }) => {
    const given = attributes as Record<string, string>;
    if (name === 'testsuite') counts = given;
    else if (name === 'testcase') {
      tests.push({ name: given.name ?? '', classname: given.classname ?? '', inner: '', message: null, text: '' });
    } else Object.assign(tests.at(-1) ?? {}, { inner: name, message: given.message ?? null });
  });
  parser.on('text', (text) => {
    const last = tests.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(xml).close();
  return { counts, tests: tests.map((test) => ({ ...test, text: test.text.trim() })) };
}

describe('junit', () => {
  it('has a test for each check: failures, and skipped tests for what could not be judged', () => {
    const mild: CheckResult = { ...failed, level: 'warn' };
    const { counts, tests } = testsOf(render('junit', [failed, mild, tooFew, passed]));
    expect(counts).toMatchObject({ name: 'pitwall.checks', tests: '4', failures: '1', errors: '0', skipped: '1' });
    expect(tests).toEqual([
      {
        name: 'wip.current <= 12',
        classname: 'pitwall.checks',
        inner: 'failure',
        message: failed.message,
        text: failed.message,
      },
      expect.objectContaining({
        name: 'wip.current <= 12 (2)',
        inner: 'system-out',
        text: `warning: ${failed.message}`,
      }),
      expect.objectContaining({
        name: 'wip.current <= 12 (3)',
        inner: 'skipped',
        message: 'not known',
        text: 'not known',
      }),
      expect.objectContaining({ name: 'wip.current <= 12 (4)', inner: 'system-out', message: null }),
    ]);
  });

  it('is well-formed whatever the names are, and keeps them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tests } = testsOf(render('junit', [{ ...failed, name: text, message: text }]));
        expect(tests).toHaveLength(1);
      }),
    );
    const { tests } = testsOf(render('junit', [{ ...failed, name: `a<b>&"c"'d'`, message: ']]> <x/>' }]));
    expect(tests[0]).toMatchObject({ name: `a<b>&"c"'d'`, message: ']]> <x/>', text: ']]> <x/>' });
  });

  it('escapes so that a parser gives back every text that XML can contain', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let read = '';
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', ({ attributes }) => {
          read = (attributes as Record<string, string>).a ?? '';
        });
        parser.write(`<x a="${escapeXml(text)}"/>`).close();
        const possible = (character: string) =>
          /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]$|^[\u{10000}-\u{10ffff}]$/u.test(character) ? character : '\ufffd';
        expect(read).toBe(Array.from(text, possible).join(''));
      }),
    );
  });
});

/** The command of a line, as the runner of GitHub's jobs takes it apart. */
function commandOf(line: string): { command: string; title: string; message: string } | null {
  const match = /^::([a-z]+)(?: ([^:]*))?::(.*)$/.exec(line);
  if (match === null) return null;
  const [, command = '', properties = '', message = ''] = match;
  const decoded = (text: string) =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const title = properties.split(',').find((pair) => pair.startsWith('title='));
  return { command, title: decoded(title?.slice('title='.length) ?? ''), message: decoded(message) };
}

describe('github', () => {
  it('annotates what is broken or could not be judged', () => {
    expect(render('github', [failed, { ...failed, level: 'warn' }, tooFew, passed])).toBe(
      [
        '::error title=wip.current <= 12::wip.current is 14; at most 12',
        '::warning title=wip.current <= 12::wip.current is 14; at most 12',
        '::warning title=wip.current <= 12::not known',
        '1 of 4 checks passed',
        '',
      ].join('\n'),
    );
  });

  it('has at most nine annotations and one that counts the others', () => {
    const lines = (count: number) => render('github', Array<CheckResult>(count).fill(failed)).trim().split('\n');
    expect(lines(9).filter((line) => line.startsWith('::'))).toHaveLength(9);
    expect(lines(12).filter((line) => line.startsWith('::'))).toHaveLength(10);
    expect(lines(12).at(-2)).toBe('::error title=pitwall check::and 3 more');
  });

  it('keeps every text within its annotation', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, message) => {
        const line = `::error title=${escapeProperty(title)}::${escapeData(message)}`;
        expect(escapeData(message)).not.toMatch(/[\r\n]/);
        expect(escapeProperty(title)).not.toMatch(/[\r\n:,]/);
        // Line breaks of other kinds end no line there.
        fc.pre(!/[\u2028\u2029]/.test(title + message));
        expect(commandOf(line)).toEqual({ command: 'error', title, message });
      }),
    );
    expect(escapeProperty('50 %: a, b\r\n')).toBe('50 %25%3A a%2C b%0D%0A');
  });
});

/** Reads OpenMetrics text strictly: families in one piece, HELP and TYPE once, then the end. */
function familiesOf(text: string): Map<string, { labels: Record<string, string>; value: string }[]> {
  const families = new Map<string, { labels: Record<string, string>; value: string }[]>();
  const lines = text.split('\n');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  let current = '';
  for (const [index, line] of lines.slice(0, -2).entries()) {
    const type = /^# TYPE (\w+) gauge$/.exec(line)?.[1];
    if (/^# HELP \w+ \S/.test(line)) continue;
    if (type !== undefined) {
      expect(families.has(type)).toBe(false);
      expect(lines[index - 1]).toMatch(new RegExp(`^# HELP ${type} `));
      families.set(type, []);
      current = type;
      continue;
    }
    const sample = /^(\w+)\{((?:\w+="(?:[^"\\\n]|\\[\\"n])*",?)+)\} (-?\d+\.\d{6})$/.exec(line);
    expect([line, sample?.[1]]).toEqual([line, current]);
    const labels = Object.fromEntries(
      Array.from((sample?.[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g), ([, label, value]) => [
        label as string,
        (value as string).replace(/\\(.)/g, (_whole, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
      ]),
    );
    families.get(current)?.push({ labels, value: sample?.[3] ?? '' });
  }
  return families;
}

describe('openmetrics', () => {
  it('has the value, the limit, the sample and whether it is broken', () => {
    const families = familiesOf(
      render('openmetrics', [failed, { ...passed, name: 'b', n: 7 }, { ...tooFew, name: 'c' }]),
    );
    const valuesOf = (name: string) => families.get(name)?.map(({ labels, value }) => [labels.check, value]);
    expect(valuesOf('pitwall_check_value')).toEqual([
      ['b', '9.000000'],
      ['wip.current <= 12', '14.000000'],
    ]);
    expect(valuesOf('pitwall_check_sample')).toEqual([['b', '7.000000']]);
    expect(valuesOf('pitwall_check_broken')).toEqual([
      ['b', '0.000000'],
      ['wip.current <= 12', '1.000000'],
    ]);
    expect(render('openmetrics', [])).toBe('# EOF\n');
  });

  it('can be parsed whatever the names are; they have no # and no space after a comma', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, path) => {
        const text = render('openmetrics', [
          { ...failed, name, path },
          { ...failed, name, path },
        ]);
        const samples = familiesOf(text).get('pitwall_check_value') ?? [];
        expect(new Set(samples.map(({ labels }) => labels.check)).size).toBe(2);
        for (const line of text.split('\n').filter((one) => !one.startsWith('#'))) expect(line).not.toMatch(/#|,\s/);
      }),
    );
    expect(labelValue('Bug #1, or  ,  2')).toBe('Bug _1,or  ,2');
    expect(escapeLabel('a\\b"c\n')).toBe('a\\\\b\\"c\\n');
  });
});

describe('markdown', () => {
  it('stays under 900 KiB and says what it leaves out', () => {
    const text = render(
      'markdown',
      Array.from({ length: 6000 }, () => ({ ...failed, name: 'a long name '.repeat(30) })),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024);
    const rows = text.split('\n').filter((line) => line.startsWith('| failed')).length;
    expect(text).toContain(`${6000 - rows} more rows are left out`);
    expect(rows).toBeGreaterThan(500);
    expect(render('markdown', [failed])).not.toContain('left out');
  });
});

it('makes names unique, also where a copy has the name of another', () => {
  expect(uniqueNames(['a', 'a (2)', 'a', 'b'])).toEqual(['a', 'a (2)', 'a (3)', 'b']);
});

describe('the first line', () => {
  const titleOf = (...results: CheckResult[]) => checkDocument(reportOf(results)).title;

  it('is the answer', () => {
    expect(titleOf(passed)).toBe('The limit holds.');
    expect(titleOf(passed, passed)).toBe('All 2 limits hold.');
    expect(titleOf(failed)).toBe('The limit is broken.');
    expect(titleOf(failed, passed)).toBe('1 of 2 limits is broken.');
    expect(titleOf({ ...failed, level: 'warn' }, passed)).toBe('1 of 2 limits is broken, as a warning.');
    expect(titleOf(failed, failed, tooFew)).toBe('2 of 3 limits are broken; 1 could not be judged.');
    expect(titleOf(tooFew, passed)).toBe('1 of 2 limits hold; 1 could not be judged.');
    expect(titleOf(tooFew)).toBe('The limit could not be judged.');
  });
});
