// Limits that are relative to a team's own past: which snapshots they are taken from, and what they come to.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AnalyzeOptions,
  addSnapshot,
  type BaselineOptions,
  type CheckResult,
  type History,
  historyText,
  open,
  readChecks,
} from '../../src/index.ts';
import { folderWith, pitwall } from '../cli/terminal.ts';
import { BOARD, exportAfter } from '../history/growing-board.ts';

const WEEK = 12;
const { asOf, data, name } = exportAfter(WEEK);
const RUN: AnalyzeOptions = { asOf, configuration: BOARD };
let history: History;

beforeAll(async () => {
  const analysis = await open({ name, data }, RUN);
  ({ history } = await addSnapshot(await analysis.snapshot({ backfill: true }), null, 'flow.ndjson'));
}, 120_000);

/** The history without its latest lines, or with other values of a figure. */
const without = (latest: number): History => ({
  ...history,
  lines: history.lines.slice(0, history.lines.length - latest),
});

function withThroughput(values: readonly (number | null)[]): History {
  const lines = history.lines.slice(-values.length).map(({ line }, at) => {
    const throughput = { ...(line.figures.throughput as object), medianPerPeriod: values[at] as number | null };
    return { text: '', line: { ...line, figures: { ...line.figures, throughput } } };
  });
  return { ...history, lines };
}

async function resultOf(
  check: string,
  past: History | null,
  options: BaselineOptions = {},
  run: AnalyzeOptions = RUN,
): Promise<CheckResult> {
  const analysis = await open({ name, data }, run);
  const checks = await readChecks({ check: [check] });
  expect(checks.needsPast).toBe(check.includes('baseline'));
  const report = await checks.judge(analysis, past === null ? null : await analysis.past(past, options));
  return report.check.results[0] as CheckResult;
}

const PER_WEEK = 'throughput.medianPerPeriod >= 0.5 * baseline';

describe('a relative limit', () => {
  it('is a multiple of the median over the last eight periods before the run’s last complete one', async () => {
    // Of nine values the last is that of the run's own last week; of the eight before it the median is (4 + 5) ÷ 2.
    const result = await resultOf(PER_WEEK, withThroughput([1, 2, 3, 4, 5, 6, 7, 8, 100]));
    expect(result.baseline).toEqual({
      factor: 0.5,
      value: 4.5,
      periods: 8,
      from: '2026-02-02',
      to: '2026-03-30',
      agePeriods: 1,
      reason: null,
    });
    expect(result).toMatchObject({ limit: 2.25, status: 'passed' });
    expect(result.message).toContain('at least 2.25 (0.5 × 4.5, the median of 8 snapshots)');
    expect(await resultOf('throughput.medianPerPeriod >= 10 * baseline', history)).toMatchObject({ status: 'failed' });
  });

  it('passes over what somebody has made of the definitions by hand', async () => {
    for (const workflow of [[null, 7, 'Review', { stage: null }], null, 'none']) {
      const lines = history.lines.map(({ line }) => {
        return { text: '', line: { ...line, definitions: { ...line.definitions, workflow } } };
      });
      const { baseline } = await resultOf(PER_WEEK, { ...history, lines });
      expect(baseline).toEqual((await resultOf(PER_WEEK, history)).baseline);
    }
  });

  it('is the same before and after this period’s snapshot', async () => {
    expect(await resultOf('cycleTime.p50 <= 1.1 * baseline', without(1))).toEqual(
      await resultOf('cycleTime.p50 <= 1.1 * baseline', history),
    );
  });

  it('takes as many periods as it is told', async () => {
    const result = await resultOf(PER_WEEK, withThroughput([1, 2, 3, 4, 5, 6]), { baselinePeriods: 3 });
    expect(result.baseline).toMatchObject({ value: 4, periods: 3 });
    await expect(resultOf(PER_WEEK, history, { baselinePeriods: 0 })).rejects.toThrow('--baseline-periods: `0` is not');
    await expect(resultOf(PER_WEEK, history, { maxBaselineAge: 1.5 })).rejects.toThrow(
      '--max-baseline-age: `1.5` is not',
    );
  });

  it('leaves out periods that do not have the figure', async () => {
    expect((await resultOf(PER_WEEK, withThroughput([7, null, 3, null, 9]))).baseline).toMatchObject({
      value: 5,
      periods: 2,
    });
    const none = await resultOf(PER_WEEK, withThroughput([null, null, 9]));
    expect(none).toMatchObject({ status: 'noBaseline', limit: null });
    expect(none.message).toContain('none of 2 weeks in the history has this figure');
  });

  it('reads the entries of lists', async () => {
    const result = await resultOf('stage[Review].p50 <= 1.5 * baseline', history);
    expect(result).toMatchObject({ status: 'passed', baseline: { periods: 8 } });
  });

  it.each<[string, () => [History | null, BaselineOptions?, AnalyzeOptions?], string, number | null]>([
    ['there is no history', () => [null], 'there is no history to take one from', null],
    [
      'the last snapshot is too old',
      () => [without(6)],
      'the latest week of the history is 6 weeks old, more than 4',
      6,
    ],
    [
      'the history begins with the run’s last week',
      () => [{ ...history, lines: history.lines.slice(-1) }],
      'the history has no week before that of Mon 30 Mar 2026',
      null,
    ],
    [
      'the definitions are others',
      () => [history, {}, { ...RUN, basis: 'inclusive' }],
      'by these definitions: basis differs from the last',
      null,
    ],
    ['the window ends before', () => [history, {}, { ...RUN, to: '2026-03-30' }], 'this run with --to', null],
  ])('has no baseline where %s, and never passes', async (_, given, reason, age) => {
    const [past, options, run] = given();
    const result = await resultOf(PER_WEEK, past, options, run);
    expect(result).toMatchObject({ status: 'noBaseline', limit: null, baseline: { value: null, agePeriods: age } });
    expect(result.message).toContain(reason);
  });

  it('may be older where somebody says so', async () => {
    const result = await resultOf(PER_WEEK, without(6), { maxBaselineAge: 6 });
    expect(result).toMatchObject({ status: 'passed', baseline: { agePeriods: 6 } });
  });

  it('has none for findings and for the detail of a command, which snapshots do not have', async () => {
    expect(await resultOf('findings.info <= 2 * baseline', history)).toMatchObject({ status: 'noBaseline' });
  });
});

