import { kindFromName } from '../../../model/status-words/kind-words.ts';
import { type StageKind, statusKey } from '../../../model/workflow/workflow.ts';
import type { TableSample } from '../../format.ts';
import { meansStatus } from '../column-words/column-meaning.ts';
import { isDateCell } from '../column-words/date-cells.ts';

/** In more rows than this the status may not contradict the dates: single items are moved on in one of both places only. */
const SLIPS = 0.2;

/**
 * The column of today's status if it says of many items that they are over where their dates say that they are not, or the
 * other way round; null if there is none. A status that is given up contradicts nothing: dates rarely say so.
 *
 * @param stages columns of dates that may be stages, in the order of the work
 * @param kinds their kinds; null where a name says nothing
 */
export function contradictingStatus(
  sample: TableSample,
  stages: readonly number[],
  kinds: readonly (StageKind | null)[],
): number | null {
  const names = new Map(stages.map((column, index) => [statusKey(sample.header[column] as string), kinds[index]]));
  for (const [column, name] of sample.header.entries()) {
    if (stages.includes(column) || !meansStatus(name)) continue;
    let rows = 0;
    let against = 0;
    for (const row of sample.rows) {
      const status = row[column]?.trim() ?? '';
      const last = stages.findLastIndex((stage) => isDateCell(row[stage]?.trim() ?? ''));
      const kind = names.get(statusKey(status)) ?? kindFromName(status);
      if (status === '' || last === -1 || kind === null || kind === 'dropped') continue;
      rows++;
      if ((kind === 'done') !== (kinds[last] === 'done')) against++;
    }
    if (rows > 0 && against > rows * SLIPS) return column;
  }
  return null;
}
