import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wasteSchema } from '../../../src/contract/result.ts';
import { open } from '../../../src/index.ts';
import { itemOf, lineOf, movesOf, openMoves, wasteOf, workflow } from '../waste-log.ts';

// Of a window too short for a yearly figure.
const noYear = { quantityPerYear: null, hoursPerYear: null, costPerYear: null };

// Worked by hand: Monday to Friday, 09:00 to 17:00, UTC; 2026-03-02 is a Monday.

describe('two people with items at once', () => {
  const moves = movesOf(`
    A ana Writing 2026-03-02T09:00Z
    C bo  Writing 2026-03-02T09:00Z
    C bo  Done    2026-03-02T11:00Z
    B ana Writing 2026-03-02T13:00Z
    A ana Done    2026-03-02T17:00Z
    B ana Done    2026-03-03T11:00Z`);
  const cost = { currency: 'EUR', hourlyRate: 50, rates: { assignee: { ana: 80 } } };

  it('shares a person’s hours among the items of that person', async () => {
    const waste = await wasteOf(moves, cost);
    // ana: 09 to 13 A alone, 13 to 17 A and B, two hours of the next day B alone. bo: two hours.
    expect(waste.byItem?.map(({ id, chargedHours, labourCost }) => [id, chargedHours, labourCost])).toEqual([
      ['A', 6, 480],
      ['C', 2, 100],
      ['B', 4, 320],
    ]);
    expect(waste).toMatchObject({
      effort: 'shared',
      currency: 'EUR',
      labour: { hours: 12, unassignedHours: 0, cost: 900, wastedHours: 0, wastedCost: 0, wastedShare: 0 },
      delay: { days: 0, cost: 0 },
      perYear: null,
      leftOut: [],
    });
  });

  it('or charges each item in full', async () => {
    const waste = await wasteOf(moves, { ...cost, effort: 'full' });
    expect(waste.byItem?.map(({ id, chargedHours }) => [id, chargedHours])).toEqual([
      ['A', 8],
      ['C', 2],
      ['B', 6],
    ]);
    expect(waste.labour).toMatchObject({ hours: 16, cost: 14 * 80 + 2 * 50 });
  });

  it('charges each of several assignees', async () => {
    const both = movesOf(`
      A ana;bo Writing 2026-03-02T09:00Z
      A ana;bo Done    2026-03-02T13:00Z`);
    expect((await wasteOf(both, cost)).labour).toMatchObject({ hours: 8, cost: 4 * 80 + 4 * 50 });
  });

  it('divides before items are selected', async () => {
    const typed = moves.map((move) => ({ ...move, type: move.id === 'B' ? 'Bug' : 'Story' }));
    const bugs = await wasteOf(typed, cost, { where: ['type=Bug'] });
    expect(bugs.labour).toMatchObject({ hours: 4, cost: 320 });
    const { groups, waste } = (await openMoves(typed, cost, { by: 'type' })).metric('waste');
    expect(waste?.labour.hours).toBe(12);
    expect(groups?.map((group) => [group.value, group.waste?.labour.hours])).toEqual([
      ['Story', 8],
      ['Bug', 4],
    ]);
    expect(waste?.byType.map(({ type, hours, cost: money }) => [type, hours, money])).toEqual([
      ['Story', 8, 580],
      ['Bug', 4, 320],
    ]);
  });

  it('has one nameless person a stage for what nobody is assigned to', async () => {
    const unassigned = movesOf(`
      A - Writing 2026-03-02T09:00Z
      B - Writing 2026-03-02T09:00Z
      C - Review  2026-03-02T09:00Z
      D ana Review  2026-03-02T09:00Z
      A - Done    2026-03-02T17:00Z
      B - Done    2026-03-02T17:00Z
      C - Done    2026-03-02T17:00Z
      D ana Done    2026-03-02T17:00Z`);
    const waste = await wasteOf(unassigned, cost);
    expect(waste.byItem?.map(({ chargedHours }) => chargedHours)).toEqual([4, 4, 8, 8]);
    expect(waste.labour).toMatchObject({ hours: 24, unassignedHours: 16 });
  });
});

