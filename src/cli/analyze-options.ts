import { type AnalyzeOptions, PitwallError } from '../index.ts';
import type { PrintOptions } from './print-document.ts';

/** What the parser makes of an analysing command's options: all of them text, unchecked. */
export interface CommandOptions extends PrintOptions {
  config?: string;
  input?: string;
  sheet?: string;
  map?: string[];
  dateOrder?: string;
  timeZone?: string;
  sourceName?: string;
  strict?: boolean;
  asOf?: string;
  from?: string;
  to?: string;
  last?: string;
  basis?: string;
  unit?: string;
  where?: string[];
  by?: string;
  anonymizePeople?: boolean;
  quiet?: boolean;
  debug?: boolean;
}

/** Splits at the first `=`: a column's name may hold more. */
function mappingOf(pairs: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new PitwallError('bad-option', `\`${pair}\` is no mapping`, '--map', 'Write field=column');
    map[pair.slice(0, equals).trim()] = pair.slice(equals + 1).trim();
  }
  return map;
}

const PASSED_ON = [
  'input',
  'sheet',
  'dateOrder',
  'timeZone',
  'sourceName',
  'strict',
  'from',
  'to',
  'last',
  'basis',
  'unit',
  'where',
  'by',
  'anonymizePeople',
] as const;

/** The library's options for a command line; the library checks their values. */
export function analyzeOptionsOf(options: CommandOptions): AnalyzeOptions {
  const given: Record<string, unknown> = {};
  for (const key of PASSED_ON) {
    if (options[key] !== undefined) given[key] = options[key];
  }
  // Only who types the command means this clock: the library gives the same answer to the same question.
  if (options.asOf !== undefined) given.asOf = options.asOf === 'now' ? new Date().toISOString() : options.asOf;
  if (options.map !== undefined) given.map = mappingOf(options.map);
  return given as AnalyzeOptions;
}
