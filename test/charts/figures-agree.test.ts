// A chart shows the figures of the JSON contract and no others: for every chart, over every fixture.
import { describe, expect, it } from 'vitest';
import { CHARTS, type ChartData, chartOf } from '../../src/charts/index.ts';
import { open } from '../../src/index.ts';
import type { Chart, PlanePanel, Series } from '../../src/model/document/chart.ts';
import { itemDays } from '../../src/model/document/number-format.ts';
import { allAnswers, example, FIXTURE_FILES } from './example.ts';

const plane = (chart: Chart, index = 0) => chart.panels[index] as PlanePanel;
const marks = <Mark extends Series['mark']>({ series }: PlanePanel, mark: Mark) =>
  series.filter((one): one is Extract<Series, { mark: Mark }> => one.mark === mark);
const dots = (panel: PlanePanel) => marks(panel, 'dots').flatMap((one) => one.dots);
const values = (panel: PlanePanel) => marks(panel, 'bars').map(({ bars }) => bars.map(({ value }) => value));
const lines = (panel: PlanePanel) => panel.references.map(({ value }) => value);
const dateOf = (place: number) => new Date(place).toISOString().slice(0, 10);
/** The date at whose end a place lies. */
const endOf = (place: number) => dateOf(place - 86_400_000);
const known = (record: Readonly<Record<string, number | null>>) => Object.values(record).filter((one) => one !== null);

type AllData = { [Key in keyof ChartData]-?: NonNullable<ChartData[Key]> };

