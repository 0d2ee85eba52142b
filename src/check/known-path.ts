import { PitwallError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import { meantBy } from '../model/other-words.ts';
import { type Check, type PathStep, pathText } from '../model/statistics/check.ts';
import { fullPath, percentileOf } from './full-path.ts';
import { everyFigure, figureAt, type KnownFigure } from './known-figures.ts';

/** A check whose figure exists. */
export interface KnownCheck extends Check {
  /** With the short forms written out. */
  full: readonly PathStep[];
  figure: KnownFigure;
}

/**
 * Finds the figure of a check in the contract: a check of nothing must not pass.
 * @throws PitwallError `unknown-figure`, with the nearest one; `bad-check` if the unit does not fit
 */
export function knownCheck(check: Check): KnownCheck {
  const full = fullPath(check.path);
  const figure = figureAt(full);
  if (figure === null) throw unknownFigure(check);
  checkUnit(check, figure);
  return { ...check, full, figure };
}

function unknownFigure({ path, where }: Check): PitwallError {
  const entry = path.find((step) => 'entry' in step);
  const point = percentileOf(fullPath(path)) ?? 85;
  const name = entry === undefined ? '[name]' : pathText([entry]);
  const candidates = everyFigure().map((known) => known.replaceAll('[]', name).replaceAll('*', String(point)));
  const suggestion = nearest(pathText(path), candidates);
  const cure =
    suggestion === null
      ? (curedByMeaning(pathText(path), candidates) ?? 'pitwall report -f json shows the figures and their names')
      : `Did you mean \`${suggestion}\`?`;
  return new PitwallError('unknown-figure', `there is no figure \`${pathText(path)}\``, where, cure);
}

/** `velocity.median`: what another word for a metric may have meant. */
function curedByMeaning(path: string, candidates: readonly string[]): string | null {
  const key = meantBy(path.split(/[.[]/)[0] as string)?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = candidates.find((candidate) => candidate.startsWith(`${key}.`));
  return found === undefined ? null : `pitwall calls it ${key}, with figures such as \`${found}\``;
}

const UNITS = { days: ['d', 'h'], hours: ['h'], share: ['%'], number: [] } as const;
const NAMES = { days: 'days', hours: 'hours', share: 'a share', number: 'a plain number' } as const;

function checkUnit({ limit, path, where }: Check, { unit }: KnownFigure): void {
  if (!('value' in limit) || limit.unit === null) return;
  const allowed: readonly string[] = UNITS[unit];
  if (allowed.includes(limit.unit)) return;
  const cure =
    allowed.length === 0
      ? 'Write the limit without a unit'
      : `Write the limit with ${allowed.join(' or ')}, or without a unit`;
  throw new PitwallError(
    'bad-check',
    `\`${pathText(path)}\` is ${NAMES[unit]}, so \`${limit.unit}\` does not fit`,
    where,
    cure,
  );
}
