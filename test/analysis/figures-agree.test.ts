import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../src/model/time/zone.ts';
import { cellsOf, csvText } from './csv-cells.ts';
import { randomCase } from './random-analysis.ts';

const SEEDS = Array.from({ length: 15 }, (_, index) => index + 1);
const days = (...values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const DAY = 86_400_000;

describe('on random logs', () => {
  it('an item’s parts add up to its time, whatever the rules', async () => {
    let checked = 0;
    for (const seed of SEEDS) {
      const one = await randomCase(seed);
      const { excludePaused } = one.log.settings;
      for (const basis of ['elapsed', 'working'] as const) {
        const { itemList } = (await one.open(undefined, { basis })).items();
        for (const { activeDays, waitingDays, blockedDays, pausedDays, cycleTimeDays, ageDays } of itemList) {
          const time = cycleTimeDays ?? ageDays;
          if (time === null) continue;
          checked++;
          expect(days(activeDays, waitingDays, blockedDays, excludePaused ? 0 : pausedDays)).toBeCloseTo(time, 8);
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('visits follow one another without a gap, and count up to the parts', async () => {
    for (const seed of SEEDS.slice(0, 15)) {
      const analysis = await (await randomCase(seed)).open();
      for (const { id } of analysis.items().itemList) {
        const { item, visits } = analysis.item(id);
        expect(visits.slice(1).map(({ start }) => start)).toEqual(visits.slice(0, -1).map(({ end }) => end));
        expect(visits.at(-1)?.end).toBeNull();
        const counted = (as: string) =>
          days(...visits.filter(({ countsAs }) => countsAs === as).map(({ countedDays }) => countedDays));
        expect(counted('active')).toBeCloseTo(item.activeDays ?? 0, 8);
        expect(counted('waiting')).toBeCloseTo(item.waitingDays ?? 0, 8);
        expect(counted('paused')).toBeCloseTo(item.pausedDays ?? 0, 8);
      }
    }
  });

  it('items add up', async () => {
    for (const seed of SEEDS) {
      const { items, wip } = (await (await randomCase(seed)).open()).report();
      expect(items.notStarted + items.inProgress + items.finished + items.dropped).toBe(items.total);
      expect(days(...wip.byStage.map(({ current }) => current))).toBe(wip.current);
      expect(days(...wip.byStage.map(({ average }) => average))).toBeCloseTo(wip.average ?? 0, 8);
    }
  });

  it('WIP of each day is a direct count of the items in progress', async () => {
    for (const seed of SEEDS) {
      const analysis = await (await randomCase(seed)).open();
      const { wip, window, timeZone } = analysis.metric('wip');
      const { itemList } = analysis.items();
      const zone = zoneOf(timeZone);
      const to = Date.parse(window.to as string);
      for (const { date, count } of wip?.daily ?? []) {
        const moment = Math.min(to, zone.startOfDay(Date.parse(date) / DAY + 1));
        const direct = itemList.filter(({ started, finished, dropped }) => {
          const end = finished ?? dropped;
          return started !== null && Date.parse(started) < moment && (end === null || Date.parse(end) >= moment);
        });
        expect([seed, date, count]).toEqual([seed, date, direct.length]);
      }
    }
  });

  it('throughput’s periods sum up to what the window holds, and follow one another', async () => {
    for (const seed of SEEDS) {
      const one = await randomCase(seed);
      for (const unit of ['day', 'week', 'month'] as const) {
        const { throughput, items, window } = (await one.open(undefined, { unit })).report();
        const { periods } = throughput;
        expect(days(...periods.map(({ finished }) => finished))).toBe(items.inWindow.finished);
        expect(days(...periods.map(({ dropped }) => dropped))).toBe(items.inWindow.dropped);
        expect(periods.slice(1).map(({ start }) => start)).toEqual(periods.slice(0, -1).map(({ end }) => end));
        if (window.from === window.to) continue;
        const zone = zoneOf(one.log.settings.timeZone);
        const first = zone.dayOf(Date.parse(window.from as string));
        const last = zone.dayOf(Date.parse(window.to as string) - 1);
        expect(Date.parse(periods[0]?.start as string) / DAY).toBeLessThanOrEqual(first);
        expect(Date.parse(periods[0]?.end as string) / DAY).toBeGreaterThan(first);
        expect(Date.parse(periods.at(-1)?.start as string) / DAY).toBeLessThanOrEqual(last);
        expect(Date.parse(periods.at(-1)?.end as string) / DAY).toBeGreaterThan(last);
      }
    }
  });

  it('cumulative flow’s stages hold all items created so far, and its counts never fall', async () => {
    for (const seed of SEEDS) {
      const analysis = await (await randomCase(seed)).open();
      let before: Record<'created' | 'started' | 'finished' | 'dropped', number | null> = {
        created: 0,
        started: 0,
        finished: 0,
        dropped: 0,
      };
      for (const { stages, ...day } of analysis.metric('cumulativeFlow').cumulativeFlow?.days ?? []) {
        expect([seed, day.date, days(...Object.values(stages))]).toEqual([seed, day.date, day.created]);
        for (const key of ['created', 'started', 'finished', 'dropped'] as const) {
          expect(day[key]).toBeGreaterThanOrEqual(before[key] as number);
        }
        before = day;
      }
    }
  });

  it('an untouched idea changes no figure of cycle time, WIP or rework', async () => {
    for (const seed of SEEDS) {
      const one = await randomCase(seed);
      const [header = [], ...rows] = cellsOf(one.log.csv);
      const todo = one.log.settings.workflow.find(({ kind }) => kind === 'todo')?.stage;
      if (todo === undefined) continue;
      const at = new Date(Math.min(...one.log.rows.map((row) => row.at))).toISOString();
      const idea: Record<string, string> = { item_id: 'IDEA', to_status: todo, timestamp: at };
      const more = csvText([header, header.map((column) => idea[column] ?? ''), ...rows]);
      const [before, after] = [(await one.open()).report(), (await one.open(more)).report()];
      // Where nothing ever started or ended, the window begins with the earliest creation.
      if (before.window.from !== after.window.from) continue;
      for (const key of [
        'cycleTime',
        'leadTime',
        'age',
        'flowEfficiency',
        'wip',
        'littlesLaw',
        'rework',
        'handoffs',
      ] as const) {
        expect([seed, key, after[key]]).toEqual([seed, key, before[key]]);
      }
      expect(after.items.total).toBe(before.items.total + 1);
    }
  });

  it('two windows side by side count what the one over both counts', async () => {
    for (const seed of SEEDS) {
      const one = await randomCase(seed);
      const instants = one.log.rows.map(({ at }) => at);
      const [from, middle, to] = [0, 0.5, 1]
        .map((share) => Math.min(...instants) + share * (Math.max(...instants) - Math.min(...instants)))
        .map((at) => new Date(Math.floor(at)).toISOString()) as [string, string, string];
      if (from === middle || middle === to) continue;
      const options = (start: string, end: string) => ({ asOf: to, from: start, to: end });
      const inWindow = async (start: string, end: string) =>
        (await one.open(undefined, options(start, end))).report().items.inWindow;
      const [first, second, both] = [
        await inWindow(from, middle),
        await inWindow(middle, to),
        await inWindow(from, to),
      ];
      expect(first.finished + second.finished).toBe(both.finished);
      expect(first.finishedUnstarted + second.finishedUnstarted).toBe(both.finishedUnstarted);
      expect(first.dropped + second.dropped).toBe(both.dropped);
    }
  });
});
