import { describe, expect, it } from 'vitest';
import type { CumulativeFlow } from '../../../src/contract/result.ts';
import { type MetricId, metricDocument, open, REPORTERS, type Reporter } from '../../../src/index.ts';
import { analysisOf, type Options } from '../../library/march.ts';

/** Finishes on the 3rd (2 points), 4th (no points), 11th (3), 12th (5) and 30th (none); E dropped on the 13th. */
const TABLE = `
  id | at | to        | points | created
  A  | 2  | Writing   | 2      | 1
  A  | 3  | Done      | 2      | 1
  B  | 3  | Writing   |        | 3
  B  | 4  | Done      |        | 3
  C  | 9  | Writing   | 3      | 5
  C  | 11 | Done      | 3      | 5
  D  | 9  | Writing   | 5      | 5
  D  | 12 | Done      | 5      | 5
  E  | 9  | Writing   | 1      | 6
  E  | 13 | Cancelled | 1      | 6
  F  | 30 | Done      |        | 30
`;

const periodsOf = async (options: Options = {}) => (await analysisOf(TABLE, options)).report().throughput.periods;

describe('throughput by week', () => {
  it('lists every week from Monday, empty ones too', async () => {
    const { throughput } = (await analysisOf(TABLE)).report();
    const none = { finished: 0, points: 0, pointsUnknown: 0, started: 0, created: 0, dropped: 0 };
    // The window: from the 2nd, the first start, to the 30th and a millisecond. A's creation lies before it.
    expect(throughput.periods).toEqual([
      {
        ...none,
        start: '2026-03-02',
        end: '2026-03-09',
        complete: true,
        finished: 2,
        points: 2,
        pointsUnknown: 1,
        started: 2,
        created: 4,
      },
      {
        ...none,
        start: '2026-03-09',
        end: '2026-03-16',
        complete: true,
        finished: 2,
        points: 8,
        started: 3,
        dropped: 1,
      },
      { ...none, start: '2026-03-16', end: '2026-03-23', complete: true },
      { ...none, start: '2026-03-23', end: '2026-03-30', complete: true },
      {
        ...none,
        start: '2026-03-30',
        end: '2026-04-06',
        complete: false,
        finished: 1,
        points: null,
        pointsUnknown: 1,
        created: 1,
      },
    ]);
    expect(throughput).toMatchObject({
      unit: 'week',
      completePeriods: 4,
      // 2, 2, 0, 0.
      meanPerPeriod: 1,
      medianPerPeriod: 1,
      meanPointsPerPeriod: (2 + 8) / 4,
    });
    expect(throughput.standardDeviation).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });

  it('counts only what the window holds: a week that it cuts is not complete', async () => {
    const [first, second] = await periodsOf({ from: '2026-03-04', to: '2026-03-12' });
    expect(first).toMatchObject({ start: '2026-03-02', complete: false, finished: 1, started: 0, created: 3 });
    expect(second).toMatchObject({ start: '2026-03-09', complete: false, finished: 1, points: 3, dropped: 0 });
  });

  it('is complete when the window ends or begins with it', async () => {
    const complete = async (from: string, to: string) =>
      (await periodsOf({ from, to })).map((period) => period.complete);
    expect(await complete('2026-03-02', '2026-03-16')).toEqual([true, true]);
    expect(await complete('2026-03-02T00:00:00.001Z', '2026-03-16')).toEqual([false, true]);
    expect(await complete('2026-03-02', '2026-03-15T23:59:59.999Z')).toEqual([true, false]);
    // One millisecond into the next week is a period of its own.
    expect(await complete('2026-03-02', '2026-03-16T00:00:00.001Z')).toEqual([true, true, false]);
  });

  it('has no average without a complete period', async () => {
    const { throughput } = (await analysisOf(TABLE, { from: '2026-03-03', to: '2026-03-05' })).report();
    expect(throughput).toMatchObject({
      completePeriods: 0,
      meanPerPeriod: null,
      medianPerPeriod: null,
      standardDeviation: null,
      meanPointsPerPeriod: null,
    });
  });

  it('has no mean of points where some finished and none has points', async () => {
    const { throughput } = (
      await analysisOf(TABLE, { from: '2026-03-02', to: '2026-03-16', where: ['id=B'] })
    ).report();
    expect(throughput).toMatchObject({ completePeriods: 2, meanPerPeriod: 0.5, meanPointsPerPeriod: null });
    // Nothing finished in the weeks of E: no points, and none unknown.
    const dropped = (await analysisOf(TABLE, { from: '2026-03-02', to: '2026-03-16', where: ['id=E'] })).report();
    expect(dropped.throughput).toMatchObject({ meanPerPeriod: 0, meanPointsPerPeriod: 0, standardDeviation: 0 });
  });
});