/** What each chart must hold, read off the contract a second time. */
const agrees: Readonly<Record<string, (chart: Chart, data: AllData) => void>> = {
  'cycle-time': (chart, { cycleTime }) => {
    expect(dots(plane(chart)).map(({ id, title, y }) => [id, title, y])).toEqual(
      cycleTime.byItem?.map(({ cycleTimeDays, id, title }) => [id, title, cycleTimeDays]),
    );
    expect(lines(plane(chart))).toEqual(known(cycleTime.percentilesDays));
    const medians = marks(plane(chart), 'line').flatMap(({ points }) => points.map(({ y }) => y));
    const expected = cycleTime.rollingMedian?.map(({ medianDays }) => medianDays) ?? [];
    expect(medians).toEqual(expected.some((one) => one !== null) ? expected : []);
  },
  'cycle-time-histogram': (chart, { cycleTime }) => {
    expect(values(plane(chart))).toEqual([cycleTime.bins?.map(({ count }) => count)]);
    expect(lines(plane(chart))).toEqual(known(cycleTime.percentilesDays));
  },
  aging: (chart, { age, cycleTime }) => {
    const panel = plane(chart);
    expect(dots(panel).map(({ id, x, y }) => [id, panel.x.columns[x], y])).toEqual(
      age.byItem.map(({ ageDays, id, stage }) => [id, stage, ageDays]),
    );
    const highs = marks(panel, 'boxes').flatMap(({ boxes }) => boxes.map(({ high }) => high));
    const expected = age.bands?.flatMap(({ percentilesDays }) => known(percentilesDays)) ?? [];
    expect([...highs].sort()).toEqual([...expected].sort());
    const high = cycleTime.percentilesDays['85'] ?? null;
    expect(lines(panel)).toEqual(high === null ? [] : [high]);
  },
  'cumulative-flow': (chart, { cumulativeFlow: { between, days } }) => {
    const areas = marks(plane(chart), 'area');
    for (const [index, { reached }] of days.entries()) {
      // From the bottom: what lies below the upper edge of each band.
      let sum = 0;
      for (const { label, points } of areas) {
        sum += points[index]?.y ?? Number.NaN;
        expect(sum).toBe(reached[label]);
      }
    }
    const [wip, time] = marks(plane(chart), 'segments').flatMap(({ segments }) => segments);
    if ((between?.items ?? 0) > 0) expect([wip?.y1, wip?.y2]).toEqual([between?.departed, between?.arrived]);
    else expect(wip).toBeUndefined();
    if (time !== undefined) expect((time.x2 - time.x1) / 86_400_000).toBe(between?.days);
  },
  throughput: (chart, { throughput }) => {
    expect(values(plane(chart))).toEqual([throughput.periods.map(({ finished }) => finished)]);
    expect(lines(plane(chart))).toEqual(throughput.meanPerPeriod === null ? [] : [throughput.meanPerPeriod]);
    expect(marks(plane(chart), 'bars')[0]?.bars.map(({ incomplete }) => !incomplete)).toEqual(
      throughput.periods.map(({ complete }) => complete),
    );
    expect(values(plane(chart, 1))).toEqual([throughput.periods.map(({ points }) => points)]);
  },
  wip: (chart, { wip: { byStage, daily = [] } }) => {
    const areas = marks(plane(chart), 'area');
    for (const [index, { count, stages }] of daily.entries()) {
      expect(areas.map(({ points }) => points[index]?.y)).toEqual(areas.map(({ label }) => stages[label]));
      expect(areas.reduce((sum, { points }) => sum + (points[index]?.y ?? 0), 0)).toBe(count);
    }
    const limits = byStage.flatMap(({ limit }) => (limit === null ? [] : [limit]));
    expect(chart.panels.slice(1).flatMap((panel) => lines(panel as PlanePanel))).toEqual(limits);
  },
  'flow-efficiency': (chart, { flowEfficiency }) => {
    const shown = marks(plane(chart), 'bars').map(({ label }) => `${label}Days`);
    const keys = ['activeDays', 'waitingDays', 'blockedDays', 'pausedDays'] as const;
    for (const key of keys) expect(shown.includes(key), key).toBe(flowEfficiency[key] > 0);
    expect(values(plane(chart))).toEqual(
      shown.map((key) => flowEfficiency.byPeriod?.map((period) => period[key as (typeof keys)[number]])),
    );
  },
  'value-stream': (chart, { valueStream }) => {
    const [map, ladder] = chart.panels;
    if (map?.panel !== 'network') throw new Error('no map');
    for (const { figures, label } of map.nodes) {
      const stage = valueStream.stages.find((one) => one.stage === label);
      expect(figures.map(({ value }) => value)).toEqual([
        stage?.medianProcessDays,
        stage?.medianWaitDays,
        stage?.current,
      ]);
    }
    const back = map.links.reduce((sum, { value }) => sum + value, 0);
    const names = map.nodes.map(({ label }) => label);
    const returns = valueStream.stages
      .filter(({ stage }) => names.includes(stage))
      .flatMap((stage) => stage.returns.filter(({ to }) => names.includes(to)));
    expect(back).toBe(returns.reduce((sum, { count }) => sum + count, 0));
    if (ladder?.panel === 'ladder') {
      const days = ladder.steps.reduce((sum, step) => sum + step.days, 0);
      expect(days).toBeCloseTo(valueStream.ladder.leadDays as number, 9);
    }
  },
  flow: (chart, { valueStream }) => {
    const [panel] = chart.panels;
    if (panel?.panel !== 'network') throw new Error('no network');
    for (const { moves, stage } of valueStream.stages) {
      for (const { back, count, to } of moves) {
        const own = panel.links.filter(
          (link) => panel.nodes[link.from]?.label === stage && panel.nodes[link.to]?.label === to,
        );
        expect(own.reduce((sum, { value }) => sum + value, 0)).toBe(count);
        expect(own.filter((link) => link.back).reduce((sum, { value }) => sum + value, 0)).toBe(back);
      }
    }
  },
  waste: (chart, { waste }) => {
    const byTitle = (title: string) => chart.panels.find((panel) => panel.title === title) as PlanePanel;
    const labour = waste.lines.filter(({ unit }) => unit !== 'days');
    const delay = waste.lines.filter(({ unit }) => unit === 'days');
    const money = (title: string) => byTitle(title).y.unit === 'money';
    expect(values(byTitle('Wasted labour, by line'))).toEqual([
      labour.map(({ cost, hours }) => (money('Wasted labour, by line') ? cost : hours)),
    ]);
    // What is paused is no part of the delay and has no cost: a note says how much it is.
    expect(values(byTitle('Delay, by line'))).toEqual([
      delay
        .filter(({ line }) => line !== 'paused')
        .map(({ cost, quantity }) => (money('Delay, by line') ? cost : quantity)),
    ]);
    const paused = delay.find(({ line }) => line === 'paused')?.quantity ?? 0;
    expect(chart.notes.filter((note) => note.startsWith('Paused for'))).toEqual(
      paused === 0 ? [] : [expect.stringContaining(`Paused for ${itemDays(paused)}: `)],
    );
    const stages = byTitle('Delay, by stage');
    if (stages !== undefined)
      expect(
        values(stages)
          .flat()
          .reduce<number>((sum, value) => sum + (value ?? 0), 0),
      ).toBeCloseTo(
        waste.byStage.reduce((sum, { blockedDays, waitingDays }) => sum + blockedDays + waitingDays, 0),
        6,
      );
  },
  trend: (chart, { trend }) => {
    const [series] = trend.series;
    if (series === undefined) throw new Error('no series');
    const points = marks(plane(chart), 'line').flatMap((one) => one.points);
    expect(points.map(({ x, y }) => [dateOf(x), y])).toEqual(series.points.map(({ start, value }) => [start, value]));
    const isSignal = (start: string) => series.signals.some(({ from, to }) => from <= start && start <= to);
    expect(points.map(({ marked }) => marked)).toEqual(
      series.points.map(({ start, value }) => value !== null && isSignal(start)),
    );
    const { lower, mean, rangeUpper, upper } = series;
    const limits = rangeUpper === null ? [mean] : [upper, mean, lower];
    expect(lines(plane(chart))).toEqual(limits.filter((one) => one !== null));
    if (rangeUpper === null) {
      expect(chart.panels).toHaveLength(1);
      return;
    }
    const ranges = marks(plane(chart, 1), 'line').flatMap((one) => one.points);
    expect(ranges.map(({ y }) => y)).toEqual(series.points.map(({ range }) => range));
    expect(lines(plane(chart, 1))).toEqual([rangeUpper]);
  },
  forecast: (chart, { forecast, throughput }) => {
    const { burnUp, distribution = [] } = forecast;
    const bars = marks(plane(chart), 'bars').flatMap((one) => one.bars);
    expect(bars.map(({ from, to, value }) => [dateOf(from), endOf(to), value])).toEqual(
      distribution.map(({ from, share, to }) => [from, to, share]),
    );
    const dates = Object.values(forecast.when ?? {}).filter((date) => date !== null);
    expect(lines(plane(chart)).map(endOf)).toEqual(dates);
    const [past, middle] = marks(plane(chart, 1), 'line');
    expect(past?.points.map(({ x, y }) => [endOf(x), y])).toEqual(burnUp?.past.map(({ date, done }) => [date, done]));
    const [wide, narrow] = marks(plane(chart, 1), 'band');
    const fan = (middle?.points ?? []).map(({ x, y }, index) => ({
      date: endOf(x),
      done: {
        5: wide?.edges[index]?.high,
        15: narrow?.edges[index]?.high,
        50: y,
        85: narrow?.edges[index]?.low,
        95: wide?.edges[index]?.low,
      },
    }));
    expect(fan).toEqual(burnUp?.ahead);
    expect(lines(plane(chart, 1))[0]).toBe(burnUp?.total);
    const whole = throughput.periods.filter(
      ({ complete, start }) => complete && start >= (forecast?.history.from ?? ''),
    );
    if (whole.length > 0) expect(values(plane(chart, 2))).toEqual([whole.map(({ finished }) => finished)]);
  },
  risk: (chart, { risk }) => {
    const known = risk.byItem.filter(({ chance }) => chance !== null).slice(0, 30);
    expect(values(plane(chart))).toEqual([known.map(({ chance }) => chance)]);
  },
  handoffs: (chart, { handoffs }) => {
    const [panel] = chart.panels;
    if (panel?.panel !== 'matrix') throw new Error('no matrix');
    const shown = panel.cells.map(({ column, row, value }) => [panel.rows[row], panel.columns[column], value]);
    const pairs = (handoffs.pairs ?? [])
      .filter(({ from, to }) => panel.rows.includes(from) && panel.rows.includes(to))
      .map(({ count, from, to }) => [from, to, count]);
    expect(shown).toEqual(pairs);
  },
};

