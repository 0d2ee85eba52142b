import type { ItemList } from '../../contract/output.ts';
import type { Item } from '../../contract/result.ts';
import { DROPPED, FINISHED, OUTCOMES } from '../../model/item-facts.ts';
import { HISTORY_GRADES, type HistoryGrade } from '../../model/log/history-grade.ts';
import { isoOrNull, orNull, ratio } from '../../model/time/instants.ts';
import type { Dataset } from '../dataset.ts';
import { selectItems } from '../select-items.ts';
import { findingsOf, outputHeaderOf } from './output-header.ts';

/** The facts of every selected item, by creation and then by id. */
export function itemListOf(dataset: Dataset): ItemList {
  return {
    ...outputHeaderOf(dataset),
    itemList: Array.from(listedItems(dataset), (item) => itemFacts(dataset, item)),
    findings: findingsOf(dataset),
  };
}

/** The values of a field of every item of the list, in its order. */
export function fieldValuesOf(dataset: Dataset, field: string): string[][] {
  return Array.from(listedItems(dataset), (item) => dataset.fields.all(field, item));
}

function listedItems(dataset: Dataset) {
  const { outcomeUnknown } = dataset.derived.facts;
  return selectItems(dataset).filter((item) => outcomeUnknown[item] === 0);
}

/** One item's facts as the contract has them. */
export function itemFacts(dataset: Dataset, item: number): Item {
  const { derived, duration, fields, log, settings, timelines } = dataset;
  const { facts } = derived;
  const outcome = facts.outcome[item] as number;
  const clocked = facts.startVisit[item] !== -1;
  const over = outcome === FINISHED || outcome === DROPPED;
  const measured = clocked && facts.partsUnknown[item] === 0 && (!over || !Number.isNaN(facts.ended[item] as number));
  const days = (ms: Float64Array) => (measured ? (ms[item] as number) / duration.dayMs : null);
  const parts = {
    activeDays: days(facts.activeMs),
    waitingDays: days(facts.waitingMs),
    blockedDays: days(facts.blockedMs),
    pausedDays: days(facts.pausedMs),
  };
  const assignees = fields.assignees(item);
  return {
    id: timelines.ids[item] as string,
    source: log.sourceOf(timelines.item[item] as number),
    title: fields.text('title', item),
    type: fields.text('type', item),
    assignee: assignees === null ? null : [...assignees],
    points: orNull(facts.points[item] as number),
    stage: fields.stage(item),
    outcome: OUTCOMES[outcome] as Item['outcome'],
    created: isoOrNull(facts.created[item] as number),
    started: isoOrNull(facts.started[item] as number),
    finished: outcome === FINISHED ? isoOrNull(facts.ended[item] as number) : null,
    dropped: outcome === DROPPED ? isoOrNull(facts.ended[item] as number) : null,
    leadTimeDays: orNull(facts.leadTimeDays[item] as number),
    cycleTimeDays: orNull(facts.cycleTimeDays[item] as number),
    ageDays: orNull(facts.ageDays[item] as number),
    ...parts,
    efficiency: measured ? efficiencyOf(parts, settings.excludePaused) : null,
    backwardMoves: measured ? (facts.backwardMoves[item] as number) : null,
    reworkDays: days(facts.reworkMs),
    reopened: outcome === FINISHED && facts.partsUnknown[item] === 0 ? facts.reopened[item] === 1 : null,
    handoffs: facts.handoffs[item] === -1 ? null : (facts.handoffs[item] as number),
    historyGrade: HISTORY_GRADES[timelines.grade[item] as number] as HistoryGrade,
  };
}

function efficiencyOf(
  parts: Record<'activeDays' | 'waitingDays' | 'blockedDays' | 'pausedDays', number | null>,
  excludePaused: boolean,
): number | null {
  const active = parts.activeDays ?? 0;
  const paused = excludePaused ? 0 : (parts.pausedDays ?? 0);
  return ratio(active, active + (parts.waitingDays ?? 0) + (parts.blockedDays ?? 0) + paused);
}
