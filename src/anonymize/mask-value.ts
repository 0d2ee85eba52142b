import type { ColumnKind } from './column-kind.ts';
import { isAddress, isNumberedPath, maskAddress, maskPath } from './mask-address.ts';
import type { Replacements } from './replacements.ts';
import { isMeasure, isNumber, isPlainWord, isTimestamp, looksLikeId } from './value-shape.ts';

/** What became of a value. */
export type Fate = 'kept' | 'people' | 'text' | 'date' | 'empty';

export interface MaskedValue {
  text: string;
  fate: Fate;
}

const ADDRESS = /[^\s@<>()[\]{},;:|"'/\\=]+@[^\s@<>()[\]{},;:|"'/\\=]+/g;
const MENTION = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
/** What stands between people, and around the parts of how one is written: `Ana <ana@example.test>; Ben`. */
const PERSON = /[^;|,<>[\]"()\r\n\t\\/]+/g;
const LONGEST_WORD = 120;
const LONGEST_ID = 200;

/**
 * The value as it may be shared.
 * @param text not JSON
 */
export function maskValue(text: string, kind: ColumnKind, replacements: Replacements): MaskedValue {
  const plain = text.trim();
  if (plain === '') return { text, fate: 'empty' };
  if (kind === 'kept') return { text, fate: 'kept' };
  const start = text.indexOf(plain);
  const { text: masked, fate } = maskPlain(plain, kind, replacements);
  return { text: text.slice(0, start) + masked + text.slice(start + plain.length), fate };
}

function maskPlain(text: string, kind: ColumnKind, replacements: Replacements): MaskedValue {
  if (kind === 'masked') return { text: neutral(text, replacements), fate: 'text' };
  if (isPlainWord(text)) return { text, fate: 'kept' };
  if (kind === 'people') return maskPeople(text, replacements);
  if (isTimestamp(text)) return { text, fate: 'date' };
  if (isNumber(text)) return { text, fate: 'kept' };
  if (isAddress(text)) return { text: maskAddress(text, replacements), fate: 'text' };
  if (isNumberedPath(text)) return { text: maskPath(text, replacements), fate: 'text' };
  // What is nothing but an address is a person, whatever the column is called.
  if (text.length <= LONGEST_ID && /^\S+@\S+$/.test(text) && text.replace(ADDRESS, '') === '')
    return maskPeople(text, replacements);
  if (isMeasure(text)) return { text, fate: 'kept' };
  const short = text.length <= LONGEST_WORD && !/[\r\n]/.test(text);
  if (kind === 'vocabulary' && short) return maskWithin(text, replacements);
  const id = (kind === 'id' && !/\s/.test(text) && text.length <= LONGEST_ID) || (kind !== 'text' && looksLikeId(text));
  if (id) return maskWithin(text, replacements);
  return { text: neutral(text, replacements), fate: 'text' };
}

/** A value that is kept, but for addresses and mentions in it. */
function maskWithin(text: string, replacements: Replacements): MaskedValue {
  const masked = text
    .replace(ADDRESS, (address) => mail(address, replacements))
    .replace(MENTION, (mention) => `@${replacements.personWord(mention.slice(1))}`);
  return { text: masked, fate: masked === text ? 'kept' : 'people' };
}

/** People, whatever stands between them: the same name is the same word in every cell. */
function maskPeople(text: string, replacements: Replacements): MaskedValue {
  // An account's number stays one, as what refers to it may be a number, too.
  if (/^\d+$/.test(text)) return { text: String(replacements.person(text)), fate: 'people' };
  if (isTimestamp(text)) return { text, fate: 'date' };
  if (isAddress(text)) return { text: `https://host.invalid/${replacements.personWord(text)}`, fate: 'people' };
  const masked = text.replace(PERSON, (part) => {
    const name = part.trim();
    if (name === '' || isPlainWord(name)) return part;
    const at = name.startsWith('@') ? '@' : '';
    const word = name.includes('@', 1) ? mail(name, replacements) : at + replacements.personWord(name.slice(at.length));
    return part.replace(name, () => word);
  });
  return { text: masked, fate: 'people' };
}

function mail(address: string, replacements: Replacements): string {
  // How Bugzilla writes that there is nobody.
  if (/^nobody@/i.test(address)) return 'nobody@example.invalid';
  return `${replacements.personWord(address)}@example.invalid`;
}

/** A word in place of a text, on as many lines as the text. */
function neutral(text: string, replacements: Replacements): string {
  // A habit of teams without a field for points: `(3) Write the texts`.
  const points = /^\(\d+(?:\.\d+)?\)\s/.exec(text)?.[0] ?? '';
  const word = points + replacements.textWord(text);
  const [, ...rest] = text.split(/\r\n|\r|\n/);
  if (rest.length === 0) return word;
  const breaks = text.match(/\r\n|\r|\n/g) as string[];
  return word + rest.map((line, index) => `${breaks[index]}${line.trim() === '' ? '' : 'text'}`).join('');
}
