import { Dictionary } from '../../../model/log/dictionary.ts';
import { zoneOf } from '../../../model/time/zone.ts';
import type { Table } from '../../format.ts';
import { findName, noteMapping } from '../../table/column-words/header-names.ts';
import { readTimestamp } from '../../time/read-timestamp.ts';
import { Timestamp } from '../../time/timestamp.ts';

interface BlockedRange {
  from: number;
  /** NaN: still blocked. */
  to: number;
}

const DATE = '\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d\\d-\\d\\d';
const RANGE = new RegExp(`^\\[?\\s*(${DATE})\\s*-\\s*(${DATE})?\\s*\\]?$`);
/** Four-digit years only, so the year that two digits would be near to does not matter. */
const ANY_YEAR = 2030;

/**
 * Reads `[05/01/2026-09/01/2026]|[12/01/2026-]`. The tool that writes it puts the day first, whatever the other columns do.
 *
 * @returns null if the cell is anything else
 */
function readBlockedRanges(cell: string, timeZone: string): BlockedRange[] | null {
  const ranges: BlockedRange[] = [];
  for (const part of cell.split('|')) {
    const match = RANGE.exec(part.trim());
    if (match === null) return null;
    const from = instantOf(match[1] as string, timeZone);
    const to = match[2] === undefined ? Number.NaN : instantOf(match[2], timeZone);
    if (from === null || to === null || to < from) return null;
    ranges.push({ from, to });
  }
  return ranges;
}

function instantOf(text: string, timeZone: string): number | null {
  const stamp = new Timestamp();
  if (!readTimestamp(text, ANY_YEAR, stamp) || Number.isNaN(stamp.dmy)) return null;
  return zoneOf(timeZone).instantOfLocal(stamp.dmy);
}

/** Opens the column of blocked date ranges, which become flags set and cleared. */
export function openBlocked(table: Table): ((item: number) => void) | null {
  const column = findName(table.header, ['blocked date range', 'blocked date ranges']);
  if (column === -1) return null;
  noteMapping(table, 'blocked', column);
  const cells = new Dictionary();
  const cell = table.category(column, cells);
  return (item) => {
    const text = cells.value(cell.id);
    if (text === '') return;
    const ranges = readBlockedRanges(text, table.options.timeZone);
    if (ranges === null)
      table.badCell(
        'unreadable-range',
        'Cells of blocked time that are no date ranges: [05/01/2026-09/01/2026]|…',
        text,
      );
    for (const { from, to } of ranges ?? []) {
      table.log.flag(item, from, true);
      if (!Number.isNaN(to)) table.log.flag(item, to, false);
    }
  };
}