describe('throughput by other units', () => {
  it('by day', async () => {
    const periods = await periodsOf({ unit: 'day', from: '2026-03-03', to: '2026-03-05' });
    expect(periods.map(({ start, end, finished }) => [start, end, finished])).toEqual([
      ['2026-03-03', '2026-03-04', 1],
      ['2026-03-04', '2026-03-05', 1],
    ]);
  });

  it('by month', async () => {
    const periods = await periodsOf({ unit: 'month', from: '2026-01-15' });
    expect(periods.map(({ start, end, complete }) => [start, end, complete])).toEqual([
      ['2026-01-01', '2026-02-01', false],
      ['2026-02-01', '2026-03-01', true],
      // asOf is the 30th: March is not over.
      ['2026-03-01', '2026-04-01', false],
    ]);
  });

  it('by sprint, before its first day, too', async () => {
    const configuration = { sprint: { days: 10, start: '2026-03-11' } };
    const periods = await periodsOf({ unit: 'sprint', configuration });
    // Ten days back from the 11th is the 1st; on from there 21, 31.
    expect(periods.map(({ start, end, finished, complete }) => [start, end, finished, complete])).toEqual([
      ['2026-03-01', '2026-03-11', 2, false],
      ['2026-03-11', '2026-03-21', 2, true],
      ['2026-03-21', '2026-03-31', 1, false],
    ]);
  });

  it('by sprint far from the sprint’s first day', async () => {
    const configuration = { sprint: { days: 14, start: '2027-01-04' } };
    const [first] = await periodsOf({ unit: 'sprint', configuration });
    // 4 January 2027 lies 308 days, 22 sprints, after 2 March 2026.
    expect(first).toMatchObject({ start: '2026-03-02', end: '2026-03-16' });
  });

  it('by local days of the analysis zone', async () => {
    // Midnight of the 3rd in UTC is the evening of the 2nd in New York.
    const periods = await periodsOf({
      unit: 'day',
      timeZone: 'America/New_York',
      from: '2026-03-02',
      to: '2026-03-04',
    });
    expect(periods.map(({ start, finished }) => [start, finished])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-03', 1],
    ]);
  });
});

