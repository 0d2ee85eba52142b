import { describe, expect, it } from 'vitest';
import type { Opportunities } from '../../../src/contract/opportunities-schema.ts';
import { type AnalyzeOptions, open } from '../../../src/index.ts';
import {
  opportunitiesView,
  opportunityNotes,
} from '../../../src/metrics/measures/loss/opportunities/opportunities-view.ts';
import { note } from '../../../src/model/document/document-parts.ts';
import { type Move, movesOf, openMoves, workflow } from '../waste-log.ts';

// The window is 56 days, from Monday 2026-03-02 to Monday 2026-04-27: its figures × 365.25 ÷ 56 are a year's.
const window = { from: '2026-03-02', to: '2026-04-27', asOf: '2026-05-01' };
const years = 56 / 365.25;

async function found(moves: readonly Move[], cost?: object, options: AnalyzeOptions = {}): Promise<Opportunities> {
  return (await openMoves(moves, cost, { ...window, ...options })).metric('opportunities')
    .opportunities as Opportunities;
}

/** The same story for several items, one a day from 2026-03-02 on; `+1` is the day after the item's own. */
function each(count: number, story: (day: (after: number, time: string) => string, id: string) => string): Move[] {
  return Array.from({ length: count }, (_, index) => {
    const day = (after: number, time: string) =>
      `${new Date(Date.UTC(2026, 2, 2 + index + after)).toISOString().slice(0, 10)}T${time}Z`;
    return movesOf(story(day, `T-${index + 1}`));
  }).flat();
}

/** Twelve items that wait two days each. */
const waits = each(12, (day, id) => `${id} ana Queue ${day(0, '00:00')}\n${id} ana Done ${day(2, '00:00')}`);

const texts = (data: Opportunities) =>
  opportunitiesView
    .full(data)
    .flatMap((part) => (part.part === 'note' ? [part.text] : []))
    .join('\n');

describe('a wait', () => {
  it('is worth the days waited in its stage, and half of them a quarter', async () => {
    const { list, rankedBy } = await found(waits, { currency: 'EUR', delayPerDay: 40 });
    expect(rankedBy).toBe('cost');
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      kind: 'wait',
      stage: 'Queue',
      unit: 'days',
      quantity: 24,
      cost: 960,
      quantityPerYear: 24 / years,
      costPerYear: 960 / years,
      rate: 40,
      rateIsOne: true,
      share: 1,
      items: 12,
      evidence: {
        sentence: 'Items waited 24 item-days in Queue: 12 visits of 12 items, median 2.0 d; 960 EUR of delay.',
        visits: 12,
        medianDays: 2,
      },
      // 24 ÷ 56 × 365.25 ÷ 4 ÷ 2 = 19.57, at 40.
      change: {
        sentence: 'Halving the wait in Queue saves 19.6 item-days a quarter: 783 EUR of delay, at 40 EUR a day.',
        share: 0.5,
        quantityPerQuarter: 24 / years / 8,
        costPerQuarter: 960 / years / 8,
      },
    });
    expect(list[0]?.byItem).toHaveLength(12);
    expect(list[0]?.byItem[0]).toEqual({ id: 'T-1', quantity: 2, cost: 80 });
  });

  it('has a mean rate where types have their own, and no money where one has none', async () => {
    const typed = waits.map((move, index) => ({ ...move, type: index < 8 ? 'Campaign' : 'Post' }));
    const mean = await found(typed, { currency: 'EUR', delayPerDay: { default: 40, byType: { Campaign: 250 } } });
    // Four campaigns (two rows each), eight posts: (4 × 250 + 8 × 40) ÷ 12.
    expect(mean.list[0]).toMatchObject({ rate: 110, rateIsOne: false });
    expect(mean.list[0]?.change.sentence).toMatch(/at 110 EUR a day on average\.$/);
    const partly = await found(typed, { delayPerDay: { byType: { Campaign: 250 } } });
    expect(partly).toMatchObject({
      rankedBy: 'days',
      list: [{ cost: null, rate: null, change: { costPerQuarter: null } }],
    });
    expect(partly.list[0]?.change.sentence).toBe('Halving the wait in Queue saves 19.6 item-days a quarter.');
  });
});

