import type { ColumnKind } from '../table/column-kind.ts';
import { isAddress, isPath, maskAddress, maskPath } from './mask-address.ts';
import { isProjectId, maskIds } from './mask-id.ts';
import type { Recognised } from './recognised.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWords } from './tracker-words.ts';
import { isMeasure, isNothing, isNumber, isShortNumber, isTimestamp, isYesOrNo } from './value-shape.ts';
import { looksPersonal } from './vocabulary-shape.ts';

/** What happened to a value. */
type Fate = 'kept' | 'people' | 'text' | 'date' | 'empty';

export interface MaskedValue {
  text: string;
  fate: Fate;
  /** Why it was kept. */
  why?: string;
}

/** The context for masking a value. */
export interface Known {
  replacements: Replacements;
  recognised: Recognised | null;
}

const ADDRESS = /[^\s@<>()[\]{},;:|"'/\\=]+@[^\s@<>()[\]{},;:|"'/\\=]+/g;
/** One name or address in a list of people: `Ana <ana@example.test>; Ben` has three. */
const PERSON = /[^;|,<>[\]"()\r\n\t\\/]+/g;
/** One part of a list of labels: `points: 3, state::ready` has four. */
const LABEL = /[^;|,:]+/g;
/** A path of folders in place of a title. */
const FOLDER = /^\/[^\r\n]+\/$/;
const OFFSET = /^[+-]\d{2}:?\d{2}$/;
const LONGEST = 200;

/**
 * The value as it may be shared.
 * @param text not JSON
 */
export function maskValue(text: string, kind: ColumnKind, known: Known): MaskedValue {
  const plain = text.trim();
  if (plain === '') return { text, fate: 'empty' };
  const masked = maskPlain(plain, kind, known);
  const start = text.indexOf(plain);
  return { ...masked, text: text.slice(0, start) + masked.text + text.slice(start + plain.length) };
}

function maskPlain(text: string, kind: ColumnKind, known: Known): MaskedValue {
  const { replacements } = known;
  if (kind === 'kept') return kept(text, '--keep');
  if (kind === 'masked') return replaced(text, replacements);
  if (isNothing(text)) return kept(text, 'nothing');
  if (kind === 'people') return { text: maskPeople(text, replacements), fate: 'people' };
  // A value that is only an address is a person, in any column.
  if (text.length <= LONGEST && /^\S+@\S+$/.test(text) && text.replace(ADDRESS, '') === '') {
    return { text: maskPeople(text, replacements), fate: 'people' };
  }
  if (kind === 'text') return replaced(text, replacements);
  // No can be a person's name.
  if (isYesOrNo(text) && (kind !== 'unknown' || text === text.toLowerCase() || text.length > 2))
    return kept(text, 'yes or no');
  if (isNumber(text) || /^\d+$/.test(text)) return maskNumber(text, kind, replacements);
  if (isTimestamp(text)) return { text: withoutPlace(text), fate: 'date' };
  if (isAddress(text)) return { text: maskAddress(text, replacements), fate: 'text' };
  if (isPath(text)) return { text: maskPath(text, replacements), fate: 'text' };
  if (isMeasure(text) || (kind === 'quantity' && OFFSET.test(text))) return kept(text, 'a measure');
  if (kind === 'vocabulary' || kind === 'group' || kind === 'words') return maskWords(text, kind, known);
  if (kind === 'id' || kind === 'number' || isProjectId(text)) return given(text, maskIds(text, replacements), 'an id');
  return replaced(text, replacements);
}

/** A date without the name of its zone: the reader ignores that, so it could be any text. */
function withoutPlace(date: string): string {
  return date.replace(/ \((?!(?:utc|gmt)[^()a-z]*\))[^()]*\)$/i, '');
}

function kept(text: string, why: string): MaskedValue {
  return { text, fate: 'kept', why };
}

/** The result of a replacement, which counts as kept if nothing changed. */
function given(before: string, text: string, why: string): MaskedValue {
  return before === text ? kept(text, why) : { text, fate: 'text' };
}

function replaced(text: string, replacements: Replacements): MaskedValue {
  return { text: neutral(text, replacements), fate: 'text' };
}

/** A number as it may be shared. A long one may be that of a phone or an account. */
export function maskNumber(text: string, kind: ColumnKind, replacements: Replacements): MaskedValue {
  if ((kind === 'date' || kind === 'quantity') && isTimestamp(text)) return { text, fate: 'date' };
  if ((kind === 'id' && !text.startsWith('+')) || kind === 'quantity')
    return kept(text, kind === 'id' ? 'an id' : 'a quantity');
  if (isShortNumber(text)) return kept(text, 'a short number');
  return { text: String(replacements.number(text)), fate: 'text' };
}

/** Statuses and labels: those that the format reads stay, and words that every tracker uses. */
function maskWords(text: string, kind: 'vocabulary' | 'group' | 'words', known: Known): MaskedValue {
  const { replacements, recognised } = known;
  if (replacements.isWholeName(text)) return replaced(text, replacements);
  const namesOne = (text.match(LABEL) ?? []).some((label) => replacements.isWholeName(label));
  if (isTrackerWords(text) && !namesOne) return kept(text, 'words of trackers');
  const isRead = recognised?.certain === true && (kind === 'vocabulary' || (kind === 'group' && recognised.hasGroups));
  if (isRead && !namesOne && !looksPersonal(text, replacements)) return kept(text, `read by ${recognised.format}`);
  const masked = text.replace(LABEL, (label) => maskLabel(label, replacements));
  return given(text, masked, 'words of trackers');
}

/** One label: `Blocked by Acme` must still say that the item is blocked. */
function maskLabel(label: string, replacements: Replacements): string {
  if (label.length > LONGEST) return replacements.textWord(label);
  if (replacements.isWholeName(label)) return label.replace(/\S.*\S/s, (name) => replacements.textWord(name));
  // A number next to unknown words may be part of a phone number.
  const isKnown = (part: string) => isTrackerWords(part) && (!/\d/.test(part) || isTrackerWords(label));
  let masked = '';
  let unknown = '';
  for (const part of label.split(/(\s+)/)) {
    if (part !== '' && part.trim() !== '' && !isKnown(part)) {
      unknown += (unknown === '' ? '' : ' ') + part;
      continue;
    }
    if (part.trim() === '' && unknown !== '') continue;
    if (unknown !== '') masked += `${replacements.textWord(unknown)} `;
    unknown = '';
    masked += part;
  }
  return unknown === '' ? masked : masked + replacements.textWord(unknown);
}

/** People, with any text between them. The same name gets the same word in every cell. */
function maskPeople(text: string, replacements: Replacements): string {
  // The number of an account stays a number, since a reference to it may be one too.
  if (/^\d+$/.test(text)) return String(replacements.account(text));
  if (isAddress(text)) return `https://host.invalid/${replacements.personWord(text)}`;
  return text.replace(/[^;|<>[\]"()\r\n\t\\/]+/g, (names) => {
    const name = names.trim();
    const whole = /^[^,]+, ?[^,]+$/.test(name) ? replacements.lastFirst(name) : null;
    return whole === null ? maskNames(names, replacements) : names.replace(name, () => whole);
  });
}

function maskNames(text: string, replacements: Replacements): string {
  return text.replace(PERSON, (part) => {
    const name = part.trim();
    if (name === '' || isNothing(name)) return part;
    const at = name.startsWith('@') ? '@' : '';
    const word = name.includes('@', 1) ? replacements.mail(name) : at + replacements.personWord(name.slice(at.length));
    return part.replace(name, () => word);
  });
}

/** A word instead of a text, on as many lines as the text. */
function neutral(text: string, replacements: Replacements): string {
  // A row such as `/Campaigns/Spring/` is a folder, and no task.
  if (FOLDER.test(text)) return text.replace(/[^/]+/g, (name) => replacements.textWord(name));
  // Teams without a field for points write them here: `(3) Write the texts`.
  const points = /^\(\d{1,3}(?:\.\d{1,2})?\)\s/.exec(text)?.[0] ?? '';
  const word = points + replacements.textWord(text);
  const [, ...rest] = text.split(/\r\n|\r|\n/);
  if (rest.length === 0) return word;
  const breaks = text.match(/\r\n|\r|\n/g) as string[];
  return word + rest.map((line, index) => `${breaks[index]}${line.trim() === '' ? '' : 'text'}`).join('');
}