/** Text of a number may stand anywhere, but no mark may be one that nobody computed. */
function check(data: ChartData): void {
  for (const { name } of CHARTS) {
    const chart = chartOf(data, name, { points: true });
    expect(chart.title).toMatch(/^[^a-z].*\.$/s);
    expect(JSON.stringify(chart)).not.toMatch(/undefined|NaN/);
    if (chart.reason !== null) continue;
    agrees[name]?.(chart, data as AllData);
    for (const panel of chart.panels) if (panel.panel === 'plane') inside(panel);
  }
}

/** Every mark lies between the ends of its axes. */
function inside({ series, x, y }: PlanePanel): void {
  const within = (value: number, { from, to }: { from: number; to: number }) => {
    expect(value).toBeGreaterThanOrEqual(from);
    expect(value).toBeLessThanOrEqual(to);
  };
  for (const one of series) {
    if (one.mark === 'dots')
      for (const dot of one.dots) {
        within(dot.x, x);
        within(dot.y, y);
      }
    if (one.mark === 'line')
      for (const point of one.points) {
        within(point.x, x);
        if (point.y !== null) within(point.y, y);
      }
    if (one.mark === 'band')
      for (const { high, low, x: place } of one.edges) {
        within(place, x);
        within(low, y);
        within(high, y);
      }
    if (one.mark === 'bars') for (const bar of one.bars) within(bar.from, x);
    if (one.mark === 'bars' && !one.stacked) for (const bar of one.bars) within(bar.value ?? 0, y);
  }
}