describe('a source that tells no creation', () => {
  const finishes = ['2026-03-03', '2026-03-04', '2026-03-11'];
  const csv = (created: readonly string[]) =>
    `id,Created,Started,Finished\n${finishes.map((at, row) => `${row},${created[row] ?? ''},2026-03-02,${at}\n`).join('')}`;
  const analysed = async (created: readonly string[]) => {
    const analysis = await open({ name: 'list.csv', data: csv(created) }, { timeZone: 'UTC' });
    return {
      throughput: analysis.report().throughput,
      flow: analysis.metric('cumulativeFlow').cumulativeFlow as CumulativeFlow,
    };
  };
  const UNKNOWN = 'the source does not say when they were created';

  it('has created null, in every period and on every day, and says of how many items', async () => {
    const { flow, throughput } = await analysed([]);
    expect(throughput.periods.map(({ created }) => created)).toEqual([null, null]);
    expect(throughput.leftOut).toEqual([{ reason: UNKNOWN, items: 3 }]);
    expect(flow.days).toHaveLength(10);
    expect(flow.days.every(({ created }) => created === null)).toBe(true);
    expect(flow.leftOut).toEqual([{ reason: UNKNOWN, items: 3 }]);
    // What is known is counted all the same.
    expect(throughput.periods.map(({ finished, started }) => [finished, started])).toEqual([
      [2, 3],
      [1, 0],
    ]);
  });

  it('counts those that are known where any is, and says how many are not', async () => {
    const { flow, throughput } = await analysed(['', '2026-03-02', '']);
    expect(throughput.periods.map(({ created }) => created)).toEqual([1, 0]);
    expect(throughput.leftOut).toEqual([{ reason: UNKNOWN, items: 2 }]);
    expect(flow.days.map(({ created }) => created)).toEqual(Array(10).fill(1));
  });

  it('is an empty cell in CSV and a dash in tables', async () => {
    const analysis = await open({ name: 'list.csv', data: csv([]) }, { timeZone: 'UTC' });
    const render = (id: MetricId, format: string) => {
      const reporter = REPORTERS.find((one) => one.id === format) as Reporter;
      return reporter.render(metricDocument(id, analysis.metric(id)), { width: 100, color: false });
    };
    expect(render('throughput', 'csv')).toContain('2026-03-02,2026-03-09,true,2,,2,3,,0');
    expect(render('cumulativeFlow', 'csv')).toContain('2026-03-03,,3,1,0,');
    expect(render('cumulativeFlow', 'markdown')).toMatch(/\| 2026-03-03 \| +— \| +3 \| +1 \| +0 \|/);
    expect(render('throughput', 'table')).toMatch(/2026-03-02 .* 3 +— +0/);
  });
});

describe('a source that tells no start', () => {
  const UNKNOWN = 'the history does not say when they started';
  const analysed = async (data: string) => {
    const analysis = await open({ name: 'list.csv', data }, { timeZone: 'UTC' });
    const { days, leftOut } = analysis.metric('cumulativeFlow').cumulativeFlow as CumulativeFlow;
    const { throughput } = analysis.report();
    expect(leftOut).toEqual(throughput.leftOut);
    return {
      days: days.map(({ started }) => started),
      leftOut,
      periods: throughput.periods.map(({ started, finished }) => [started, finished]),
    };
  };

  it('has started null, in every period and on every day, and says of how many items', async () => {
    // C is not started: of A and B alone it is not known since when.
    const data = 'id,Created,Finished\nA,2026-03-02,2026-03-03\nB,2026-03-02,2026-03-10\nC,2026-03-03,\n';
    expect(await analysed(data)).toEqual({
      // From the first finish on, 3 to 10 March, over two weeks.
      days: Array(8).fill(null),
      leftOut: [{ reason: UNKNOWN, items: 2 }],
      periods: [
        [null, 1],
        [null, 1],
      ],
    });
  });

  it('counts 0 where nothing was started', async () => {
    const data = 'id,Created,Started,Finished\nA,2026-03-02,,2026-03-04\nB,2026-03-03,,\n';
    expect(await analysed(data)).toEqual({ days: [0], leftOut: [], periods: [[0, 1]] });
  });

  it('counts those that are known where any is', async () => {
    // Of B it is known by its status alone that it is under way.
    const data =
      'id,Created,Started,Finished,Status\nA,2026-03-02,2026-03-03,2026-03-04,Done\nB,2026-03-02,,,In progress\n';
    expect(await analysed(data)).toEqual({
      days: [1, 1],
      leftOut: [{ reason: UNKNOWN, items: 1 }],
      periods: [[1, 1]],
    });
  });

  it('has started null where items are over by their status alone', async () => {
    const over = 'they are over, but the source does not say since when';
    const data = 'id,Created,Finished,Status\nA,2026-03-02,,Done\nB,2026-03-03,,To do\n';
    expect(await analysed(data)).toEqual({
      days: [null, null],
      leftOut: [
        { reason: UNKNOWN, items: 1 },
        { reason: over, items: 1 },
      ],
      periods: [[null, 0]],
    });
    // Where there is a column of starts, an item over without one was never started.
    const told = 'id,Created,Started,Finished,Status\nA,2026-03-02,,,Done\nB,2026-03-03,,,To do\n';
    expect((await analysed(told)).periods).toEqual([[0, 0]]);
  });

  it('is an empty cell in CSV and a dash in tables', async () => {
    const data = 'id,Created,Finished\nA,2026-03-02,2026-03-03\n';
    const analysis = await open({ name: 'list.csv', data }, { timeZone: 'UTC' });
    const render = (id: MetricId, format: string) =>
      (REPORTERS.find((one) => one.id === format) as Reporter).render(metricDocument(id, analysis.metric(id)), {
        width: 100,
        color: false,
      });
    expect(render('throughput', 'csv')).toContain('2026-03-02,2026-03-09,false,1,,1,,0,0');
    expect(render('cumulativeFlow', 'csv')).toContain('2026-03-03,1,,1,0,');
    expect(render('throughput', 'table')).toMatch(/2026-03-02 .* — +0/);
  });
});

