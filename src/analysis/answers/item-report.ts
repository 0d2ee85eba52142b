import type { ItemReport } from '../../contract/output.ts';
import { blockedBetween, HandoffReader } from '../../facts/index.ts';
import { PitwallError } from '../../model/errors.ts';
import { DROPPED, FINISHED } from '../../model/item-facts.ts';
import { nearest } from '../../model/nearest.ts';
import { isoOf } from '../../model/time/instants.ts';
import { ACTIVE, kindOfCode, WAITING } from '../../model/workflow/stage-columns.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { itemNotes } from '../findings/item-notes.ts';
import { itemCostOf } from './item-cost.ts';
import { itemFacts } from './item-list.ts';
import { findingsOf, outputHeaderOf } from './output-header.ts';

type Visit = ItemReport['visits'][number];

/** One item explained: interval by interval, and what started and stopped its clock. */
export function itemReportOf(dataset: Dataset, id: string): ItemReport {
  const item = findItem(dataset, id);
  const own = findingsOf(dataset)
    .map((finding) => ({ ...finding, examples: finding.examples.filter((example) => example.item === id) }))
    .filter((finding) => finding.examples.length > 0);
  const cost = itemCostOf(metricInput(dataset, Int32Array.of(item)), item);
  return {
    ...outputHeaderOf(dataset),
    item: itemFacts(dataset, item),
    clock: clockOf(dataset, item),
    visits: visitsOf(dataset, item, cost.visits),
    cost: cost.total,
    costUnknown: cost.unknown,
    currency: dataset.settings.cost.currency,
    assignments: assignmentsOf(dataset, item),
    blockedPeriods: blockedPeriodsOf(dataset, item),
    notes: itemNotes(dataset, item),
    findings: own,
  };
}

function findItem({ timelines, log }: Dataset, id: string): number {
  const known = timelines.ids.indexOf(id);
  // An item may have had another id before.
  const item = known === -1 ? timelines.ids.indexOf(log.aliases.get(id) ?? id) : known;
  if (item !== -1) return item;
  const suggestion = nearest(id, timelines.ids);
  throw new PitwallError(
    'unknown-item',
    `there is no item "${id}"`,
    null,
    suggestion === null ? 'pitwall items lists them all' : `Did you mean "${suggestion}"? pitwall items lists them all`,
  );
}

function clockOf({ derived: { facts }, settings, timelines, workflow }: Dataset, item: number): ItemReport['clock'] {
  const stageOf = (visit: number) => workflow.stages[timelines.stage[visit] as number]?.name as string;
  const start = facts.startVisit[item] as number;
  const outcome = facts.outcome[item] as number;
  const over = (outcome === FINISHED || outcome === DROPPED) && !Number.isNaN(facts.ended[item] as number);
  const startRule =
    settings.commitAt === null
      ? 'the first active or waiting stage'
      : `the first active or waiting stage from ${settings.commitAt} on (commitAt)`;
  const again = settings.startPolicy === 'last' ? ', after the last return to a todo stage (startPolicy: last)' : '';
  return {
    started:
      start === -1
        ? null
        : { at: isoOf(facts.started[item] as number), stage: stageOf(start), rule: `${startRule}${again}` },
    ended: over
      ? {
          at: isoOf(facts.ended[item] as number),
          stage: stageOf(facts.endVisit[item] as number),
          rule: endRule(outcome === FINISHED, settings),
        }
      : null,
    startKnown: facts.startUnknown[item] === 0,
  };
}

function endRule(finished: boolean, settings: Dataset['settings']): string {
  if (!finished) return 'given up: the last stages hold no finish, or its resolution says dropped';
  const stage = settings.finishAt === null ? 'a done stage' : `${settings.finishAt} or a later done stage (finishAt)`;
  return settings.finishPolicy === 'first'
    ? `the first entry into ${stage} (finishPolicy: first)`
    : `the first entry into ${stage} after which nothing was taken up again`;
}

function visitsOf(dataset: Dataset, item: number, costs: Visit['cost'][] | null): Visit[] {
  const { asOf, derived, duration, kinds, timelines, workflow } = dataset;
  const { facts } = derived;
  const ended = facts.ended[item] as number;
  const last = (timelines.offsets[item + 1] as number) - 1;
  const visits: Visit[] = [];
  for (let visit = timelines.offsets[item] as number; visit <= last; visit++) {
    const from = timelines.start[visit] as number;
    // An item of which no date is known is in its stage since nobody knows when.
    if (Number.isNaN(from)) continue;
    const to = visit < last ? (timelines.start[visit + 1] as number) : asOf;
    const stage = timelines.stage[visit] as number;
    const kind = kinds[stage] as number;
    const inClock = facts.startVisit[item] !== -1 && visit >= (facts.startVisit[item] as number);
    const inside = inClock && visit < (facts.endVisit[item] as number);
    const blocked = inside ? blockedBetween(timelines, duration, item, from, to) : 0;
    visits.push({
      stage: workflow.stages[stage]?.name as string,
      kind: kindOfCode(kind),
      start: isoOf(from),
      end: visit < last ? isoOf(to) : null,
      timeDays: duration.between(from, to) / duration.dayMs,
      countsAs: inside ? partOf(kind) : inClock || from >= ended ? 'after end' : 'before start',
      countedDays: inside ? (duration.between(from, to) - blocked) / duration.dayMs : 0,
      blockedDays: blocked / duration.dayMs,
      backwardMove: derived.backward[visit] === 1,
      rework: derived.rework[visit] === 1,
      cost: costs?.[visit - (timelines.offsets[item] as number)] ?? null,
    });
  }
  return visits;
}

function partOf(kind: number): Visit['countsAs'] {
  if (kind === ACTIVE) return 'active';
  return kind === WAITING ? 'waiting' : 'paused';
}

function assignmentsOf({ asOf, derived, log, timelines }: Dataset, item: number): ItemReport['assignments'] {
  const { facts } = derived;
  const handoffs = new HandoffReader(timelines, log.people);
  if (facts.startVisit[item] !== -1) {
    const ended = facts.ended[item] as number;
    handoffs.read(item, facts.started[item] as number, Number.isNaN(ended) ? asOf : ended);
  }
  const entries = new Set(handoffs.entry.subarray(0, handoffs.length));
  const assignments: ItemReport['assignments'] = [];
  const end = timelines.peopleOffsets[item + 1] as number;
  for (let entry = timelines.peopleOffsets[item] as number; entry < end; entry++) {
    assignments.push({
      at: isoOf(timelines.peopleAt[entry] as number),
      people: [...log.people.members(timelines.peopleSet[entry] as number)],
      handoff: entries.has(entry),
    });
  }
  return assignments;
}

function blockedPeriodsOf({ log, timelines }: Dataset, item: number): ItemReport['blockedPeriods'] {
  const periods: ItemReport['blockedPeriods'] = [];
  const last = timelines.blockedOffsets[item + 1] as number;
  for (let period = timelines.blockedOffsets[item] as number; period < last; period++) {
    const end = timelines.blockedEnd[period] as number;
    const reason = log.reasons.value(timelines.blockedReason[period] as number);
    periods.push({
      start: isoOf(timelines.blockedStart[period] as number),
      end: end === Number.POSITIVE_INFINITY ? null : isoOf(end),
      reason: reason === '' ? null : reason,
    });
  }
  return periods;
}