describe('an item passed between three people', () => {
  const moves = movesOf(`
    A ana Writing 2026-03-02T09:00Z
    A bo  Writing 2026-03-03T09:00Z
    A cy  Review  2026-03-04T09:00Z
    A cy  Done    2026-03-04T13:00Z`);
  const cost = { hourlyRate: 50, rates: { assignee: { bo: 60 }, stage: { review: 100 } }, handoffMinutes: 30 };

  it('costs two hand-offs at the receivers’ rates, in the stages after them', async () => {
    const waste = await wasteOf(moves, cost);
    const handoffs = { quantity: 2, unit: 'handoffs', hours: 1, cost: 0.5 * 60 + 0.5 * 100, share: 1 / 21, ...noYear };
    expect(lineOf(waste, 'handoffs')).toEqual({ line: 'handoffs', ...handoffs });
    expect(waste.labour).toMatchObject({ hours: 21, wastedHours: 1, cost: 8 * 50 + 8 * 60 + 4 * 100 + 80 });
    expect(waste.byStage.map(({ stage, hours, cost: money }) => [stage, hours, money]).slice(0, 4)).toEqual([
      ['Ideas', 0, 0],
      ['Writing', 16.5, 880 + 30],
      ['Queue', 0, 0],
      ['Review', 4.5, 400 + 50],
    ]);
    expect(itemOf(waste, 'A')).toMatchObject({ chargedHours: 20, wastedHours: 1, labourCost: 1360 });
  });

  it('prices a hand-off to several at the highest of their rates', async () => {
    const team = moves.map((move) => (move.who === 'cy' ? { ...move, who: 'cy;dee' } : move));
    const priceOf = async (assignee: object, hourlyRate?: number) =>
      lineOf(await wasteOf(team, { handoffMinutes: 30, hourlyRate, rates: { assignee } }), 'handoffs').cost;
    expect(await priceOf({ cy: 10, dee: 200 }, 50)).toBe(0.5 * 50 + 0.5 * 200);
    expect(await priceOf({ cy: 200, dee: 10 }, 50)).toBe(0.5 * 50 + 0.5 * 200);
    expect(await priceOf({ bo: 50, cy: 200 })).toBeNull();
  });

  it('counts hand-offs of unknown length and leaves them out of the totals', async () => {
    const waste = await wasteOf(moves, { hourlyRate: 50 });
    expect(lineOf(waste, 'handoffs')).toMatchObject({ quantity: 2, hours: null, cost: null, share: null });
    expect(waste.labour).toMatchObject({ hours: 20, cost: 1000, wastedHours: 0, wastedCost: 0 });
  });
});

describe('a dropped item', () => {
  it('is abandoned whole, rework and all, and delays nothing', async () => {
    const waste = await wasteOf(
      movesOf(`
        A ana Writing   2026-03-02T09:00Z
        A ana Queue     2026-03-02T17:00Z
        A ana Review    2026-03-04T09:00Z
        A ana Writing   2026-03-04T11:00Z
        A ana Cancelled 2026-03-04T12:00Z`),
      { hourlyRate: 50, delayPerDay: 40 },
    );
    expect(lineOf(waste, 'abandoned')).toMatchObject({ quantity: 11, hours: 11, cost: 550, share: 1 });
    expect(lineOf(waste, 'rework')).toMatchObject({ hours: 0, cost: 0 });
    expect(waste.delay).toEqual({ days: 0, cost: 0 });
    expect(itemOf(waste, 'A')).toMatchObject({ outcome: 'dropped', wastedHours: 11, waitingDays: 0, delayCost: 0 });
  });

  it('was not abandoned yet when seen from before', async () => {
    const moves = movesOf(`
      A ana Writing   2026-03-02T09:00Z
      A ana Cancelled 2026-03-03T09:00Z`);
    const earlier = await wasteOf(moves, {}, { asOf: '2026-03-02T13:00Z' });
    expect(lineOf(earlier, 'abandoned').hours).toBe(0);
    expect(earlier.labour.hours).toBe(4);
  });
});

