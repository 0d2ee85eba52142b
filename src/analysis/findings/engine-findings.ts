import { LONG_VISIT_DAYS, longVisits } from '../../metrics/derive/cost/long-visits.ts';
import { stageExits } from '../../metrics/derive/visits/stage-exits.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { formatNumber } from '../../model/document/number-format.ts';
import { FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import { isoOf } from '../../model/time/instants.ts';
import { DAY_MS, MINUTE_MS } from '../../model/time/units.ts';
import { within } from '../../model/time/window.ts';
import type { Dataset } from '../dataset.ts';
import { noteEndOfCases } from './end-of-cases.ts';
import { noteNoQueue } from './no-queue.ts';
import { noteStaleSources } from './stale-sources.ts';

const LONG_VISITS = 'long-visits';
const BULK_FINISHES = 20;
const FEWEST_FINISHES_FOR_SPARSE = 10;

/** Notes what only the whole of the data shows. */
export function noteWholeData(dataset: Dataset): void {
  const ends = finishes(dataset);
  noteSparseStart(dataset, ends);
  noteBulkEdits(dataset, ends);
  noteParents(dataset);
  noteStatusWithoutDates(dataset);
  noteUnusedDates(dataset);
  noteStaleSources(dataset);
  noteNoQueue(dataset);
  noteEndOfCases(dataset);
}

/** A list of dates beside a log of changes: the log counts. */
function noteUnusedDates({ log, timelines }: Dataset): void {
  for (let item = 0; item < timelines.count; item++) {
    if (timelines.milestones[item] === 1 || log.hasMilestones.at(timelines.item[item] as number) === 0) continue;
    log.findings.add(
      'dates-not-used',
      () => ({
        weight: 'info',
        message: 'items with start or finish dates and with transitions: the transitions count',
        cure: 'Nothing to do, if the dates are about the same items',
      }),
      { item: timelines.ids[item] as string },
    );
  }
}

/**
 * Says which share of the charged hours sits in visits so long that the item was more likely forgotten than worked on;
 * not where a setting stops charging those. Noted where the cost of waste is asked for.
 */
export function noteLongVisits(log: EventLog, input: MetricInput): void {
  if (input.cost.staleAfterDays !== null || log.findings.count(LONG_VISITS) > 0) return;
  const long = longVisits(input);
  if (long === null) return;
  log.findings.add(
    LONG_VISITS,
    () => ({
      // Most of the hours: then the figure says more about forgotten items than about work.
      weight: long.share > 0.5 ? 'warning' : 'info',
      message: `${formatNumber(long.share, 'share')} of the charged hours sit in active visits of more than ${LONG_VISIT_DAYS} days, which may be forgotten rather than worked on`,
      cure: `Set staleAfterDays: ${LONG_VISIT_DAYS} under cost in the configuration: a visit is then charged no longer than that`,
    }),
    undefined,
    long.visits,
  );
}

const DOUBTFUL_ORDER = 'order-in-doubt';
/** Fewer moves back may be what a week was like. */
const FEWEST_BACK = 10;

/**
 * Notes stages from which more goes back than on, in an inferred order: then the order is likelier to be wrong than the
 * work, and so are rework and wasted labour.
 */
export function noteDoubtfulOrder(log: EventLog, input: MetricInput): void {
  if (!input.workflow.inferred || log.findings.count(DOUBTFUL_ORDER) > 0) return;
  const { backward, forward } = stageExits(input);
  const doubtful = input.workflow.stages.filter((_, stage) => {
    const back = backward[stage] as number;
    return back >= FEWEST_BACK && back > (forward[stage] as number);
  });
  for (const { name } of doubtful) {
    log.findings.add(
      DOUBTFUL_ORDER,
      () => ({
        weight: 'warning',
        message:
          'stages from which more goes back than on in the inferred order: if work does not come in this order, rework and the labour it wastes are too high',
        cure: 'Put the stages in the order of the work under workflow in the configuration; pitwall init writes a draft',
      }),
      { value: name },
    );
  }
}

/** When items finished, ascending. */
function finishes({ derived: { facts } }: Dataset): Float64Array {
  const ends = new Float64Array(facts.count);
  let count = 0;
  for (let item = 0; item < facts.count; item++) {
    const at = facts.ended[item] as number;
    if (facts.outcome[item] === FINISHED && !Number.isNaN(at)) ends[count++] = at;
  }
  return ends.subarray(0, count).sort();
}

/** A window that begins long before work flows makes every average per week too small. */
function noteSparseStart(dataset: Dataset, finished: Float64Array): void {
  const { asOf, log, settings, window } = dataset;
  if (settings.from !== null || settings.last !== null) return;
  const ends = finished.filter((at) => within(window, at));
  if (ends.length < FEWEST_FINISHES_FOR_SPARSE) return;
  const tenth = ends[Math.ceil(ends.length / 10) - 1] as number;
  if (tenth - window.from <= (window.to - window.from) / 2) return;
  const weeks = Math.max(1, Math.ceil((asOf - tenth) / (7 * DAY_MS)));
  log.findings.add('sparse-start', () => ({
    weight: 'warning',
    message: `the first tenth of the finishes spans more than half of the window (to ${isoOf(tenth).slice(0, 10)}): averages per period are too low`,
    cure: `Look at --last ${weeks}w`,
  }));
}

/** Many finishes within a minute are one person clearing up, not a team delivering. */
function noteBulkEdits(dataset: Dataset, ends: Float64Array): void {
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    while ((ends[index] as number) - (ends[start] as number) > MINUTE_MS) start++;
    const next = ends[index + 1];
    const together = index - start + 1;
    const goesOn = next !== undefined && next - (ends[start] as number) <= MINUTE_MS;
    if (together <= BULK_FINISHES || goesOn) continue;
    dataset.log.findings.add(
      'bulk-edit',
      () => ({
        weight: 'warning',
        message: 'times at which more than 20 items finished within one minute: a bulk edit, not deliveries',
        cure: 'Set the window past it (--from), or finishAt to the stage that means delivery',
      }),
      { value: `${together} items at ${isoOf(ends[start] as number)}` },
    );
    start = index + 1;
  }
}

/** An epic and its stories count the same work twice. */
function noteParents({ fields, log, timelines }: Dataset): void {
  if (!log.hasField('parent')) return;
  const ids = new Set(timelines.ids);
  const parents = new Set<string>();
  for (let item = 0; item < timelines.count; item++) {
    const parent = fields.text('parent', item);
    if (parent !== null && ids.has(parent)) parents.add(parent);
  }
  for (const item of [...parents].sort()) {
    log.findings.add(
      'parents',
      () => ({
        weight: 'warning',
        message: 'items that are parents of other items here: their time counts twice',
        cure: 'Leave them out with --where type!=Epic, or whatever their type is',
      }),
      { item },
    );
  }
}

/** An item that its status of today shows under way, and no date says since when. */
function noteStatusWithoutDates({ derived: { facts }, log, timelines }: Dataset): void {
  for (let item = 0; item < timelines.count; item++) {
    if (timelines.milestones[item] === 0) continue;
    if (facts.outcome[item] !== IN_PROGRESS || facts.startUnknown[item] === 0) continue;
    log.findings.add(
      'status-without-date',
      () => ({
        weight: 'warning',
        message: 'items whose status says that they are under way, without a date that says since when',
        cure: 'Export the start dates too, or a format with history: pitwall formats lists them',
      }),
      { item: timelines.ids[item] as string },
    );
  }
}
