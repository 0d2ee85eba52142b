import { FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import type { Dataset } from '../dataset.ts';

/** What each rule did to one item's rows, in sentences. */
export function itemNotes(dataset: Dataset, item: number): string[] {
  const { derived, log, rows, timelines } = dataset;
  const ordered = rows.ordered();
  const { facts } = derived;
  const logItem = timelines.item[item] as number;
  const begin = ordered.offsets[logItem] as number;
  const end = ordered.offsets[logItem + 1] as number;
  const notes: string[] = [];
  if (timelines.milestones[item] === 1) {
    notes.push(
      'Only dates are known: to do until started, in progress until finished. What it waited for is not known.',
    );
  } else {
    const duplicates = countDuplicates(dataset, logItem, end - begin);
    notes.push(
      `${count(end - begin, 'row')} used${duplicates === 0 ? '' : `, ${count(duplicates, 'row')} said again and merged`}.`,
    );
  }
  const given = log.created.at(logItem);
  if (begin < end) {
    const first = log.transitions.at(ordered.rows[begin] as number);
    const cut = timelines.cutBefore[item] as number;
    // Where it was before its first row is part of what is missing.
    const isKnown = Number.isNaN(cut) || given >= cut;
    if (first < cut) notes.push(firstKnown(dataset, item));
    else if (isKnown) notes.push(...beginning(dataset, item, given, ordered.rows[begin] as number));
  }
  if (!Number.isNaN(timelines.cutBefore[item] as number)) {
    notes.push(`Its history before ${new Date(timelines.cutBefore[item] as number).toISOString()} is missing.`);
  }
  if (facts.startUnknown[item] === 1) notes.push('When it started is not known: figures that need it leave it out.');
  if (facts.outcome[item] === FINISHED && facts.reopened[item] === 1) {
    notes.push('It was finished before and reopened: the earlier finish is forgotten.');
  }
  if (facts.outcome[item] === IN_PROGRESS && timelines.milestones[item] === 0 && hasFinishedBefore(dataset, item)) {
    notes.push('It was finished once and is in progress again.');
  }
  return notes;
}

/** How its creation and its first row go together; nothing where they are one instant. */
function beginning(dataset: Dataset, item: number, created: number, row: number): string[] {
  const first = dataset.log.transitions.at(row);
  if (Number.isNaN(created)) return ['No creation is given: it starts with the first row.'];
  if (created > first) return ['Its creation is given as later than its first row: the row stands.'];
  return created < first ? [initialStage(dataset, item, row)] : [];
}

/** A log that is cut begins with what the item was in by then. */
function firstKnown({ timelines, workflow }: Dataset, item: number): string {
  const first = timelines.offsets[item] as number;
  const stage = workflow.stages[timelines.stage[first] as number]?.name as string;
  return `When its history begins it is in ${stage}: since when is not known.`;
}

function initialStage({ log, rows, workflow, timelines }: Dataset, item: number, row: number): string {
  const stage = workflow.stages[timelines.stage[timelines.offsets[item] as number] as number]?.name as string;
  const stated = rows.ordered().statusKeys[log.transitions.from(row)] !== -1;
  const why = stated ? 'the first row says that it came from there' : 'the first stage to do: no row says where it was';
  return `From its creation to its first row it is in ${stage}: ${why}.`;
}

/** Its rows, without those after asOf and those that are used: what repeats another. */
function countDuplicates({ asOf, log: { transitions } }: Dataset, logItem: number, used: number): number {
  let rows = 0;
  for (let row = 0; row < transitions.length; row++)
    if (transitions.item(row) === logItem && transitions.at(row) <= asOf) rows++;
  return rows - used;
}

function hasFinishedBefore({ timelines, workflow }: Dataset, item: number): boolean {
  const last = (timelines.offsets[item + 1] as number) - 1;
  for (let visit = timelines.offsets[item] as number; visit < last; visit++) {
    if (workflow.stages[timelines.stage[visit] as number]?.kind === 'done') return true;
  }
  return false;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