describe('a reopened item', () => {
  it('is reworked after its finish, and paused meanwhile', async () => {
    const waste = await wasteOf(
      movesOf(`
        A ana Writing 2026-03-02T09:00Z
        A ana Done    2026-03-02T13:00Z
        A ana Writing 2026-03-03T09:00Z
        A ana Done    2026-03-03T12:00Z`),
      { hourlyRate: 50 },
    );
    expect(lineOf(waste, 'rework')).toMatchObject({ hours: 3, cost: 150, share: 3 / 7 });
    expect(lineOf(waste, 'paused')).toEqual({
      ...noYear,
      line: 'paused',
      quantity: 20 / 24,
      unit: 'days',
      hours: null,
      cost: null,
      share: null,
    });
  });
});

describe('a flag over a weekend', () => {
  const moves = movesOf(`
    A ana Writing 2026-03-05T09:00Z
    A ana Writing 2026-03-06T13:00Z blocked
    A ana Writing 2026-03-09T11:00Z
    A ana Queue   2026-03-09T17:00Z
    A ana Done    2026-03-10T05:00Z`);

  it('takes hours from the charge and is delay by the elapsed day', async () => {
    const waste = await wasteOf(moves, { delayPerDay: 40 });
    expect(waste.labour).toMatchObject({ hours: 8 + 4 + 6, cost: null });
    expect(lineOf(waste, 'blocked')).toMatchObject({ quantity: 70 / 24, cost: (70 / 24) * 40 });
    expect(lineOf(waste, 'waiting')).toMatchObject({ quantity: 0.5, cost: 20 });
    expect(waste.delay.days).toBeCloseTo(70 / 24 + 0.5, 12);
    expect(waste.byStage[1]).toMatchObject({ stage: 'Writing', blockedDays: 70 / 24, waitingDays: 0, cost: null });
  });

  it('or by the working day', async () => {
    const waste = await wasteOf(moves, { delayPerDay: 40, delayBasis: 'working' });
    expect(lineOf(waste, 'blocked')).toMatchObject({ quantity: 6 / 8, cost: 30 });
    expect(lineOf(waste, 'waiting')).toMatchObject({ quantity: 0, cost: 0 });
  });

  it('costs what a day of its type costs', async () => {
    const campaign = moves.map((move) => ({ ...move, type: 'Campaign' }));
    const delayPerDay = { default: 40, byType: { Campaign: 250 } };
    expect(lineOf(await wasteOf(campaign, { delayPerDay }), 'waiting').cost).toBe(125);
    expect(lineOf(await wasteOf(moves, { delayPerDay }), 'waiting').cost).toBe(20);
    expect(lineOf(await wasteOf(moves, { delayPerDay: { byType: { Campaign: 250 } } }), 'waiting').cost).toBeNull();
  });
});

