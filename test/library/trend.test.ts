import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, type NamedInput, open, type TrendOptions, type TrendSeries } from '../../src/index.ts';
import { tenAndTwelve, weeklyTeam } from './weekly-team.ts';

const weeks = { from: '2026-01-05', asOf: '2026-06-28' };

async function trendOf(asked: TrendOptions, options: AnalyzeOptions = weeks, input: NamedInput = TWENTY_FIVE) {
  return (await (await open(input, options)).trend(asked)).trend;
}

/** 24 weeks of 10 and 12 by turns, and one of 20. */
const TWENTY_FIVE = weeklyTeam(...tenAndTwelve(24), 20);

describe('a trend', () => {
  it('is of every complete week, with limits and signals', async () => {
    const { rules, series, unit } = await trendOf({ metric: 'throughput' });
    expect([unit, rules]).toEqual(['week', 'both']);
    const [throughput] = series as [TrendSeries];
    expect(throughput.points.map(({ value }) => value)).toEqual([...tenAndTwelve(24), 20]);
    expect(throughput.points[0]).toMatchObject({ start: '2026-01-05', end: '2026-01-12' });
    expect(throughput.mean).toBe(11);
    expect(throughput.signals.map(({ message }) => message)).toEqual([
      '20 in the week of Mon 22 Jun 2026, above the upper limit of 16.3: more, better',
    ]);
  });

  it('is of all metrics unless asked, in one order whatever the question', async () => {
    const all = (await trendOf({})).series.map(({ metric }) => metric);
    expect(all).toEqual([
      'throughput',
      'arrivals',
      'netFlow',
      'cycleTime',
      'wip',
      'age',
      'flowEfficiency',
      'wastedShare',
    ]);
    for (const metric of ['cycle-time, throughput', ['cycleTime', 'throughput'], ['throughput', 'cycleTime']]) {
      const { series } = await trendOf({ metric });
      expect(series.map((one) => one.metric)).toEqual(['throughput', 'cycleTime']);
    }
    // Work of a day each, all of it active: every week is the same.
    const [cycleTime] = (await trendOf({ metric: 'cycleTime' })).series as [TrendSeries];
    expect(cycleTime).toMatchObject({ mean: 1, reason: 'noVariation' });
  });

  it('cuts weeks and days where the zone does, also where the clock changes', async () => {
    // In Madrid, Sunday 29 March ends an hour early, at 22:00 UTC.
    const data = [
      'id,to,at',
      ...['2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z', '2026-03-22T22:59:59Z', '2026-03-22T23:00:00Z'].flatMap(
        (at, item) => [`${item},Doing,2026-03-20T00:00:00Z`, `${item},Done,${at}`],
      ),
      '',
    ].join('\n');
    const values = async (options: AnalyzeOptions) => {
      const window = { from: '2026-03-16', asOf: '2026-04-05', ...options };
      const { series } = await trendOf({ metric: 'throughput' }, window, { name: 'log.csv', data });
      return series[0]?.points.map(({ value }) => value);
    };
    expect(await values({ timeZone: 'Europe/Madrid' })).toEqual([1, 2, 1]);
    expect(await values({ timeZone: 'UTC' })).toEqual([2, 2, 0]);
    const days = await values({ timeZone: 'Europe/Madrid', unit: 'day' });
    expect(days).toHaveLength(21);
    expect(days?.slice(6, 8)).toEqual([1, 1]);
    expect(days?.slice(13, 15)).toEqual([1, 1]);
  });

  it('knows months and sprints', async () => {
    const months = await trendOf({ metric: 'throughput' }, { ...weeks, unit: 'month', from: '2026-01-01' });
    expect(months.series[0]?.points.map(({ start }) => start)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
    const configuration = { sprint: { days: 14, start: '2026-01-05' } };
    const sprints = await trendOf({ metric: 'throughput' }, { ...weeks, unit: 'sprint', configuration });
    expect(sprints.series[0]?.points[0]).toMatchObject({ start: '2026-01-05', end: '2026-01-19', value: 22 });
    await expect(trendOf({}, { ...weeks, unit: 'sprint' })).rejects.toThrow('no sprint is configured');
  });

  it('is the same whatever the order of the rows', async () => {
    const [header, ...rows] = TWENTY_FIVE.data.trim().split('\n');
    const ordered = await trendOf({});
    const reversed = rows.toReversed();
    const byLastDigits = rows.toSorted((a, b) => (a.slice(4) < b.slice(4) ? -1 : 1));
    for (const shuffled of [reversed, byLastDigits]) {
      const data = `${[header, ...shuffled].join('\n')}\n`;
      expect(await trendOf({}, weeks, { name: 'log.csv', data })).toEqual(ordered);
    }
  });

  it('of one period, of none and of no item says nothing more than it can', async () => {
    const one = await trendOf({}, { from: '2026-06-15', to: '2026-06-23', asOf: '2026-06-28' });
    expect(
      one.series.every(({ points, signals, upper }) => points.length === 1 && signals.length === 0 && upper === null),
    ).toBe(true);
    const none = await trendOf({}, { from: '2026-06-16', to: '2026-06-20', asOf: '2026-06-28' });
    expect(none.series.every(({ points, reason }) => points.length === 0 && reason !== null)).toBe(true);
    const nobody = await trendOf({ metric: 'throughput' }, { ...weeks, where: ['id=None'], allowEmpty: true });
    expect(nobody.series[0]).toMatchObject({ reason: 'noVariation', mean: 0, signals: [] });
  });

  it('leaves out what ended at an unknown time, and says so', async () => {
    const data = `id,status,started,finished\nA,Done,2026-01-06,2026-01-08\nB,Done,2026-01-06,\nC,Doing,2026-01-06,\n`;
    const { series } = await trendOf({}, { from: '2026-01-05', asOf: '2026-01-18' }, { name: 'list.csv', data });
    const of = (metric: string) => series.find((one) => one.metric === metric)?.notes.map(({ code }) => code);
    expect(of('throughput')).toContain('endsUnknown');
    expect(of('arrivals')).toContain('notKnown');
  });

  it.each<[TrendOptions, string]>([
    [{ metric: 'cycletime' }, '--metric: there is no series `cycletime`. Did you mean `cycleTime`?'],
    [{ metric: 'throughput,' }, '--metric: there is no series ``'],
    [{ metric: '__proto__' }, '--metric: there is no series `__proto__`. Write some of throughput, arrivals, net-flow'],
    [{ baseline: '2026-01-05' }, '--baseline: `2026-01-05` is no span of dates'],
    [{ baseline: '2026-05-01..2026-01-05' }, '--baseline: `2026-05-01..2026-01-05` is no span of dates'],
    [{ baseline: '2026-02-30..2026-05-05' }, 'is no span of dates'],
    [{ baseline: '2026-01-05..2026-02-01..2026-03-01' }, 'is no span of dates'],
    [{ baseline: '2020-01-06..2020-03-01' }, 'no complete week lies within 2020-01-06..2020-03-01'],
    [{ rules: 'nelson' }, '--rules: `nelson` are no rules. Write western-electric'],
  ])('refuses %j', async (asked, message) => {
    await expect(trendOf(asked)).rejects.toThrow(message);
    await expect(trendOf(asked)).rejects.toMatchObject({ code: 'bad-option' });
  });
});
