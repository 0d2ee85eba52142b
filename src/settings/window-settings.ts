import type { Configuration } from '../contract/configuration.ts';
import type { Settings } from '../model/settings.ts';
import type { AnalyzeOptions } from './analyze-options.ts';
import { parseMoment } from './moment.ts';
import { optionError } from './problems/option-problem.ts';

/**
 * asOf and the window. `--from` and `--to` override the configuration's `last`, which would otherwise cut off part of the
 * requested window.
 */
export function windowSettingsOf(
  configuration: Configuration,
  options: AnalyzeOptions,
): Pick<Settings, 'asOf' | 'from' | 'to' | 'last'> {
  const asOf = options.asOf === undefined ? null : parseMoment('--as-of', options.asOf);
  const from = options.from === undefined ? null : parseMoment('--from', options.from);
  const to = options.to === undefined ? null : parseMoment('--to', options.to);
  // If their lengths are equal, both are dates or both instants, whose order is that of their texts.
  if (from !== null && to !== null && from.length === to.length && from >= to) {
    throw optionError(
      '--from',
      `the window would end at ${to}, before it starts`,
      'Give a --to that is later than --from',
    );
  }
  if (options.last !== undefined) {
    if (!/^\d{1,4}[dwm]$/.test(options.last)) {
      throw optionError('--last', `\`${options.last}\` is not a length of time`, lengthCure(options.last));
    }
    if (from !== null)
      throw optionError('--last', 'both --last and --from say where the window starts', 'Give one of them');
  }
  const configured = from === null && to === null ? (configuration.last ?? null) : null;
  return { asOf, from, to, last: options.last ?? configured };
}

const UNITS: readonly (readonly [words: RegExp, months: number, unit: string])[] = [
  [/^d(?:ays?)?$/i, 1, 'd'],
  [/^w(?:(?:ee)?ks?)?$/i, 1, 'w'],
  [/^m(?:o(?:nths?)?)?$/i, 1, 'm'],
  [/^y(?:(?:ea)?rs?)?$/i, 12, 'm'],
];

/** `3`, `3 weeks` and `1y` show what is meant. */
function lengthCure(last: string): string {
  const [, digits = '', words = ''] = /^\s*(\d{1,3})[\s-]*([a-z]*)\s*$/i.exec(last) ?? [];
  if (digits !== '' && words === '') return `Write ${digits}d, ${digits}w or ${digits}m, for days, weeks or months`;
  const [, factor = 1, unit] = UNITS.find(([word]) => digits !== '' && word.test(words)) ?? [];
  if (unit !== undefined) return `Write ${Number(digits) * factor}${unit}`;
  return 'Write a number of up to four digits with d, w or m (days, weeks, months), such as 12w';
}
