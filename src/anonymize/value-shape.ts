import { Timestamp } from '../ingest/timestamp.ts';
import { readTimestamp } from '../ingest/timestamps.ts';
import { NOTHING, YES_OR_NO } from './known-words.ts';

const scratch = new Timestamp();
/** Which century two digits mean does not matter here. */
const ANY_YEAR = 2000;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:e[+-]?\d+)?$/i;
/** Item keys, UUIDs and hexadecimal ids, digits with a letter or a few before them. */
const ID =
  /^(?:[#!]?\d+|\p{Lu}[\p{Lu}\d_]{0,14}-\d+|[a-z]{1,5}[_-]?\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-f]*\d)[\da-f]{8,64}|\d+(?:[/:]\d+)+)$/iu;
/** Words that trackers put before ids: `Parents: 12; Children: 14, 15`, `Blocks #12`. */
const LINK_WORDS: ReadonlySet<string> = new Set(
  'parent parents child children relatives related relates predecessors successors blocks blocked by to from duplicate duplicates precedes follows copied'.split(
    ' ',
  ),
);
const LONGEST_LINKS = 1000;

export function isTimestamp(text: string): boolean {
  return readTimestamp(text, ANY_YEAR, scratch);
}

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Words that say nothing, yes or no. */
export function isPlainWord(text: string): boolean {
  return NOTHING.test(text) || YES_OR_NO.test(text);
}

export function looksLikeId(text: string): boolean {
  return (text.length <= 64 && ID.test(text)) || isLinks(text);
}

/** Digits and signs, with units of one or two letters: `3d 4h`, `50%`, `[06/03/2026-09/03/2026]`. */
export function isMeasure(text: string): boolean {
  return /\d/.test(text) && !/[^\p{ASCII}]|[a-z]{3}|@/iu.test(text.replace(/\u00a0|\u202f|[€£%]/g, ''));
}

function isLinks(text: string): boolean {
  if (text.length > LONGEST_LINKS || !/\d/.test(text)) return false;
  const words = text.toLowerCase().split(/[\s,;:#]+/);
  return words.every((word) => word === '' || LINK_WORDS.has(word) || /^\d+$/.test(word));
}