describe('what is charged', () => {
  const moves = movesOf(`
    A ana Writing 2026-03-02T09:00Z
    A ana Done    2026-04-14T17:00Z`);

  it('ends so many elapsed days after the entry, where a visit goes stale', async () => {
    expect((await wasteOf(moves, { staleAfterDays: 1.5 })).labour.hours).toBe(16);
    expect((await wasteOf(moves, { staleAfterDays: 0 })).labour.hours).toBe(0);
  });

  it('leaves its person to others once it is stale', async () => {
    const two = [...moves, ...movesOf('B ana Writing 2026-03-03T09:00Z\nB ana Done 2026-03-03T17:00Z')];
    expect(itemOf(await wasteOf(two, {}), 'B').chargedHours).toBe(4);
    expect(itemOf(await wasteOf(two, { staleAfterDays: 1 }), 'B').chargedHours).toBe(8);
  });

  it('is told to sit in long visits where it does, once, unless they go stale', async () => {
    const findings = async (cost: object) => {
      const analysis = await openMoves(moves, cost);
      analysis.metric('waste');
      return analysis.report().findings.filter(({ code }) => code === 'long-visits');
    };
    const [finding, ...others] = await findings({});
    expect(finding).toMatchObject({ weight: 'warning', count: 1 });
    expect(finding?.message).toContain('100 % of the charged hours sit in active visits of more than 30 days');
    expect(others).toEqual([]);
    expect(await findings({ staleAfterDays: 90 })).toEqual([]);
    expect((await openMoves(moves)).items().findings).toEqual([]);
  });

  it('sits in long visits by its hours, a visit counted once: of 30 days to the millisecond it is not long', async () => {
    const long = async (text: string) => {
      const analysis = await openMoves(movesOf(text), {});
      analysis.metric('waste');
      return analysis.report().findings.find(({ code }) => code === 'long-visits');
    };
    // A is in Writing for 30 days, and for a millisecond more.
    expect(await long('A ana Writing 2026-03-02T09:00Z\nA ana Done 2026-04-01T09:00Z')).toBeUndefined();
    const longer = await long('A ana Writing 2026-03-02T09:00Z\nA ana Done 2026-04-01T09:00:00.001Z');
    expect(longer).toMatchObject({ count: 1 });
    // 8 hours of bo, in one visit of a day; ana's 30 working days from 2 March to 10 April, of 8 hours: 240. 240 ÷ 248.
    // ana hands the card to cy within the visit: two charges, one visit.
    const mixed = await long(`
      A ana Writing 2026-03-02T09:00Z
      A cy  Writing 2026-03-09T09:00Z
      A cy  Done    2026-04-10T17:00Z
      B bo  Writing 2026-03-03T09:00Z
      B bo  Done    2026-03-03T17:00Z`);
    expect(mixed).toMatchObject({ count: 1 });
    expect(mixed?.message).toMatch(/^97 % of the charged hours/);
  });

  it('is a warning where more than half of the hours sit in long visits, else a mere word', async () => {
    // A: 30 working days of 8 hours, 240. Of the others p has 20 days, 160, and q 10 days, 80, or an hour less.
    const weight = async (last: string) => {
      const analysis = await openMoves(
        movesOf(`
          A ana Writing 2026-03-02T09:00Z
          A ana Done    2026-04-10T17:00Z
          B p   Writing 2026-03-02T09:00Z
          B p   Done    2026-03-27T17:00Z
          C q   Writing 2026-03-02T09:00Z
          C q   Done    ${last}`),
        {},
      );
      analysis.metric('waste');
      return analysis.report().findings.find(({ code }) => code === 'long-visits')?.weight;
    };
    expect(await weight('2026-03-13T17:00Z')).toBe('info');
    expect(await weight('2026-03-13T16:00Z')).toBe('warning');
  });

  it('is scaled to a year from 28 days on', async () => {
    const { labour, perYear } = await wasteOf(moves, { hourlyRate: 10 }, { from: '2026-03-16', to: '2026-04-13' });
    expect(labour).toMatchObject({ hours: 160, cost: 1600 });
    const year = { labourHours: (160 * 365.25) / 28, wastedHours: 0, wastedCost: 0, delayDays: 0, delayCost: 0 };
    expect(perYear).toEqual({ ...year, labourCost: expect.closeTo((1600 * 365.25) / 28, 9) });
    expect((await wasteOf(moves, {}, { from: '2026-03-16', to: '2026-04-12' })).perYear).toBeNull();
  });

  it('starts at the creation, whatever starts the clock', async () => {
    const early = await wasteOf(
      movesOf(`
        A ana Writing 2026-03-02T09:00Z
        A ana Ideas   2026-03-02T11:00Z
        A ana Writing 2026-03-03T09:00Z
        A ana Review  2026-03-03T10:00Z
        A ana Done    2026-03-03T13:00Z`),
      { handoffMinutes: 20 },
      { from: '2026-03-02', configuration: { startPolicy: 'last', commitAt: 'Review' } },
    );
    expect(early.labour.hours).toBe(6);
    expect(lineOf(early, 'paused').quantity).toBe(0);
  });
});

