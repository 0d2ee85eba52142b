import { describe, expect, it } from 'vitest';
import type { ReviewYield } from '../../../src/contract/review-yield-schema.ts';
import { type AnalyzeOptions, open } from '../../../src/index.ts';
import { randomCase } from '../../analysis/random-analysis.ts';

const WORKFLOW = [
  { stage: 'Ideas', kind: 'todo' },
  { stage: 'Writing', kind: 'active' },
  { stage: 'Queue', kind: 'waiting' },
  { stage: 'Review', kind: 'active' },
  { stage: 'Approval', kind: 'waiting' },
  { stage: 'Publishing', kind: 'active' },
  { stage: 'Done', kind: 'done' },
  { stage: 'Cancelled', kind: 'dropped' },
];

type Options = AnalyzeOptions & { configuration?: Record<string, unknown> };

/** Items by their ways, `Writing > Review > Done`: a stage a day, from 2 March 2026 (a Monday), 09:00, on. */
async function yieldOf(ways: readonly string[], { configuration, ...options }: Options = {}): Promise<ReviewYield> {
  const rows = ways.flatMap((way, id) =>
    way.split(' > ').map((stage, day) => `${id},${stage},${new Date(Date.UTC(2026, 2, 2 + day, 9)).toISOString()}`),
  );
  const data = ['id,to,at', ...rows].join('\n');
  const analysis = await open(
    { name: 'log.csv', data },
    { ...options, configuration: { workflow: WORKFLOW, ...configuration } },
  );
  return analysis.metric('reviewYield').reviewYield as ReviewYield;
}

const stageOf = ({ stages }: ReviewYield, name: string) => stages.find(({ stage }) => stage === name);
const many = (count: number, way: string) => Array.from({ length: count }, () => way);

const PASSED = 'Writing > Queue > Review > Publishing > Done';
const SENT_BACK = 'Writing > Queue > Review > Writing > Queue > Review > Publishing > Done';

