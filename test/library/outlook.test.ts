// What the report says besides its figures: each part is what its own command says.
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { steadyTeam } from './steady-team.ts';
import { tenAndTwelve, weeklyTeam } from './weekly-team.ts';

describe('the outlook of a report', () => {
  it('has the signals that reach into the latest week', async () => {
    // Twenty weeks of 10 and 12 have an upper limit of 16.32.
    const team = weeklyTeam(1, ...tenAndTwelve(20), 17);
    const { signals } = await (await open(team, { asOf: '2026-06-07' })).outlook();
    expect(signals).toMatchObject({ unit: 'week', reason: null });
    expect(signals.judged).toContain('throughput');
    expect(signals.latest.filter(({ metric }) => metric === 'throughput')).toEqual([
      { metric: 'throughput', good: true, message: expect.stringContaining('above the upper limit') },
    ]);
    const later = await (await open(weeklyTeam(1, ...tenAndTwelve(20), 17, 11), { asOf: '2026-06-14' })).outlook();
    expect(later.signals.latest.filter(({ metric }) => metric === 'throughput')).toEqual([]);
  });

  it('says what trend, forecast and risk say', async () => {
    const analysis = await open(steadyTeam(12, 5), { asOf: '2026-03-29' });
    const { forecast, risk, signals } = await analysis.outlook();
    const [whole, trend, risks] = [await analysis.forecast(), await analysis.trend(), analysis.risk().risk];
    expect(whole.forecast).toMatchObject(forecast);
    expect(forecast).toMatchObject({ status: 'ok', items: { count: 5, source: 'open' } });
    expect(risk).toMatchObject({
      expectation: risks?.expectation,
      items: 5,
      unknown: risks?.unknown,
      expectedMisses: risks?.expectedMisses,
    });
    const known = trend.trend.series.flatMap(({ signals }) => signals.filter(({ latest }) => latest));
    expect(signals.latest.every(({ message }) => known.some((one) => one.message === message))).toBe(true);
  });

  it('allows a share of the items whose chance is known to miss', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => {
      const day = String(at + 1).padStart(2, '0');
      return `F-${at},Doing,2026-01-${day}T09:00Z\nF-${at},Done,2026-02-${day}T09:00Z`;
    });
    const open3 = [0, 1, 2].map((at) => `O-${at},Doing,2026-02-1${at}T09:00Z`);
    const data = `id,to,at\n${[...rows, ...open3].join('\n')}\n`;
    const analysis = await open({ name: 'log.csv', data }, { asOf: '2026-02-22', sle: '40d@75%' });
    const { risk } = await analysis.outlook();
    // All items took 31 days, and the open ones are younger: of three, a quarter may miss.
    expect(risk).toMatchObject({ items: 3, unknown: 0, expectedMisses: 0, allowedMisses: 0.75 });
  });

  it('of too little data gives reasons, and promises nothing', async () => {
    const { forecast, risk, signals } = await (await open(steadyTeam(3, 1), { asOf: '2026-01-25' })).outlook();
    expect(signals).toEqual({ unit: 'week', judged: [], reason: '2 weeks of 6 needed', latest: [] });
    expect(forecast).toMatchObject({ status: 'tooFew', when: null, reason: expect.stringContaining('of 8 needed') });
    expect(risk.items).toBe(1);
  });
});