describe('a zone that skips a day', () => {
  const days = async (timeZone: string, started: string, finished: string) => {
    const data = `id,to,at\nA,Writing,${started}\nA,Published,${finished}\n`;
    const analysis = await open({ name: 'log.csv', data }, { timeZone, unit: 'day' });
    return {
      wip: analysis.metric('wip').wip?.daily?.map(({ date, count }) => [date, count]),
      flow: analysis.metric('cumulativeFlow').cumulativeFlow?.days.map(({ date }) => date),
      throughput: analysis.report().throughput,
    };
  };

  it('has no such day: 30 December 2011 in Samoa', async () => {
    const { flow, throughput, wip } = await days('Pacific/Apia', '2011-12-28 09:00', '2012-01-02 09:00');
    const dates = ['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02'];
    expect(flow).toEqual(dates);
    expect(wip).toEqual(dates.map((date, day) => [date, day === 4 ? 0 : 1]));
    expect(throughput.periods.map(({ start, end, complete }) => [start, end, complete])).toEqual([
      ['2011-12-28', '2011-12-29', false],
      // Ends where the next one starts.
      ['2011-12-29', '2011-12-31', true],
      ['2011-12-31', '2012-01-01', true],
      ['2012-01-01', '2012-01-02', true],
      ['2012-01-02', '2012-01-03', false],
    ]);
    expect(throughput.completePeriods).toBe(3);
  });

  it('has such a date all the same, where dates are counted: in inclusive days and in --last', async () => {
    const data = 'id,to,at\nA,Writing,2011-12-28 09:00\nA,Published,2012-01-02 09:00\n';
    const options = { timeZone: 'Pacific/Apia', basis: 'inclusive', last: '3d' } as const;
    const { cycleTime, window } = (await open({ name: 'log.csv', data }, options)).report();
    // 2 January − 28 December + 1: the 30th lies between them.
    expect(cycleTime.meanDays).toBe(6);
    // 2 January − 3: the 30th, which begins when the 31st does. Before the change the offset is −10 hours.
    expect(window.from).toBe('2011-12-30T10:00:00.000Z');
  });

  it('ends a window on the day before, too', async () => {
    const { flow, throughput } = await days('Pacific/Apia', '2011-12-28 09:00', '2011-12-29 09:00');
    expect(flow).toEqual(['2011-12-28', '2011-12-29']);
    expect(throughput.periods.at(-1)).toMatchObject({ start: '2011-12-29', end: '2011-12-31' });
  });

  it('has no such day: 21 August 1993 on Kwajalein, which lived 30 September 1969 for 47 hours', async () => {
    const skipped = await days('Pacific/Kwajalein', '1993-08-20 09:00', '1993-08-22 09:00');
    expect(skipped.flow).toEqual(['1993-08-20', '1993-08-22']);
    const long = await days('Pacific/Kwajalein', '1969-09-29 09:00', '1969-10-01 09:00');
    expect(long.flow).toEqual(['1969-09-29', '1969-09-30', '1969-10-01']);
  });
});