describe('what cannot be told', () => {
  it('has hours and no money without rates', async () => {
    const waste = await wasteOf(
      movesOf('A ana Writing 2026-03-02T09:00Z\nA ana Queue 2026-03-02T17:00Z\nA ana Done 2026-03-03T17:00Z'),
    );
    expect(waste).toMatchObject({ currency: null, labour: { hours: 8, cost: null }, delay: { days: 1, cost: null } });
    // Nothing costs nothing, whatever the rate.
    expect(waste.labour).toMatchObject({ wastedHours: 0, wastedCost: 0 });
    expect(wasteSchema.parse(waste)).toEqual(waste);
  });

  it('leaves out items of which only dates are known, and says how many', async () => {
    const data =
      'id,created,started,finished\nA,2026-03-02,2026-03-03,2026-03-05\nB,2026-03-02,2026-03-04,\nC,2026-03-02,,';
    const waste = (await open({ name: 'dates.csv', data }, { configuration: { workflow } })).metric('waste').waste;
    expect(waste?.labour.hours).toBe(0);
    expect(waste?.leftOut).toEqual([
      { reason: 'only their dates are known, not what they waited for in between', items: 2 },
    ]);
    expect(waste?.byItem).toEqual([]);
  });

  it('leaves out items whose log is cut short', async () => {
    const file = fileURLToPath(new URL('../../../fixtures/jira-rest/cut-history/search.json', import.meta.url));
    const { waste } = (await open(file, { from: '2026-01-01' })).metric('waste');
    expect(waste?.leftOut).toContainEqual({ reason: 'the first part of their history is missing', items: 1 });
    expect(waste?.byItem?.map(({ id }) => id)).not.toContain('DEMO-1');
  });

  it('has labour of nobody and no number of hand-offs, where no source tells who had the items', async () => {
    const data = 'id,to,at\nA,Writing,2026-03-02T09:00Z\nA,Done,2026-03-02T13:00Z';
    const waste = (await open({ name: 'log.csv', data }, { configuration: { workflow } })).metric('waste').waste;
    expect(waste?.labour).toMatchObject({ hours: 4, unassignedHours: 4 });
    expect(waste && lineOf(waste, 'handoffs')).toMatchObject({ quantity: null, hours: null, cost: null, share: null });
    expect(waste?.leftOut).toEqual([{ reason: expect.stringContaining('who had them'), items: 1 }]);
  });

  it('is nothing at all where there is no item yet', async () => {
    const moves = movesOf('A ana Writing 2026-03-02T09:00Z');
    const waste = await wasteOf(moves, { delayBasis: 'working' }, { asOf: '2026-01-01' });
    expect(waste).toMatchObject({ labour: { hours: 0, cost: 0, wastedShare: null }, perYear: null, byType: [] });
  });
});

describe('months', () => {
  // March ends on a Tuesday. A: Monday 09:00 to Thursday 17:00; B: Tuesday 13:00 to Wednesday 13:00; both ana's.
  const moves = movesOf(`
    A ana Writing 2026-03-30T09:00Z
    B ana Writing 2026-03-31T13:00Z
    B ana Done    2026-04-01T13:00Z
    A bo  Queue   2026-04-02T17:00Z
    A bo  Done    2026-04-03T17:00Z`);
  const cost = { hourlyRate: 50, delayPerDay: 40, handoffMinutes: 30 };

  it('get what a person was charged in each, shared as it was then', async () => {
    const waste = await wasteOf(moves, cost);
    // March: 8 + 4 + 2 for A and 2 for B. April: 2 + 4 + 8 for A and 2 for B, and half an hour of bo's.
    expect(waste.byMonth.map(({ month, complete, hours, cost: money }) => [month, complete, hours, money])).toEqual([
      ['2026-03', false, 16, 800],
      ['2026-04', false, 16.5, 825],
    ]);
    expect(waste.byItem?.map(({ id, chargedHours }) => [id, chargedHours])).toEqual([
      ['A', 28],
      ['B', 4],
    ]);
    const amounts = waste.byMonth.map(({ lines }) =>
      lines.map(({ line, quantity, cost: money }) => [line, quantity, money]),
    );
    expect(amounts[0]).toContainEqual(['handoffs', 0, 0]);
    expect(amounts[1]).toContainEqual(['handoffs', 1, 25]);
    expect(amounts[1]).toContainEqual(['waiting', 1, 40]);
  });

  it('are local ones, cut where the zone’s day begins', async () => {
    const late = movesOf(`
      A ana Queue 2026-03-31T20:00Z
      A ana Done  2026-04-01T04:00Z`);
    const waiting = async (timeZone: string) =>
      (await wasteOf(late, cost, { timeZone })).byMonth.map(({ month, waitingDays }) => [month, waitingDays * 24]);
    expect(await waiting('UTC')).toEqual([
      ['2026-03', 4],
      ['2026-04', 4],
    ]);
    // Summer time: midnight is at 22:00 UTC.
    expect(await waiting('Europe/Madrid')).toEqual([
      ['2026-03', 2],
      ['2026-04', 6],
    ]);
  });

  it('include those in which nothing happened, and say which the window holds whole', async () => {
    const { byMonth } = await wasteOf(moves, cost, { from: '2026-02-15', to: '2026-06-01', asOf: '2026-06-10' });
    expect(byMonth.map(({ month, complete, hours }) => [month, complete, hours])).toEqual([
      ['2026-02', false, 0],
      ['2026-03', true, 16],
      ['2026-04', true, 16.5],
      ['2026-05', true, 0],
    ]);
  });

  it('of full effort are charged in full', async () => {
    const { byMonth } = await wasteOf(moves, { ...cost, effort: 'full' });
    expect(byMonth.map(({ hours }) => hours)).toEqual([16 + 4, 16 + 4 + 0.5]);
  });
});