describe('review yield', () => {
  it('calls out a check that almost everything passes, from 20 visits on', async () => {
    // 19 of 20 is 95 %.
    const edge = stageOf(await yieldOf([...many(18, PASSED), SENT_BACK]), 'Review');
    expect(edge).toMatchObject({ verdict: 'passes', visits: 20, passed: 19, sentBack: 1, passRate: 0.95 });
    // Each visit: a day in the queue, a day of its own.
    expect(edge).toMatchObject({ because: 'name', queueDays: 20, ownDays: 20, medianDays: 2 });
    const below = stageOf(await yieldOf([...many(17, PASSED), SENT_BACK, SENT_BACK]), 'Review');
    expect(below).toMatchObject({ verdict: 'neither', visits: 21, passed: 19 });
    expect(stageOf(await yieldOf(many(19, PASSED)), 'Review')).toMatchObject({ verdict: 'too few', visits: 19 });
  });

  it('counts the queue that lies before a drop: the stage of direction before the check began it', async () => {
    const ways = {
      // In the queue on the 3rd and the 5th; given up in between, which is no waiting.
      'Writing > Queue > Cancelled > Queue > Review > Done': 2,
      'Writing > Queue > Cancelled > Review > Done': 1,
      'Writing > Cancelled > Queue > Review > Done': 1,
      'Queue > Cancelled > Cancelled > Review > Done': 1,
      'Writing > Cancelled > Review > Done': 0,
      // The first review ends the queue before it; the second, after the drop, had none.
      'Writing > Queue > Review > Cancelled > Review > Done': 1,
    };
    for (const [way, queueDays] of Object.entries(ways)) {
      const review = stageOf(await yieldOf([way], { configuration: { cost: { delayPerDay: 10 } } }), 'Review');
      expect([way, review?.queueDays, review?.delayCost]).toEqual([way, queueDays, 10 * queueDays]);
    }
    const twice = stageOf(await yieldOf(['Writing > Queue > Cancelled > Queue > Review > Done']), 'Review');
    // Two days in the queue, and one of its own.
    expect(twice).toMatchObject({ visits: 1, ownDays: 1, medianDays: 3 });
  });

  it('calls out one that sends much back, with where to and what that takes', async () => {
    // 25 visits, 5 of them sent back: a pass rate of 80 %.
    const data = stageOf(await yieldOf([...many(15, PASSED), ...many(5, SENT_BACK)]), 'Review');
    expect(data).toMatchObject({ verdict: 'sends back', visits: 25, sentBack: 5, passRate: 0.8 });
    // A day of writing and a day in the queue each.
    expect(data?.returns).toMatchObject({ to: [{ to: 'Writing', count: 5 }], over: 5, meanDays: 2, days: 10 });
    const more = stageOf(await yieldOf([...many(16, PASSED), ...many(5, SENT_BACK)]), 'Review');
    expect(more).toMatchObject({ verdict: 'neither', visits: 26 });
  });

  it('charges work and delay apart, and a year from 28 days on', async () => {
    const cost = { currency: 'EUR', hourlyRate: 50, delayPerDay: { default: 10, byType: {} }, effort: 'full' };
    const month = { from: '2026-03-01', to: '2026-03-29' };
    const late = `${'Ideas > '.repeat(27)}Ideas`;
    const data = await yieldOf([PASSED, late], { ...month, configuration: { cost } });
    // Review on Wednesday the 4th: 8 hours to Thursday. A day in the queue before it.
    expect(data.currency).toBe('EUR');
    expect(stageOf(data, 'Review')).toMatchObject({ hours: 8, labourCost: 400, delayCost: 10 });
    const year = 365.25 / ((Date.UTC(2026, 2, 29) - Date.UTC(2026, 2, 1)) / 86_400_000);
    expect(stageOf(data, 'Review')?.perYear).toEqual({
      visits: year,
      sentBack: 0,
      days: 2 * year,
      hours: 8 * year,
      labourCost: 400 * year,
      delayCost: 10 * year,
    });
    const short = await yieldOf([PASSED, late], { from: '2026-03-02', to: '2026-03-29', configuration: { cost } });
    expect(stageOf(short, 'Review')?.perYear).toBeNull();
    const free = await yieldOf([PASSED, late], month);
    expect(stageOf(free, 'Review')).toMatchObject({ hours: 8, labourCost: null, delayCost: null });
  });

  it('prices no delay of what was given up', async () => {
    const cost = { delayPerDay: 10 };
    const data = await yieldOf(['Writing > Queue > Review > Cancelled'], { configuration: { cost } });
    expect(stageOf(data, 'Review')).toMatchObject({ dropped: 1, passRate: null, delayCost: 0, queueDays: 1 });
  });

  it('follows returns within returns until each has its work back', async () => {
    // Publishing sends back to Review on day 3, Review to Writing on day 4; Review has it again on day 6, Publishing on 7.
    const way = 'Writing > Review > Publishing > Review > Writing > Review > Publishing > Done';
    const data = await yieldOf([way], { configuration: { reviews: ['Review', 'Publishing'] } });
    // Days count from 0: left on the 3rd, back on the 6th; left on the 4th, back on the 5th.
    expect(stageOf(data, 'Publishing')?.returns).toMatchObject({ over: 1, days: 3 });
    expect(stageOf(data, 'Review')?.returns).toMatchObject({ over: 1, days: 1 });
  });

  it('ends a return that nothing comes of with its item, or not yet', async () => {
    const given = await yieldOf(['Writing > Review > Writing > Cancelled']);
    expect(stageOf(given, 'Review')?.returns).toMatchObject({ over: 1, days: 1 });
    const open_ = await yieldOf(['Writing > Review > Writing', 'Ideas > Ideas > Ideas > Ideas > Ideas']);
    expect(stageOf(open_, 'Review')).toMatchObject({ sentBack: 1, returns: { over: 0, days: 0, meanDays: null } });
    const around = await yieldOf(['Writing > Review > Writing > Publishing > Done']);
    expect(stageOf(around, 'Review')?.returns).toMatchObject({ over: 1, days: 1 });
  });

  it('takes visits resumed after mere waiting as one', async () => {
    const data = await yieldOf(['Writing > Review > Queue > Review > Publishing > Done']);
    expect(stageOf(data, 'Review')).toMatchObject({ visits: 1, passed: 1, queueDays: 0, ownDays: 3 });
  });
});

