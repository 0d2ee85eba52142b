import { type AnalyzeOptions, PitwallError } from '../index.ts';
import type { PrintOptions } from './print-document.ts';

/** The parsed options of an analysing command. Only numbers have been checked. */
export interface CommandOptions extends PrintOptions {
  config?: string;
  input?: string;
  sheet?: string;
  map?: string[];
  dateOrder?: string;
  timeZone?: string;
  sourceName?: string;
  strict?: boolean;
  snapshots?: boolean;
  snapshotDate?: string[];
  asOf?: string;
  from?: string;
  to?: string;
  last?: string;
  /** `last`: from the end of the latest period in the history. */
  since?: string;
  basis?: string;
  unit?: string;
  where?: string[];
  allowEmpty?: boolean;
  by?: string;
  sle?: string;
  rate?: number;
  delayRate?: number;
  currency?: string;
  handoffMinutes?: number;
  /** False for `report --no-charts`. */
  charts?: boolean;
  /** `waste --items`. */
  items?: boolean;
  /** `check`. */
  max?: string[];
  min?: string[];
  check?: string[];
  requireData?: boolean;
  requireBaseline?: boolean;
  /** `compare`. */
  a?: string[];
  b?: string[];
  splitAt?: string;
  values?: string[];
  metric?: string[];
  seed?: number;
  /** A file of snapshots, and the name of a series in it. */
  history?: string;
  series?: string;
  hashInputs?: boolean;
  anonymizePeople?: boolean;
  debug?: boolean;
}

/** Splits at the first `=`: the name of a column may contain more. */
function mappingOf(pairs: readonly string[], option: string, form: string): Record<string, string> {
  // From entries, because assigning to `__proto__` would silently do nothing.
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw new PitwallError('bad-option', `\`${pair}\` is not a mapping`, option, `Write ${form}`);
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
    }),
  );
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
  'allowEmpty',
  'by',
  'sle',
  'rate',
  'delayRate',
  'currency',
  'handoffMinutes',
  'hashInputs',
  'anonymizePeople',
] as const;

/** The library's options for a command line; the library checks their values. */
export function analyzeOptionsOf(options: CommandOptions): AnalyzeOptions {
  const given: Record<string, unknown> = {};
  for (const key of PASSED_ON) {
    if (options[key] !== undefined) given[key] = options[key];
  }
  // Only the CLI reads the clock for this, so that the library gives the same answer to the same question.
  if (options.asOf !== undefined) given.asOf = options.asOf === 'now' ? new Date().toISOString() : options.asOf;
  if (options.map !== undefined) given.map = mappingOf(options.map, '--map', 'field=column');
  if (options.snapshotDate !== undefined) {
    given.snapshots = mappingOf(options.snapshotDate, '--snapshot-date', 'file=2026-03-02');
  } else if (options.snapshots === true) given.snapshots = true;
  return given as AnalyzeOptions;
}
