import type { TablePart, Unit, Value } from '../../model/document/document-parts.ts';
import { type DurationUnit, durationIn, durationUnits } from '../../model/document/duration-column.ts';
import { formatNumber, UNKNOWN } from '../../model/document/number-format.ts';
import { formatInstant } from '../../model/time/instant-format.ts';

/** What decides how a document's values are written: its analysis' time zone and the meaning of a day. */
export interface Notation {
  timeZone: string;
  days: 'clock' | 'whole';
}

/**
 * The notation that a document's contract object asks for. Objects without a basis (definitions, formats, what
 * `inspect` found) hold no durations; without a zone, UTC.
 */
export function notationOf(data: unknown): Notation {
  const head = typeof data === 'object' && data !== null ? (data as { basis?: unknown; timeZone?: unknown }) : {};
  return {
    timeZone: typeof head.timeZone === 'string' ? head.timeZone : 'UTC',
    // With `basis: working` some durations of a document are working days and some elapsed ones: neither is 24 hours
    // by its name alone, so none is split into hours.
    days: head.basis === 'working' ? 'whole' : 'clock',
  };
}

/** A value as people read it; text stays as it is, so it must still be made safe for the output. */
export function formatValue(value: Value, unit: Unit, notation: Notation): string {
  if (value === null) return UNKNOWN;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value, unit, notation.days);
  return unit === 'instant' ? formatInstant(value, notation.timeZone) : value;
}

/** The cells of a table, row by row, as people read them: the durations of a column all have one unit. */
export function formatCells(part: TablePart, notation: Notation): string[][] {
  const units = unitsOf(part, notation);
  return part.rows.map((row) =>
    part.columns.map(({ unit }, index) => {
      const value = row[index] ?? null;
      const own = units.get(index);
      return typeof value === 'number' && own !== undefined
        ? durationIn(own, value)
        : formatValue(value, unit, notation);
    }),
  );
}

/** By the index of the column. None where nobody knows how many hours a day has: these stay days. */
function unitsOf({ columns, rows }: TablePart, { days }: Notation): ReadonlyMap<number, DurationUnit> {
  if (days !== 'clock') return new Map();
  const durations = columns.flatMap(({ unit }, index) => (unit === 'days' ? [index] : []));
  const units = durationUnits(
    durations.map((index) => rows.map((row) => row[index]).filter((value) => typeof value === 'number')),
  );
  return new Map(durations.map((index, at) => [index, units[at] as DurationUnit]));
}