it('knows what each chart must hold', () => {
  expect(Object.keys(agrees).sort()).toEqual(CHARTS.map(({ name }) => name).sort());
});

describe('the figures of charts', () => {
  it('are those of the contract, for the example', async () => {
    const data = await allAnswers(await example());
    check(data);
    const drawn = CHARTS.filter(({ name }) => chartOf(data, name).reason === null);
    expect(drawn).toHaveLength(CHARTS.length);
  });

  it('are those of the contract, for each group and basis of the example', async () => {
    check(await allAnswers(await example({ basis: 'working', last: '12w' })));
    check(await allAnswers(await example({ basis: 'inclusive', timeZone: 'Pacific/Auckland' })));
    const data = await allAnswers(await example({ by: 'type' }));
    const chart = chartOf(data, 'cycle-time');
    const groups = marks(plane(chart), 'dots').map((one) => [one.label, one.dots.map(({ y }) => y)]);
    expect(groups).toEqual(
      data.groups
        ?.filter(({ cycleTime }) => (cycleTime?.count ?? 0) > 0)
        .map(({ cycleTime, value }) => [value, cycleTime?.byItem?.map(({ cycleTimeDays }) => cycleTimeDays)]),
    );
  });

  it.each(FIXTURE_FILES.map((file) => [file.slice(file.indexOf('fixtures/')), file]))('%s', async (_, file) => {
    const analysis = await open(file).catch(() => null);
    if (analysis !== null) check(await allAnswers(analysis));
  });
});