describe('pitwall check with a history', () => {
  const world = async () => ({
    cwd: folderWith({
      'log.csv': data,
      'flow.ndjson': await historyText(history),
      'pitwall.yaml': `${JSON.stringify({ ...BOARD, history: 'flow.ndjson' })}\n`,
    }),
  });
  const argv = ['check', 'log.csv', '--as-of', asOf, '--check'];

  it('judges by it, and says what it was', async () => {
    const { status, stdout } = await pitwall([...argv, 'cycleTime.p50 <= 3 * baseline'], await world());
    expect(status).toBe(0);
    expect(stdout).toContain('The limit holds.');
    expect(stdout.replaceAll('\n  ', ' ')).toContain(
      'The baseline is the median of 8 snapshots, from Mon 2 Feb 2026 to before Mon 30 Mar 2026.',
    );
    const failed = await pitwall([...argv, 'cycleTime.p50 <= 0.1 * baseline'], await world());
    expect(failed.status).toBe(1);
  });

  it('ends with 3 where a baseline is required and too old', async () => {
    const at = await world();
    const lines = readFileSync(join(at.cwd, 'flow.ndjson'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(at.cwd, 'flow.ndjson'), `${lines.slice(0, -6).join('\n')}\n`);
    const check = [...argv, 'cycleTime.p50 <= 3 * baseline'];
    expect((await pitwall(check, at)).status).toBe(0);
    const required = await pitwall([...check, '--require-baseline'], at);
    expect(required.status).toBe(3);
    expect(required.stdout.replaceAll('\n  ', ' ')).toContain(
      'the latest week of the history is 6 weeks old, more than 4',
    );
  });

  it.each([
    ['missing.ndjson', 'missing.ndjson: there is no such history. Check the path, or begin it with pitwall snapshot'],
    ['log.csv', 'log.csv: it is no history of snapshots'],
  ])('of %s ends with an error: a misspelt name is no history without a past', async (file, message) => {
    const { status, stderr } = await pitwall(
      [...argv, 'wip.current <= 2 * baseline', '--history', file],
      await world(),
    );
    expect([status, stderr.includes(message)]).toEqual([2, true]);
  });

  it('names the series that there are', async () => {
    const check = [...argv, 'wip.current <= 2 * baseline', '--series', 'defaut'];
    const { stderr } = await pitwall(check, await world());
    expect(stderr).toBe('pitwall: flow.ndjson: it has no series `defaut`. Did you mean `default`?\n');
  });
});
