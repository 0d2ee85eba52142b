import { PitwallError } from '../../model/errors.ts';
import { type Check, COMPARISONS, type Comparison, type Limit, type LimitUnit } from '../../model/statistics/check.ts';
import { CHECK_CURE, parsePath } from './parse-path.ts';

type Expression = Pick<Check, 'text' | 'path' | 'comparison' | 'limit'>;

/** What other languages write. */
const SPELLINGS: Readonly<Record<string, Comparison>> = { '≤': '<=', '≥': '>=', '≠': '!=' };
const COMPARISON = /\s*([<>=!≤≥≠]+)\s*/y;
const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const ABSOLUTE = new RegExp(`^${NUMBER}\\s*(.*)$`, 's');
const TIMES_BASELINE = new RegExp(`^(?:${NUMBER}\\s*\\*\\s*)?baseline(?:\\s*\\*\\s*${NUMBER})?$`);
const LIMIT_CURE = 'Write a number with d, h, % or no unit, or a multiple of the baseline: 10d, 20 %, 0.8 * baseline';

/**
 * Reads `<path> <comparison> <limit>`.
 * @param where where it is written, for an error
 * @throws PitwallError `bad-check`
 */
export function parseCheck(text: string, where: string): Expression {
  const { path, end } = parsePath(text, where);
  COMPARISON.lastIndex = end;
  const match = COMPARISON.exec(text);
  const [whole, sign = ''] = match ?? ['', ''];
  if (match === null) throw new PitwallError('bad-check', `\`${text}\` compares nothing`, where, CHECK_CURE);
  const comparison = COMPARISONS.find((known) => known === sign) ?? SPELLINGS[sign];
  if (comparison === undefined) {
    throw new PitwallError(
      'bad-check',
      `\`${sign}\` is no comparison`,
      where,
      `Write one of ${COMPARISONS.join(', ')}`,
    );
  }
  const written = text.slice(end + whole.length).trim();
  return {
    text: `${text.slice(0, end).trim()} ${comparison} ${written}`,
    path,
    comparison,
    limit: parseLimit(written, where),
  };
}

/** `cycleTime.p85=10d` of `--max` and `--min`; the name of a stage may contain a `=`. */
export function parseBound(text: string, comparison: '<=' | '>=', option: string): Expression {
  const equals = text.lastIndexOf('=');
  if (equals < 1 || /[<>!=]/.test(text[equals - 1] as string)) {
    throw new PitwallError('bad-check', `\`${text}\` is no limit`, option, 'Write path=value: cycleTime.p85=10d');
  }
  return parseCheck(`${text.slice(0, equals).trim()} ${comparison} ${text.slice(equals + 1).trim()}`, option);
}

function parseLimit(written: string, where: string): Limit {
  const relative = TIMES_BASELINE.exec(written);
  if (relative !== null) {
    const [, before, after] = relative;
    // Two factors, `2 * baseline * 3`, would only be a slip.
    const factor = before !== undefined && after !== undefined ? Number.NaN : Number(before ?? after ?? 1);
    if (factor > 0 && Number.isFinite(factor)) return { factor };
    throw new PitwallError('bad-check', `\`${written}\` is no multiple of a baseline`, where, LIMIT_CURE);
  }
  const [, number = '', unit = ''] = ABSOLUTE.exec(written) ?? [];
  const value = number === '' ? Number.NaN : Number(number);
  if (!Number.isFinite(value)) {
    throw new PitwallError('bad-check', `\`${written}\` is no limit`, where, LIMIT_CURE);
  }
  return { value, unit: unitOf(unit.trim(), where) };
}

function unitOf(unit: string, where: string): LimitUnit {
  if (unit === '') return null;
  if (unit === 'd' || unit === 'h' || unit === '%') return unit;
  throw new PitwallError('bad-check', `\`${unit}\` is no unit of a limit`, where, LIMIT_CURE);
}
