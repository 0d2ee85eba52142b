import type { Unit, Value } from '../../model/document/document-parts.ts';
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
