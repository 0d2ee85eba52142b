import { describe, expect, it, vi } from 'vitest';
import { type Analysis, type AnalyzeOptions, type CheckResult, open, readChecks } from '../../src/index.ts';
import { dayOf2026 } from '../library/steady-team.ts';
import { tenAndTwelve, weeklyTeam } from '../library/weekly-team.ts';

/** The data end with the Sunday after so many weeks. */
function analysisOf(finished: readonly number[], options: AnalyzeOptions = {}): Promise<Analysis> {
  const end = new Date(Date.parse('2026-01-04') + 7 * 86_400_000 * finished.length).toISOString().slice(0, 10);
  return open(weeklyTeam(...finished), { from: '2026-01-05', asOf: end, ...options });
}

async function resultOf(check: string, finished: readonly number[], options: AnalyzeOptions = {}) {
  const report = await (await readChecks({ check: [check] })).judge(await analysisOf(finished, options));
  return report.check.results[0] as CheckResult;
}

describe('trend.<series>.signals', () => {
  const check = 'trend.throughput.signals == 0';

  it('counts the signals that reach into the latest complete period', async () => {
    expect(await resultOf(check, [...tenAndTwelve(22), 20])).toMatchObject({
      status: 'failed',
      value: 1,
      n: 23,
      unit: 'number',
      message: 'trend.throughput.signals is 1 (sample of 23); the limit is exactly 0',
    });
    // Eight in a row above the mean, of which the last is beyond the limit as well.
    expect(await resultOf(check, [...tenAndTwelve(20), 13, 13, 13, 13, 13, 13, 20])).toMatchObject({ value: 2 });
  });

  it('counts no earlier one, and nothing of the running period', async () => {
    expect(await resultOf(check, [...tenAndTwelve(22), 20, 11])).toMatchObject({ status: 'passed', value: 0 });
    // The last week ends on a Saturday: it is not complete.
    const cut = await resultOf(check, [...tenAndTwelve(22), 20], { asOf: '2026-06-13' });
    expect(cut).toMatchObject({ status: 'passed', value: 0, n: 22 });
  });

  it('is not known without limits, and without a point in the latest period', async () => {
    expect(await resultOf(check, [10, 12, 10, 12, 10])).toMatchObject({ status: 'tooFew', value: null });
    expect(await resultOf('trend.wip.signals == 0', tenAndTwelve(30))).toMatchObject({ status: 'tooFew' });
    // Every item takes a day, so cycle time does not vary.
    expect(await resultOf('trend.cycleTime.signals == 0', tenAndTwelve(30))).toMatchObject({ status: 'tooFew' });
    // Six items a week of one and two days by turns; then a week in which nothing finished.
    const rows = Array.from({ length: 6 * 22 }, (_, item) => {
      const day = 7 * Math.floor(item / 6) + 3;
      return `${item},Doing,${dayOf2026(day - 1 - (Math.floor(item / 6) % 2))}\n${item},Done,${dayOf2026(day)}`;
    });
    const checks = await readChecks({ check: ['trend.cycleTime.signals == 0'] });
    const statusAt = async (asOf: string) => {
      const log = { name: 'log.csv', data: `id,to,at\n${rows.join('\n')}\n` };
      return (await checks.judge(await open(log, { from: '2026-01-05', asOf }))).check.results[0]?.status;
    };
    expect(await statusAt('2026-06-07')).toBe('passed');
    expect(await statusAt('2026-06-14')).toBe('tooFew');
  });

  it('is one of the figures, and its unit is a number', async () => {
    const fault = (text: string) => readChecks({ check: [text] }).catch(({ message }) => message as string);
    expect(await fault('trend.thruput.signals == 0')).toContain('Did you mean `trend.throughput.signals`?');
    expect(await fault('trend.throughput.signal == 0')).toContain('Did you mean `trend.throughput.signals`?');
    expect(await fault('trend.cycle-time.signals == 0')).toContain('Did you mean `trend.cycleTime.signals`?');
    expect(await fault('trend.constructor.signals == 0')).toContain('there is no figure');
    expect(await fault('trend == 0')).toContain('there is no figure `trend`');
    expect(await fault('trend.throughput.signals[2026] == 0')).toContain('there is no figure');
    expect(await fault('trend.throughput.signals <= 2d')).toContain('is a plain number, so `d` does not fit');
  });

  it('is worked out only where it is asked for, and only what is', async () => {
    const analysis = await analysisOf(tenAndTwelve(22));
    const trend = vi.spyOn(analysis, 'trend');
    await (await readChecks({ check: ['wip.current <= 12'] })).judge(analysis);
    expect(trend).not.toHaveBeenCalled();
    await (await readChecks({ check: ['wip.current <= 12', check] })).judge(analysis);
    expect(trend).toHaveBeenCalledExactlyOnceWith({ metric: ['throughput'] });
  });

  it('has the unit and the zone of the run', async () => {
    const monthly = await resultOf(check, tenAndTwelve(40), { unit: 'month', from: '2026-01-01' });
    expect(monthly.n).toBe(9);
  });
});
