import type { Risk } from '../../../../contract/statistics/risk-schema.ts';
import { DROPPED, FINISHED, IN_PROGRESS, type ItemFacts } from '../../../../model/item-facts.ts';
import { stageNow } from '../../../../model/timelines.ts';
import { expectedMisses } from '../../../../stats/survival/index.ts';
import { END_UNKNOWN, LeftOutCount } from '../../../derive/left-out.ts';
import { expectationOf } from '../../../derive/outlook/expectation.ts';
import { Outlooks } from '../../../derive/outlook/outlooks.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { riskView } from './risk-view.ts';

const PERCENTS = [50, 85];

type RiskOfItem = Risk['byItem'][number];

export const risk: Metric<'risk'> = {
  id: 'risk',
  command: 'risk',
  title: 'Risk',
  words: 'risk',
  definition: {
    meaning:
      'The chance of each item in progress to be done within the expectation (sle), from how items of its age went on.',
    formula:
      'Landmark Kaplan–Meier: of the items that were unfinished at this age, whatever the window, the share that was done within the days of the expectation; r items in the same stage at that age weigh r ÷ (r + 5), all items the rest. Open and dropped items count up to their age. expectedMisses = Σ (1 − chance).',
    unit: 'shares; days of the basis; items',
    caution:
      'The answer is “if it is not dropped”. It knows an item’s age and stage, and nothing else of it. No older item known: null.',
  },
  compute(input): Risk {
    const { facts, selection, timelines, titleOf, workflow } = input;
    const expectation = expectationOf(input);
    const leftOut = new LeftOutCount();
    const open = selection.filter((item) => {
      const outcome = facts.outcome[item] as number;
      if (outcome >= FINISHED && Number.isNaN(facts.ended[item] as number)) leftOut.add(END_UNKNOWN);
      return outcome === IN_PROGRESS;
    });
    const outlooks = new Outlooks(input, open, expectation);
    // The youngest first: that takes the least time.
    const byAge = open.slice().sort((a, b) => ageOf(facts, a) - ageOf(facts, b) || a - b);
    const rows = Array.from(byAge, (item): RiskOfItem => {
      const { n, nInStage, outlook, remaining } = outlooks.of(item, PERCENTS);
      const age = facts.ageDays[item] as number;
      return {
        id: timelines.ids[item] as string,
        title: titleOf(item),
        stage: workflow.stages[stageNow(timelines, item)]?.name as string,
        ageDays: Number.isNaN(age) ? null : age,
        ...outlook,
        remainingDays: { 50: remaining[0] ?? null, 85: remaining[1] ?? null },
        n,
        nInStage,
      };
    });
    const { misses, unknown } = expectedMisses(rows.map(({ chance }) => chance));
    return {
      expectation,
      items: rows.length,
      unknown,
      late: rows.filter(({ late }) => late).length,
      unlikely: rows.filter(isUnlikely).length,
      expectedMisses: unknown > 0 && unknown === rows.length ? null : misses,
      followed: followedOf(input),
      leftOut: leftOut.list(),
      byItem: rows.sort(byChance),
    };
  },
  view: riskView,
};

function ageOf({ ageDays }: ItemFacts, item: number): number {
  const age = ageDays[item] as number;
  return Number.isNaN(age) ? -1 : age;
}

/** Not late, and known to be less likely than not to make it. */
function isUnlikely({ atLeast, chance, late }: RiskOfItem): boolean {
  return !late && chance !== null && chance < 0.5 && !atLeast;
}

/** The lowest chance first, unknown ones last; of equal ones the oldest. */
function byChance(a: RiskOfItem, b: RiskOfItem): number {
  return (a.chance ?? 2) - (b.chance ?? 2) || (b.ageDays ?? -1) - (a.ageDays ?? -1);
}

function followedOf({ facts, selection }: MetricInput): Risk['followed'] {
  const followed = { items: 0, finished: 0, dropped: 0 };
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    const outcome = facts.outcome[item] as number;
    const endUnknown = outcome >= FINISHED && Number.isNaN(facts.ended[item] as number);
    if (facts.startVisit[item] === -1 || endUnknown) continue;
    followed.items++;
    if (outcome === FINISHED) followed.finished++;
    else if (outcome === DROPPED) followed.dropped++;
  }
  return followed;
}
