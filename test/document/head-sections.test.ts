import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/output.ts';
import { findingsLine } from '../../src/document/sections/head/findings-line.ts';
import { frameLine } from '../../src/document/sections/head/frame-line.ts';
import { guessLine } from '../../src/document/sections/head/guess-line.ts';
import { headSections } from '../../src/document/sections/head/head-sections.ts';
import { shownSections } from '../../src/model/document/shown-sections.ts';
import { report } from './sample-report.ts';

type Finding = Report['findings'][number];

const finding = (code: string, weight: Finding['weight'], count = 1, ...values: string[]): Finding => ({
  code,
  weight,
  count,
  message: `says ${code}`,
  cure: 'look',
  examples: values.map((value) => ({ value })),
});
const textsOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text);

describe('the line of findings', () => {
  const line = (findings: Finding[], failures: Report['failures'] = []) => findingsLine(findings, failures);

  it('has their number and the worst: by weight, then by cases', () => {
    expect(line([finding('a', 'info', 99), finding('b', 'warning', 2), finding('c', 'warning', 1200)])).toEqual([
      { part: 'note', weight: 'warning', text: '3 findings, the worst c (1200×). All: --findings.' },
    ]);
    const wrong = line([finding('b', 'warning', 9), finding('e', 'error', 1)]);
    expect(wrong).toMatchObject([
      { weight: 'error', text: '2 findings; e (1×) makes figures wrong. All: --findings.' },
    ]);
  });

  it('is one finding, or several that change nothing', () => {
    expect(textsOf(line([finding('b', 'warning')]))).toEqual(['1 finding: b (1×). All: --findings.']);
    expect(textsOf(line([finding('b', 'info')]))).toEqual([
      '1 finding that changes no figure: b (1×). All: --findings.',
    ]);
    expect(textsOf(line([finding('b', 'info'), finding('c', 'info', 3)]))).toEqual([
      '2 findings that change no figure, as c (3×). All: --findings.',
    ]);
    expect(line([])).toEqual([]);
  });

  it('does not call worst what the guesses say, while there is anything else', () => {
    const guess = finding('guessed-kind', 'warning', 7);
    expect(textsOf(line([guess, finding('b', 'info')]))[0]).toContain('b (1×)');
    expect(textsOf(line([guess]))[0]).toContain('guessed-kind (7×)');
  });

  it('says what could not be computed', () => {
    expect(line([], [{ metric: 'wip', message: 'no window' }])).toMatchObject([
      { weight: 'error', text: 'Work in progress could not be computed: no window.' },
    ]);
  });
});

describe('the line of guesses', () => {
  const said = (findings: Finding[], metric: Parameters<typeof guessLine>[1] = null, change: object = {}) =>
    textsOf(guessLine({ ...report, ...change, findings }, metric, metric === null));

  it('is one sentence for all of them', () => {
    const kinds = finding('guessed-kind', 'warning', 3, 'Brief: active', 'Check: active');
    const done = finding('no-done-stage', 'warning', 1, 'Closed', 'Away');
    expect(said([kinds])).toEqual(['Guessed: Brief as active and 2 more kinds. pitwall init asks.']);
    expect(said([done, kinds])).toEqual([
      'Guessed: no status means done (Closed could, or 1 more), Brief as active and 2 more kinds. pitwall init asks.',
    ]);
    expect(said([])).toEqual([]);
  });

  it('names what to correct where the workflow is configured', () => {
    const workflow = { ...report.workflow, inferred: false };
    expect(said([finding('no-done-stage', 'warning')], null, { workflow })).toEqual([
      'Guessed: no status means done. Correct it under "workflow".',
    ]);
  });

  it('speaks of a queue where work is told from waiting, and of sources that fall silent', () => {
    const queue = finding('no-queue', 'info', 1, 'Legal');
    expect(said([queue], 'cycleTime')).toEqual([]);
    expect(said([queue], 'stages')).toEqual(['Guessed: Legal as work, though it may be a queue. pitwall init asks.']);
    expect(said([finding('no-queue', 'info')], 'stages')).toEqual(['Guessed: no stage waits. pitwall init asks.']);
    const silent = finding('stale-source', 'warning', 1, 'jira: 2026-01-09T09:00:00.000Z, 60 days before');
    expect(said([silent])).toEqual(['Jira ends long before the rest, so open items there age for nothing.']);
  });
});

describe('the line of what was read', () => {
  const line = (change: Partial<Report>) => textsOf(frameLine({ ...report, ...change }))[0];
  const [file] = report.sources as [Report['sources'][number]];

  it('has the file without its folders, the window by its days, the basis and the workflow', () => {
    expect(line({ sources: [{ ...file, file: '/exports/of/team/board.csv', rejected: 0 }] })).toBe(
      'board.csv, 12430 rows, 1250 items: 2025-11-03 to 2026-02-19 (Europe/Madrid); elapsed days; 5 stages, inferred (--verbose).',
    );
  });

  it('counts files, says what was kept and from when it is looked at', () => {
    const several = line({ sources: [file, file], where: ['type=Bug'], asOf: '2026-02-25T10:00:00.000Z' });
    expect(several).toMatch(/^2 files, 24860 rows, 24 not used: 2025-11-03 to 2026-02-19 as of 2026-02-25 /);
    expect(several).toMatch(/; only type=Bug \(--verbose\)\.$/);
    expect(line({ window: { from: null, to: null } })).toContain(': an empty window as of 2026-02-19; ');
    expect(line({ basis: 'working' })).toContain('; working days by an assumed calendar; ');
    expect(line({ sources: [] })).toMatch(/^2025-11-03 to/);
  });
});

describe('what stands under the answer', () => {
  const sections = headSections({ ...report, findings: [finding('gap', 'warning')] }, null);
  const shown = (frame: 'brief' | 'whole', findings: 'brief' | 'listed' | 'whole') =>
    shownSections(sections, frame, findings).map(({ parts }) =>
      parts.map((part) => (part.part === 'note' ? part.text.slice(0, 12) : '')),
    );

  it('is one block of the lines that an output has', () => {
    expect(shown('brief', 'brief')).toEqual([['1 finding: g', 'content-boar']]);
    expect(shown('whole', 'listed')).toEqual([['The data may']]);
    expect(shown('brief', 'whole')).toEqual([['The data may', 'content-boar']]);
    expect(shown('whole', 'brief')).toEqual([['1 finding: g']]);
  });
});
