import { readTimestamp } from '../../ingest/time/read-timestamp.ts';
import { Timestamp } from '../../ingest/time/timestamp.ts';
import { NOTHING, YES_OR_NO } from './column-name-words.ts';

const scratch = new Timestamp();
/** The century of two-digit years does not matter here. */
const ANY_YEAR = 2000;

/** With or without groups of thousands. `555.123.4567` is not one: it may be a phone number. */
const NUMBER = /^[+-]?(?:\d{1,19}(?:[.,]\d+)?|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const UUID = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
/** Digits alone may be a phone number. */
const HEXADECIMAL = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,64}$/i;
/** A number with a unit, or a time of the clock. */
const MEASURES = /^(?:[+-]?\d{1,6}(?:[.,]\d{1,6})? ?(?:%|[a-z]{1,2}|min|hrs?|days?|hours?|minutes?|sec)(?: |,|$) ?)+$/i;
const CLOCK = /^-?\d{1,6}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
const MONEY = /^(?:[€£$] ?\d{1,9}(?:[.,]\d+)*|\d{1,9}(?:[.,]\d+)* ?[€£$])$/;
/** Words that trackers put before ids: `Parents: 12; Children: 14, 15`, `Blocks #12`. */
const LINK_WORDS: ReadonlySet<string> = new Set(
  'parent parents child children relatives related relates predecessors successors blocks blocked by to from duplicate duplicates precedes follows copied'.split(
    ' ',
  ),
);
const LONGEST_RANGES = 1000;

export function isTimestamp(text: string): boolean {
  return readTimestamp(text, ANY_YEAR, scratch);
}

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * A number with more digits may be that of a phone or an account, also in groups: `612.345.678`, `612.345678`. Digits do
 * not count after zero, nor the one or two after a whole number.
 */
export function isShortNumber(text: string): boolean {
  const counted = text.replace(/^([+-]?\d*)[.,]\d{1,2}$/, '$1').replace(/^[+-]?0?[.,]\d+(?=e|$)/i, '');
  return counted.replace(/\D/g, '').length <= 6 && text.length <= 24;
}

export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}

export function isYesOrNo(text: string): boolean {
  return YES_OR_NO.test(text);
}

/** Ids that programs make, which identify only the item. */
export function isRandomId(text: string): boolean {
  return UUID.test(text) || HEXADECIMAL.test(text);
}

export function isLinkWord(word: string): boolean {
  return LINK_WORDS.has(word.toLowerCase());
}

/** Digits with units (`3d 4h`, `50%`), times of the clock, amounts, ranges of dates (`[06/03/2026-09/03/2026]`). */
export function isMeasure(text: string): boolean {
  const plain = text.replace(/[\u00a0\u202f]/g, ' ');
  if (text.length > LONGEST_RANGES) return false;
  return MEASURES.test(plain) || CLOCK.test(plain) || MONEY.test(plain) || isDateRanges(plain);
}

function isDateRanges(text: string): boolean {
  const ranges = text.split(/[[\],;|]/).map((range) => range.trim());
  return (
    text.startsWith('[') &&
    ranges.every((range) => {
      const dates = range.split('-');
      const half = dates.length / 2;
      return (
        range === '' ||
        [dates.slice(0, half).join('-'), dates.slice(half).join('-')].every(
          (date) => date.trim() === '' || isTimestamp(date),
        )
      );
    })
  );
}
