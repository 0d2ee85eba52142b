import { optionError } from './problems/option-problem.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})([.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** True if the date exists: `Date.parse` reads 30 February as 2 March. */
function exists(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

function isoOffset(offset: string): string {
  if (offset.toUpperCase() === 'Z') return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/**
 * Reads an option that takes a local date or an instant.
 * @returns the date as it is, or the instant in UTC with milliseconds
 */
export function parseMoment(option: string, text: string): string {
  const value = text.trim();
  if (DATE.test(value)) {
    if (!exists(value))
      throw optionError(option, `there is no day \`${value}\``, 'Write a date that exists, as YYYY-MM-DD');
    return value;
  }
  if (value.toLowerCase() === 'now') {
    const cure =
      option === '--as-of'
        ? 'Pass an instant, such as new Date().toISOString()'
        : 'Write a date, or an instant with Z or an offset';
    throw optionError(option, '`now` is not a date', cure);
  }
  const match = INSTANT.exec(value);
  if (match === null) {
    throw optionError(
      option,
      `\`${text}\` is neither a date nor an instant`,
      'Write 2026-03-02, or 2026-03-02T09:00:00Z with Z or an offset',
    );
  }
  const [, date = '', time = '', seconds = '00', fraction = '', offset] = match;
  if (offset === undefined) {
    throw optionError(
      option,
      `\`${text}\` has no offset`,
      `Write ${date}T${time}Z, or an offset such as ${date}T${time}+01:00`,
    );
  }
  const milliseconds = fraction.slice(1, 4).padEnd(3, '0');
  const instant = Date.parse(`${date}T${time}:${seconds}.${milliseconds}${isoOffset(offset)}`);
  if (!exists(date) || Number.isNaN(instant)) {
    throw optionError(option, `there is no such moment as \`${text}\``, 'Write an instant that exists');
  }
  return new Date(instant).toISOString();
}