describe('a year', () => {
  it('scales each line’s quantity, hours and cost', async () => {
    const moves = movesOf(`
      A ana Writing   2026-03-02T09:00Z
      A ana Cancelled 2026-03-03T09:00Z
      B ana Queue     2026-03-02T00:00Z
      B ana Done      2026-03-04T00:00Z`);
    const cost = { hourlyRate: 10, delayPerDay: 40 };
    const waste = await wasteOf(moves, cost, { from: '2026-03-01', to: '2026-03-29', asOf: '2026-04-01' });
    const years = 28 / 365.25;
    expect(lineOf(waste, 'abandoned')).toMatchObject({ hoursPerYear: 8 / years, costPerYear: 80 / years });
    expect(lineOf(waste, 'waiting')).toMatchObject({
      quantityPerYear: 2 / years,
      hoursPerYear: null,
      costPerYear: 80 / years,
    });
    expect(lineOf(waste, 'handoffs')).toMatchObject({ quantityPerYear: 0, hoursPerYear: null, costPerYear: null });
  });
});

describe('the items behind the lines', () => {
  it('add up to them, each with its part of every line', async () => {
    const waste = await wasteOf(
      movesOf(`
        A ana Writing   2026-03-02T09:00Z
        A bo  Review    2026-03-02T17:00Z
        A ana Writing   2026-03-03T13:00Z
        A ana Queue     2026-03-03T17:00Z
        A ana Done      2026-03-04T17:00Z
        B cy  Writing   2026-03-02T09:00Z
        B cy  Cancelled 2026-03-02T12:00Z`),
      { hourlyRate: 50, delayPerDay: 40, handoffMinutes: 30 },
    );
    // A: 8 and 4 hours, 4 again, two hand-offs, a day in the queue. B: 3 hours for nothing.
    expect(itemOf(waste, 'A')).toEqual({
      id: 'A',
      outcome: 'finished',
      chargedHours: 16,
      unassignedHours: 0,
      abandonedHours: 0,
      reworkHours: 4,
      handoffs: 2,
      handoffHours: 1,
      wastedHours: 5,
      waitingDays: 1,
      blockedDays: 0,
      pausedDays: 0,
      abandonedCost: 0,
      reworkCost: 200,
      handoffCost: 50,
      wastedCost: 250,
      labourCost: 850,
      waitingCost: 40,
      blockedCost: 0,
      delayCost: 40,
    });
    expect(itemOf(waste, 'B')).toMatchObject({
      outcome: 'dropped',
      abandonedHours: 3,
      abandonedCost: 150,
      reworkHours: 0,
    });
    expect(lineOf(waste, 'abandoned')).toMatchObject({ hours: 3, cost: 150 });
    expect(lineOf(waste, 'rework')).toMatchObject({ hours: 4, cost: 200 });
  });
});
