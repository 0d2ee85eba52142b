import type { ReviewYield } from '../../../../contract/review-yield-schema.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import type { Workflow } from '../../../../model/workflow/workflow.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { ENTRY_UNKNOWN, LeftOutCount, VISITS_UNKNOWN } from '../../../derive/left-out.ts';
import { returnsTo } from '../../../derive/visits/returns.ts';
import { timesAYear } from '../../../derive/year.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { CheckTally } from './check-tally.ts';
import { type Checks, checksOf } from './checks.ts';
import { ItemWalk } from './item-walk.ts';
import { reviewYieldView } from './review-yield-view.ts';

const FEWEST_VISITS = 20;
/** From here on a stage is almost always passed unchanged. */
const PASSES = 0.95;
/** Up to here, and with so many returns, a stage sends much back. */
const SENDS_BACK = 0.8;
const FEWEST_RETURNS = 5;
/** Where more goes back than on in an inferred workflow, its order is in doubt, not the work. */
const IN_ORDER = 0.5;

export const reviewYield: Metric<'reviewYield'> = {
  id: 'reviewYield',
  command: 'review-yield',
  title: 'Review yield',
  words: 'review yield',
  keyFigure: 130,
  definition: {
    meaning:
      'What the stages that check cost, and what they catch: checks that are almost always passed unchanged, and checks that send much back.',
    formula:
      'Over the visits to a check that ended within the window, those resumed after mere waiting taken as one: passRate = passed ÷ (passed + sent back). Time = queue (the waiting stages passed before it) + own. passes: pass rate ≥ 95 %; sends back: ≤ 80 %, with 5 returns or more; from 20 passed or sent back on. A return is over when the item is back at the check or past it, or ended. Hours and labour: as charged by waste; delay: days in waiting stages from the queue to the end of the visit × delayPerDay. perYear = × 365.25 ÷ days of the window, from 28 days on.',
    unit: 'visits; days of the basis; hours of the working calendar; money in the configured currency',
    caution:
      '`reviews` in the configuration says which stages check; without it, their names do. A check that catches little may still be needed: the law may ask for it, and what it deters cannot be counted. What a waiting check sends back counts here for it, and in stages and opportunities for the active stage before it. Labour and delay are different money.',
  },
  compute(input): ReviewYield {
    const { selection, timelines, workflow } = input;
    const checks = checksOf(input);
    const tallies = workflow.stages.map(() => new CheckTally());
    const leftOut = new LeftOutCount();
    const any = checks.counted.includes(1);
    const walk = new ItemWalk(input, checks, tallies);
    for (let at = 0; at < selection.length; at++) {
      const item = selection[at] as number;
      if (timelines.milestones[item] === 1) leftOut.add(VISITS_UNKNOWN);
      else if (any && walk.add(item)) leftOut.add(ENTRY_UNKNOWN);
    }
    return {
      minimumVisits: FEWEST_VISITS,
      currency: input.cost.currency,
      stages: tallies.flatMap((tally, stage) => {
        const because = reasonFor(input, checks, tally, stage);
        return because === null ? [] : [figuresOf(input, tally, stage, because)];
      }),
      leftOut: leftOut.list(),
    };
  },
  view: reviewYieldView,
};

type Stage = ReviewYield['stages'][number];

/** Why a stage is taken for a check; null: it is not. */
function reasonFor(
  { reviews, workflow }: MetricInput,
  { counted, named }: Checks,
  tally: CheckTally,
  stage: number,
): Stage['because'] | null {
  if (counted[stage] === 0) return null;
  if (named[stage] === 1) return reviews === null ? 'name' : 'configured';
  return verdictOf(tally, workflow) === 'sends back' ? 'sent back' : null;
}

function verdictOf({ passed, sentBack }: CheckTally, { inferred }: Workflow): Stage['verdict'] {
  const judged = passed + sentBack;
  if (judged < FEWEST_VISITS) return 'too few';
  if (passed >= judged * PASSES) return 'passes';
  if (inferred && passed < judged * IN_ORDER) return 'order in doubt';
  return passed <= judged * SENDS_BACK && sentBack >= FEWEST_RETURNS ? 'sends back' : 'neither';
}

function figuresOf(
  { duration, percentiles, window, workflow }: MetricInput,
  tally: CheckTally,
  stage: number,
  because: Stage['because'],
): Stage {
  const { dropped, hours, over, passed, returnHours, sentBack } = tally;
  const year = timesAYear(window);
  const queueDays = tally.queueMs / duration.dayMs;
  const ownDays = tally.ownMs / duration.dayMs;
  const returnDays = tally.returnMs / duration.dayMs;
  const visits = passed + sentBack + dropped;
  return {
    stage: workflow.stages[stage]?.name as string,
    because,
    verdict: verdictOf(tally, workflow),
    visits,
    passed,
    sentBack,
    dropped,
    passRate: ratio(passed, passed + sentBack),
    queueDays,
    ownDays,
    medianDays: medianOf(tally.days.values(), percentiles),
    hours,
    labourCost: orNull(tally.labourCost),
    delayCost: orNull(tally.delayCost),
    perYear:
      year === null
        ? null
        : {
            visits: visits * year,
            sentBack: sentBack * year,
            days: (queueDays + ownDays) * year,
            hours: hours * year,
            labourCost: orNull(tally.labourCost * year),
            delayCost: orNull(tally.delayCost * year),
          },
    returns: {
      to: returnsTo(tally.to, workflow.stages),
      over,
      meanDays: ratio(returnDays, over),
      meanHours: ratio(returnHours, over),
      days: returnDays,
      hours: returnHours,
      labourCost: orNull(tally.returnCost),
      perYear:
        year === null
          ? null
          : { days: returnDays * year, hours: returnHours * year, labourCost: orNull(tally.returnCost * year) },
    },
  };
}