describe('a check', () => {
  it('may be an approval in a waiting stage, which then sends back itself', async () => {
    const data = await yieldOf(
      [
        'Writing > Review > Approval > Publishing > Done',
        'Writing > Review > Approval > Writing > Review > Approval > Publishing > Done',
      ],
      { configuration: { cost: { delayPerDay: 10 } } },
    );
    expect(stageOf(data, 'Approval')).toMatchObject({ because: 'name', passed: 2, sentBack: 1, ownDays: 3 });
    // Its own time is waiting: 3 days.
    expect(stageOf(data, 'Approval')).toMatchObject({ queueDays: 0, hours: 0, delayCost: 30 });
    expect(stageOf(data, 'Review')).toMatchObject({ passed: 3, sentBack: 0 });
  });

  it('is no queue before a check, and no stage whose name does not say so', async () => {
    const workflow = WORKFLOW.map((stage) =>
      stage.stage === 'Queue' ? { ...stage, stage: 'Waiting for review' } : stage,
    );
    const data = await yieldOf(['Writing > Waiting for review > Review > Publishing > Done'], {
      configuration: { workflow },
    });
    expect(data.stages.map(({ stage }) => stage)).toEqual(['Review']);
  });

  it('is what reviews names, and nothing else', async () => {
    const data = await yieldOf([PASSED], { configuration: { reviews: ['publishing'] } });
    expect(data.stages.map(({ because, stage }) => [stage, because])).toEqual([['Publishing', 'configured']]);
  });

  it('is any stage that sends much back, in an order that can be trusted', async () => {
    const bounced = 'Writing > Publishing > Writing > Publishing > Done';
    const data = await yieldOf([...many(24, 'Writing > Publishing > Done'), ...many(8, bounced)]);
    expect(stageOf(data, 'Publishing')).toMatchObject({ because: 'sent back', verdict: 'sends back' });
    // Of 40 visits 32 passed, 80 %; then 33 of 41, 80.5 %.
    const fewer = await yieldOf([...many(25, 'Writing > Publishing > Done'), ...many(8, bounced)]);
    expect(stageOf(fewer, 'Publishing')).toBeUndefined();
  });

  it.each([
    ['Code review', true],
    ['QA', true],
    ['Q.C.', true],
    ['Testing', true],
    ['Sign-off', true],
    ['Freigabe', true],
    ['Revisión', true],
    ['Aprovação', true],
    ['Prüfung', true],
    ['Preview', false],
    ['Latest', false],
    ['Squad', false],
    ['Layout', false],
  ])('called %s: %s', async (name, expected) => {
    const workflow = WORKFLOW.map((stage) => (stage.stage === 'Review' ? { ...stage, stage: name } : stage));
    const data = await yieldOf([`Writing > ${name} > Done`], { configuration: { workflow } });
    expect(stageOf(data, name) !== undefined).toBe(expected);
  });

  it('cannot be told where the order is inferred and more goes back than on', async () => {
    // Straight from Doing to Review puts Review second; all the others bounce four times, and end where they began.
    const straight = Array.from({ length: 40 }, (_, id) => ['Doing', 'Review', 'Done'].map((to, day) => [id, to, day]));
    const bounced = Array.from({ length: 20 }, (_, id) =>
      ['Doing', 'Review', 'Doing', 'Review', 'Doing', 'Review', 'Doing', 'Done'].map((to, day) => [100 + id, to, day]),
    );
    const rows = [...straight, ...bounced]
      .flat()
      .map(([id, to, day]) => `${id},${to},2026-03-0${Number(day) + 1}T09:00Z`);
    const input = { name: 'log.csv', data: ['id,to,at', ...rows].join('\n') };
    const guessed = (await open(input)).metric('reviewYield');
    expect(guessed.workflow.stages.map(({ name }) => name)).toEqual(['Doing', 'Review', 'Done']);
    expect(guessed.reviewYield?.stages).toMatchObject([{ passed: 40, sentBack: 60, verdict: 'order in doubt' }]);
    const workflow = guessed.workflow.stages.map(({ kind, name }) => ({ stage: name, kind }));
    const given = (await open(input, { configuration: { workflow } })).metric('reviewYield');
    expect(given.reviewYield?.stages).toMatchObject([{ passed: 40, sentBack: 60, verdict: 'sends back' }]);
  });
});

it('on random logs what is selected is charged what it was in the whole', async () => {
  let charged = 0;
  for (let seed = 1; seed <= 15; seed++) {
    const one = await randomCase(seed);
    const whole = (await one.open(undefined, { by: 'type' })).metric('reviewYield');
    const sum = (of: (stage: ReviewYield['stages'][number]) => number, name: string) =>
      (whole.groups ?? []).reduce((total, group) => {
        const own = group.reviewYield?.stages.find(({ stage }) => stage === name);
        return total + (own === undefined ? 0 : of(own));
      }, 0);
    for (const stage of whole.reviewYield?.stages ?? []) {
      // A waiting stage is a check by what most items do next, which is not the same in each group.
      if (stage.because !== 'configured') continue;
      expect(sum(({ hours }) => hours, stage.stage)).toBeCloseTo(stage.hours, 8);
      expect(sum(({ visits }) => visits, stage.stage)).toBe(stage.visits);
      expect(sum(({ queueDays }) => queueDays, stage.stage)).toBeCloseTo(stage.queueDays, 8);
      charged += stage.hours;
    }
  }
  expect(charged).toBeGreaterThan(1);
});
