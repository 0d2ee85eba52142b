import { suggestionFor } from '../../model/other-words.ts';
import {
  type ComparedMetric,
  type CompareSettings,
  HEADLINE_METRICS,
  type SideRule,
} from '../../model/statistics/compare-settings.ts';
import { parseMoment } from '../moment.ts';
import { optionError } from '../problems/option-problem.ts';

/** The options of every comparison. */
export interface CompareOptions {
  /** What to compare: `cycleTime`, `stage[Review]`; all of the headline by default. */
  metrics?: readonly string[];
  /** Where its random numbers start: a whole number, 1 by default. */
  seed?: number;
}

/** The options of a comparison within one export: one of both. */
export interface CompareWithinOptions extends CompareOptions {
  /** Finishes before and from this local date or instant. */
  splitAt?: string;
  /** A field, and the two of its values that are the sides. */
  by?: string;
  values?: readonly string[];
}

/** @throws PitwallError `bad-option` */
export function compareSettingsOf({ metrics = [], seed = 1 }: CompareOptions): CompareSettings {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw optionError('--seed', `\`${seed}\` is not a seed`, 'Write a whole number, 0 or more');
  }
  const named = metrics.length === 0 ? HEADLINE_METRICS.map((id) => ({ id })) : metrics.map(metricOf);
  const known = new Map(named.map((metric) => [JSON.stringify(metric), metric]));
  return { metrics: [...known.values()], seed };
}

const STAGE = /^stages?\[(.+)\]$/i;
const plain = (name: string): string => name.trim().toLowerCase().replace(/[-_ ]/g, '');

/** `cycleTime` and `cycle-time` are one; the name of a stage may be in quotes. */
function metricOf(text: string): ComparedMetric {
  const stage = STAGE.exec(text.trim())?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (stage !== undefined && stage !== '') return { id: 'stage', stage };
  const id = HEADLINE_METRICS.find((known) => plain(known) === plain(text));
  if (id !== undefined) return { id };
  const suggestion = suggestionFor(text, HEADLINE_METRICS);
  throw optionError(
    '--metric',
    `\`${text}\` cannot be compared`,
    suggestion === null ? `Write one of ${HEADLINE_METRICS.join(', ')}, stage[…]` : `Did you mean \`${suggestion}\`?`,
  );
}

const CURE = 'Write --split-at <date>, or --by <field> --values A,B';

/** @throws PitwallError `bad-option` unless exactly one rule is given, and whole */
export function sideRuleOf({ by, splitAt, values }: CompareWithinOptions): SideRule {
  if (splitAt !== undefined && (by !== undefined || values !== undefined)) {
    throw optionError('--split-at', 'a date and the values of a field would both make the sides', 'Give one of them');
  }
  if (splitAt !== undefined) return { kind: 'dates', at: parseMoment('--split-at', splitAt) };
  if (by === undefined && values === undefined) {
    throw optionError('--split-at', 'one export has nothing to be compared with', CURE);
  }
  if (by === undefined || by.trim() === '') {
    throw optionError('--by', 'nothing says which field the values are of', 'Write a field, such as --by type');
  }
  if (values === undefined) {
    throw optionError(
      '--values',
      `nothing says which two values of "${by}" to compare`,
      'Write two, such as Bug,Story',
    );
  }
  return { kind: 'groups', field: by, values: twoValues(values) };
}

/** One text is cut at its comma; two are values as they are. */
function twoValues(values: readonly string[]): [string, string] {
  const list = (values.length === 1 ? (values[0] as string).split(',') : values).map((value) => value.trim());
  const [a, b] = list;
  if (list.length !== 2 || a === undefined || b === undefined) {
    throw optionError(
      '--values',
      `${list.length} ${list.length === 1 ? 'value is' : 'values are'} given, and a comparison has two sides`,
      'Write two, such as Bug,Story; for one with a comma in it give --values twice',
    );
  }
  if (a === b) throw optionError('--values', 'both sides are the same value', 'Write two different ones');
  return [a, b];
}
