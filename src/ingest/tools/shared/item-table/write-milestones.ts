import type { Table } from '../../../format.ts';
import { noteNoDates } from './item-findings.ts';

/** An item's dates as its row, or rows, gave them; NaN where there is none. */
export interface MilestoneItem {
  item: number;
  line: number;
  created: number;
  started: number;
  finished: number;
}

/** Writes the items' dates, and what cannot be right about them. */
export function writeMilestones(table: Table, items: readonly MilestoneItem[]): void {
  for (const dates of items) {
    const { item, created, finished } = dates;
    let { started } = dates;
    if (Number.isNaN(created) && Number.isNaN(started) && Number.isNaN(finished)) {
      noteNoDates(table, item, dates.line);
      continue;
    }
    if (finished < created) {
      note(
        table,
        dates,
        'finished-before-created',
        'Items that finished before they were created: the finish stands for both, so that their lead time is 0',
        created,
      );
    }
    if (finished < started) {
      note(
        table,
        dates,
        'finished-before-started',
        'Items that finished before they started: the start is left out, so they have no cycle time',
        started,
      );
      started = Number.NaN;
    }
    table.log.dateLine.set(item, dates.line);
    table.log.creation(item, created);
    table.log.milestones(item, started, finished);
  }
}

function note(table: Table, dates: MilestoneItem, code: string, message: string, later: number): void {
  const value = `${isoMinute(dates.finished)} < ${isoMinute(later)}`;
  table.log.findings.add(
    code,
    () => ({ weight: 'warning', message, cure: 'Correct the dates, or leave such items out.' }),
    { file: table.file.file, line: dates.line, item: table.log.itemIds[dates.item] as string, value },
  );
}

function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}