describe('work that is sent back', () => {
  const sentBack = each(
    14,
    (day, id) => `${id} ana Writing ${day(0, '09:00')}
      ${id} bo Review ${day(0, '11:00')}
      ${id} ana Writing ${day(0, '12:00')}
      ${id} bo Review ${day(0, '14:00')}
      ${id} bo Done ${day(0, '15:00')}`,
  );

  it('is put to the stage that sent it back, the second check too', async () => {
    const { list } = await found(sentBack, { hourlyRate: 50, currency: 'EUR' });
    const [rework] = list;
    // Of the 14 days ten are worked: two hours of writing and one of review again on each.
    expect(rework).toMatchObject({ kind: 'rework', stage: 'Review', quantity: 30, cost: 1500, items: 10 });
    expect(rework?.evidence.sentence).toBe(
      'Review sent work back 14 times: 30.0 h of work done again on 10 items; 1500 EUR of labour.',
    );
  });
});

describe('what is not named', () => {
  it('rests on fewer than ten items', async () => {
    const { list, rankedBy, tooFewItems } = await found(waits.filter(({ id }) => !/T-1[0-2]/.test(id)));
    expect({ list, rankedBy, tooFewItems }).toEqual({ list: [], rankedBy: null, tooFewItems: 1 });
    const alone = await found(waits.filter(({ id }) => !/T-1[0-2]/.test(id)));
    expect(opportunityNotes(alone)).toEqual([
      note('Nothing was found that rests on 10 items or more. 1 touches fewer than 10 items.'),
    ]);
    // The screen of the metric says the first half in its first line.
    expect(opportunitiesView.full(alone)).toEqual([note('Of what was found, 1 touches fewer than 10 items.')]);
    const nothing = note('Nothing was found that rests on fewer, either.');
    expect(opportunitiesView.full({ ...alone, tooFewItems: 0 })).toEqual([nothing]);
    const longer = note('A longer export, or a longer window (--from), says more.');
    expect(opportunitiesView.full({ ...alone, windowDays: 5 })).toEqual([longer]);
    expect(await found(waits.filter(({ id }) => !/T-1[12]/.test(id)))).toMatchObject({
      tooFewItems: 0,
      list: [{ items: 10 }],
    });
  });

  it('lies in a window of under 28 days', async () => {
    const short = await found(waits, {}, { to: '2026-03-29' });
    expect(short).toMatchObject({ rankedBy: null, windowDays: 27, list: [] });
    expect(opportunityNotes(short)[0]?.text).toContain('the window has 27 days');
    expect((await found(waits, {}, { to: '2026-03-30' })).list).toHaveLength(1);
  });

  it('is smaller than five others', async () => {
    const stages = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const moves = stages.flatMap((stage, index) =>
      each(
        10,
        (day, id) =>
          `${stage}-${id} ana ${stage} ${day(0, '00:00')}\n${stage}-${id} ana Done ${day(index + 1, '00:00')}`,
      ),
    );
    const configuration = {
      workflow: [
        ...stages.map((stage) => ({ stage, kind: 'waiting' })),
        ...workflow.filter(({ kind }) => kind === 'done'),
      ],
    };
    const { list, notNamed } = await found(moves, undefined, { configuration });
    expect(list.map(({ stage, quantity }) => [stage, quantity])).toEqual([
      ['Six', 60],
      ['Five', 50],
      ['Four', 40],
      ['Three', 30],
      ['Two', 20],
    ]);
    expect(notNamed).toBe(1);
  });
});

