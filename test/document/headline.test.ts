import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/output.ts';
import { headline } from '../../src/document/sections/headline.ts';
import { emptyReport } from './empty-report.ts';
import { report } from './sample-report.ts';

const { cycleTime, leadTime } = emptyReport;
const finished = (count: number, unstarted = 0) => ({
  ...report.items,
  inWindow: { finished: count, finishedUnstarted: unstarted, dropped: 0 },
});
const finding = (code: string, values: string[]): Report['findings'][number] => ({
  code,
  weight: 'warning',
  count: values.length,
  message: 'what it says',
  cure: 'what to do',
  examples: values.map((value) => ({ value })),
});
const unwaiting = { ...report.workflow, stages: report.workflow.stages.filter(({ kind }) => kind !== 'waiting') };
const taken = (kindFrom: 'case-ends' | 'name'): Report['workflow'] => ({
  inferred: true,
  stages: [{ name: 'Pay invoice', kind: 'done', kindFrom, statuses: ['Pay invoice'], limit: null }],
});
const allWork = { flowEfficiency: { ...report.flowEfficiency, efficiency: 1, items: 103 } };
const milestones = report.sources.map((source) => ({ ...source, grade: 'milestones' as const }));

describe('the headline', () => {
  it.each<[string, Partial<Report>, string]>([
    [
      'says what most items took',
      {},
      '85 % of 103 finished items took 12.4 d or less; 38 % of the time of 91 of them was work.',
    ],
    [
      'says so when many finished items have no start',
      { items: finished(400) },
      '85 % of 103 finished items with a known start took 12.4 d or less; 38 % of the time of 91 of them was work.',
    ],
    [
      'warns of few items',
      { items: finished(9), cycleTime: { ...report.cycleTime, count: 9 } },
      'Only 9 finished items, few to go by: all took 41.1 d or less; 38 % of the time was work.',
    ],
    [
      'speaks of no share of a single item',
      { items: finished(1), cycleTime: { ...report.cycleTime, count: 1 } },
      'The only finished item took 41.1 d; 38 % of the time was work.',
    ],
    [
      'takes nine tenths with a start for all',
      { items: finished(200), cycleTime: { ...report.cycleTime, count: 180 } },
      '85 % of 180 finished items took 12.4 d or less; 38 % of the time of 91 of them was work.',
    ],
    [
      'does not take less than nine tenths for all',
      { items: finished(200), cycleTime: { ...report.cycleTime, count: 179 } },
      '85 % of 179 finished items with a known start took 12.4 d or less; 38 % of the time of 91 of them was work.',
    ],
    [
      'says what all took where no percentile is known',
      { cycleTime: { ...report.cycleTime, percentilesDays: {}, maxDays: 400, meanDays: 5 } },
      'All of 103 finished items took 400 d or less; 38 % of the time of 91 of them was work.',
    ],
    [
      'takes ten items for enough',
      { items: finished(10), cycleTime: { ...report.cycleTime, count: 10 } },
      '85 % of 10 finished items took 12.4 d or less; 38 % of the time was work.',
    ],
    [
      'speaks of shares from two items on',
      { items: finished(2), cycleTime: { ...report.cycleTime, count: 2 } },
      'Only 2 finished items, few to go by: all took 41.1 d or less; 38 % of the time was work.',
    ],
    [
      'counts a single item of which no time is known',
      { cycleTime, leadTime, items: finished(1) },
      '1 item finished in the window; 101 items in progress.',
    ],
    [
      'says lead time where no start is known',
      { cycleTime, items: finished(107), sources: milestones },
      '85 % of 107 finished items took 31.7 d or less from creation to finish; when work began is not known.',
    ],
    [
      'tells a missing start from work that nobody took up',
      { cycleTime, items: finished(107, 107) },
      '85 % of 107 finished items took 31.7 d or less from creation to finish; none of them was seen in progress.',
    ],
    [
      'says the lead time of a single item',
      { cycleTime, leadTime: { ...report.leadTime, count: 1 }, items: finished(1), sources: milestones },
      'The only finished item took 201 d from creation to finish; when work began is not known.',
    ],
    [
      'says how many more are done without a date',
      { items: { ...report.items, finished: 137, finishedUndated: 30 } },
      '85 % of 103 finished items with a known finish took 12.4 d or less; 38 % of the time of 91 of them was work; 30 more are done, but the file does not say when.',
    ],
    [
      'says only how many are done where none has a date',
      {
        cycleTime,
        leadTime,
        items: { ...finished(0), total: 133, inProgress: 3, finished: 30, finishedUndated: 30, droppedUndated: 2 },
      },
      '30 of 133 items are done and 2 dropped, but the file does not say when; 3 items in progress.',
    ],
    [
      'says so of what was dropped alone, and of several files',
      {
        cycleTime,
        leadTime,
        items: { ...finished(3), droppedUndated: 1 },
        sources: [...report.sources, ...report.sources],
      },
      '3 items finished in the window; 1 is dropped, but the files do not say when; 101 items in progress.',
    ],
    [
      'counts where no time is known',
      { cycleTime, leadTime, items: finished(3) },
      '3 items finished in the window; 101 items in progress.',
    ],
    [
      'says which items have a known creation where some have none',
      { cycleTime, items: finished(120), sources: milestones },
      '85 % of 107 finished items with a known creation took 31.7 d or less from creation to finish; when work began is not known.',
    ],
    [
      'says beside lead times how many are done without a date',
      { cycleTime, items: { ...finished(107), finishedUndated: 1 }, sources: milestones },
      '85 % of 107 finished items with a known finish took 31.7 d or less from creation to finish; when work began is not known; 1 more is done, but the file does not say when.',
    ],
    [
      'takes nothing that was dropped for a finish',
      { cycleTime, leadTime, items: { ...finished(0), droppedUndated: 2 } },
      'Nothing was finished in the window; 2 are dropped, but the file does not say when; 101 items in progress.',
    ],
    [
      'counts no work where no stage waits',
      { workflow: unwaiting, flowEfficiency: { ...report.flowEfficiency, efficiency: 1, items: 103 } },
      '85 % of 103 finished items took 12.4 d or less; no stage waits, so all of that time counts as work.',
    ],
    [
      'says what work is at most where no stage waits and items were blocked or sent back',
      { workflow: unwaiting, flowEfficiency: { ...report.flowEfficiency, efficiency: 0.8, items: 103 } },
      '85 % of 103 finished items took 12.4 d or less; at most 80 % of the time was work, as no stage waits.',
    ],
    [
      'says that kinds are guessed',
      {
        findings: [finding('guessed-kind', ['Legal: active'])],
        flowEfficiency: { ...report.flowEfficiency, items: 103 },
      },
      '85 % of 103 finished items took 12.4 d or less; 38 % of the time was work, if the guessed kinds are right.',
    ],
    [
      'does not say that nothing was finished where nothing says what done is',
      { cycleTime, leadTime, items: finished(0), findings: [finding('no-done-stage', ['Live', 'Sent'])] },
      'No status is known to mean done, so nothing counts as finished; 101 items in progress.',
    ],
    [
      'says what is taken as the end of cases, and how many reach it',
      { workflow: taken('case-ends'), ...allWork, items: { ...finished(103), total: 1434, finished: 1204 } },
      'Taking Pay invoice as the end, which 1204 of 1434 cases reach: 85 % of 103 finished items took 12.4 d or less; no stage waits, so all of that time counts as work.',
    ],
    [
      'says so of an end by name that few cases reach',
      {
        workflow: taken('name'),
        ...allWork,
        findings: [finding('few-reach-end', ['Pay invoice'])],
        items: { ...finished(103), total: 1434, finished: 20 },
      },
      'Taking Pay invoice as the end, which only 20 of 1434 cases reach: 85 % of 103 finished items took 12.4 d or less; no stage waits, so all of that time counts as work.',
    ],
    [
      'says how many of the lead times are impossible',
      {
        cycleTime,
        items: finished(107),
        sources: milestones,
        findings: [{ ...finding('finished-before-created', []), count: 40 }],
      },
      '85 % of 107 finished items took 31.7 d or less from creation to finish; of 40 the finish lies before the creation; when work began is not known.',
    ],
  ])('%s', (_, change, line) => {
    expect(headline({ ...report, ...change })).toBe(line);
  });

  it('does without a metric that failed', () => {
    const { cycleTime: _, ...others } = report;
    expect(headline(others as Report)).toMatch(/^85 % of 107 finished items took 31\.7 d or less from creation/);
  });
});
