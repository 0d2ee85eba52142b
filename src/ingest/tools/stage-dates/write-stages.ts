import { EMPTY } from '../../../model/log/dictionary.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import { zoneOf } from '../../../model/time/zone.ts';
import type { Table } from '../../format.ts';
import type { DateColumn } from './date-columns.ts';

/** An item as its row gave it; the dates are in the columns, under the same slot. */
export interface StageItem {
  item: number;
  line: number;
}

/**
 * Writes the items' transitions. Dates are taken as written, in the order of time, those of one
 * instant in the order of the columns. A stage dated before a stage to its left therefore shows as a move back, which
 * is what the file says, and a finding names the row.
 */
export function writeStages(table: Table, stages: readonly DateColumn[], items: readonly StageItem[]): void {
  const { log, file } = table;
  const statuses = stages.map((stage) => log.statuses.id(stage.name.trim()));
  for (const [slot, { item, line }] of items.entries()) {
    const filled = [...stages.keys()].filter((stage) => !Number.isNaN((stages[stage] as DateColumn).at(slot)));
    const at = (stage: number) => (stages[stage] as DateColumn).at(slot);
    const fall = filled.findIndex((stage, index) => index > 0 && at(stage) < at(filled[index - 1] as number));
    if (fall !== -1) {
      const [left, right] = [filled[fall - 1] as number, filled[fall] as number];
      const cell = (stage: number) => `${(stages[stage] as DateColumn).name} ${localTime(table, at(stage))}`;
      log.findings.add(
        'stage-order',
        () => ({
          weight: 'warning',
          message:
            'Items with a date of a later stage before that of an earlier one: the dates are kept, so the items seem to move back',
          cure: 'Correct the dates, or the order of the columns if it is not the order of the work.',
        }),
        { file: file.file, line, item: log.itemIds[item] as string, value: `${cell(left)}, ${cell(right)}` },
      );
      filled.sort((a, b) => at(a) - at(b) || a - b);
    }
    let from: number = EMPTY;
    for (const stage of filled) {
      const to = statuses[stage] as number;
      log.transition(item, at(stage), from, to, NOT_STATED, line);
      from = to;
    }
  }
}

/** The time of day is left out where it is midnight. */
function localTime(table: Table, instant: number): string {
  const local = new Date(zoneOf(table.options.timeZone).localOf(instant)).toISOString();
  return local.endsWith('T00:00:00.000Z') ? local.slice(0, 10) : local.slice(0, 16).replace('T', ' ');
}