describe('a check', () => {
  /** Reviewed for an hour each, on 30 days of which 22 are worked; some sent back. */
  const reviewed = (back: number) =>
    each(30, (day, id) => {
      const again =
        Number(id.slice(2)) <= back ? `${id} ana Writing ${day(0, '11:30')}\n${id} bo Review ${day(0, '11:45')}` : '';
      return `${id} ana Writing ${day(0, '09:00')}\n${id} bo Review ${day(0, '11:00')}\n${again}\n${id} bo Done ${day(0, '12:00')}`
        .split('\n')
        .filter((line) => line !== '')
        .join('\n');
    });
  const kinds = async (moves: Move[]) => (await found(moves)).list.map(({ kind }) => kind);

  it('that lets 95 % pass is asked about; one that finds more is not', async () => {
    expect(await kinds(reviewed(0))).toEqual(['review']);
    expect((await found(reviewed(1))).list[0]).toMatchObject({
      kind: 'review',
      stage: 'Review',
      evidence: { visits: 31, sentBack: 1, passRate: 30 / 31 },
    });
    expect(await kinds(reviewed(3))).toEqual([]);
  });

  it('is known by its name: work that seldom comes back is none', async () => {
    const { list } = await found(
      each(30, (day, id) => `${id} ana Writing ${day(0, '09:00')}\n${id} ana Done ${day(0, '12:00')}`),
    );
    expect(list).toEqual([]);
  });
});

describe('the ranking', () => {
  const dropped = each(
    14,
    (day, id) => `D-${id} ana Writing ${day(0, '09:00')}\nD-${id} ana Cancelled ${day(0, '17:00')}`,
  );

  it('is by cost where all have one, else by days, hours as working days', async () => {
    // 24 item-days of waiting against 10 working days of 8 hours: 80 hours.
    const order = async (cost: object) => {
      const { list, rankedBy } = await found([...waits, ...dropped], cost);
      return [rankedBy, ...list.map(({ kind }) => kind)];
    };
    expect(await order({})).toEqual(['days', 'wait', 'abandoned']);
    expect(await order({ hourlyRate: 500 })).toEqual(['days', 'wait', 'abandoned']);
    expect(await order({ hourlyRate: 500, delayPerDay: 40 })).toEqual(['cost', 'abandoned', 'wait']);
    expect(await order({ hourlyRate: 5, delayPerDay: 40 })).toEqual(['cost', 'wait', 'abandoned']);
  });

  it('says how it was made, and that none is in two', async () => {
    expect(texts(await found([...waits, ...dropped]))).toContain('Most days a year first');
    const priced = texts(await found([...waits, ...dropped], { hourlyRate: 5, delayPerDay: 40 }));
    expect(priced).toContain('Most cost a year first');
    expect(priced).toContain('No hour and no day is in two of them');
  });
});

describe('an order that was inferred', () => {
  it('is doubted where a stage sends back more than it lets pass', async () => {
    // Assembling comes after Building by first use, and always goes "back" to it.
    const rows = each(
      20,
      (day, id) => `${id} ana Building ${day(0, '09:00')}
        ${id} bo Assembling ${day(0, '10:00')}
        ${id} ana Building ${day(0, '11:00')}
        ${id} bo Assembling ${day(0, '12:00')}
        ${id} ana Building ${day(0, '13:00')}
        ${id} ana Done ${day(0, '15:00')}`,
    );
    const csv = ['id,assignee,to,at', ...rows.map(({ at, id, to, who }) => [id, who, to, at].join(','))].join('\n');
    const analyse = async (configuration: object) =>
      (await open({ name: 'log.csv', data: csv }, { ...window, configuration })).report().opportunities;
    const inferred = await analyse({});
    expect(inferred).toMatchObject({ orderInferred: true, doubtful: 1 });
    expect(inferred.list.filter(({ kind }) => kind === 'rework')).toEqual([]);
    const named = ['Building', 'Assembling'].map((stage) => ({ stage, kind: 'active' }));
    const configured = await analyse({ workflow: [...named, { stage: 'Done', kind: 'done' }] });
    expect(configured).toMatchObject({
      orderInferred: false,
      doubtful: 0,
      list: [{ kind: 'rework', stage: 'Assembling' }],
    });
  });
});
