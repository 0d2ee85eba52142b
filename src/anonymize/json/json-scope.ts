import { RECORD_KEYS } from '../../ingest/detect/json-wrapping.ts';
import { headerKey } from '../../ingest/table/header-key.ts';
import { type ByteText, blotted } from '../byte-text.ts';
import { isSelfDescribing, kindOf } from '../table/column-kind.ts';
import type { Column } from '../table/column-tally.ts';
import { isHeader } from '../table/table-head.ts';
import { maskNumber } from '../values/mask-value.ts';
import { proseMove } from '../values/prose-move.ts';
import { type Masking, maskedName, maskedText } from '../values/value-masker.ts';
import { isValueName } from './field-of-change.ts';
import { afterGap, factsOf, type ObjectFacts } from './json-facts.ts';
import type { JsonContainer, JsonPart } from './json-parts.ts';
import { rawString, stringText } from './json-strings.ts';

/** The last name in the path of an element of a header row. */
const NAME_OF_COLUMN = 'column name';

/** No export has objects deeper than this. */
const DEEPEST = 200;

/** An object or array that is being copied: it knows which key each of its parts belongs to. */
export class JsonScope {
  readonly path: readonly string[];
  readonly #masking: Masking;
  readonly #isObject: boolean;
  readonly #facts: ObjectFacts;
  #key: string | null = null;
  #isValue = false;
  /** Names of the columns if rows are arrays below an array of names, else null. */
  #header: readonly string[] | null;
  #index = 0;
  /** The header of the rows in this array, once the first has been seen; null if they have none. */
  #rowHeader: readonly string[] | null | undefined = undefined;

  /**
   * @param container as far as it is known; it is only examined, not copied
   * @param header names of its elements
   */
  constructor(
    container: JsonContainer,
    path: readonly string[],
    masking: Masking,
    header: readonly string[] | null = null,
  ) {
    this.path = path;
    this.#masking = masking;
    this.#isObject = container.open === '{';
    this.#facts = factsOf(container, path);
    // If an object says that it is a user or a status, its name is the name of a user or a status.
    if (this.#facts.type !== null && isSelfDescribing(this.#facts.type)) this.path = [...path, this.#facts.type];
    this.#header = header;
  }

  /** The next part, as it may be shared. */
  copy(part: JsonPart): ByteText {
    if (part.kind === 'gap') {
      if (this.#isObject) this.#isValue = afterGap(part.raw, this.#isValue);
      else this.#index += part.raw.split(',').length - 1;
      return part.raw;
    }
    if (part.kind === 'container') {
      const scope = this.inner(part);
      return part.open + part.parts.map((each) => scope.copy(each)).join('') + part.close;
    }
    if (this.#isObject && !this.#isValue) return this.#copyKey(part);
    return part.kind === 'string' ? this.#string(part.raw) : this.#word(part.raw);
  }

  /** The scope of the next container. */
  inner(container: JsonContainer): JsonScope {
    const around = this.#pathOfValue();
    // `list` with one value is a column of a board; a list of objects may contain anything.
    const path = container.open === '[' && around.at(-1) === 'list' ? [...around, 'elements'] : around;
    const header = this.#isObject || container.open === '{' ? null : this.#headerFor(container);
    // Deeper than any export: the outer names are dropped, so that paths do not grow with the file.
    return new JsonScope(container, path.length > DEEPEST ? path.slice(-1) : path, this.#masking, header);
  }

  #copyKey(part: { kind: 'string' | 'word'; raw: ByteText }): ByteText {
    if (part.kind === 'word') return blotted(part.raw);
    this.#key = stringText(part.raw);
    const isKept = this.#column(this.#pathOfValue()).kind === 'kept';
    const name = isKept ? this.#key : maskedName(this.#key, this.#masking, this.path);
    return name === this.#key ? part.raw : rawString(name, part.raw);
  }

  #string(raw: ByteText): ByteText {
    const text = stringText(raw);
    if (text.trim() === '') return raw;
    const path = this.#pathOfValue();
    // The name of a field says what its values are, so it is needed.
    const isField = this.#isObject && this.#key !== null && this.#key === this.#facts.fieldKey;
    if (isField || path.at(-1) === NAME_OF_COLUMN) {
      const name = maskedName(text, this.#masking);
      this.#column(path).count(name === text ? { fate: 'kept', why: 'a name of a field' } : { fate: 'text' });
      return name === text ? raw : rawString(name, raw);
    }
    const masked = maskedText(text, this.#column(path), path, this.#masking);
    if (masked === text) return raw;
    const move = this.#facts.describesMove && this.#key === 'text' ? proseMove(text, this.#masking) : '';
    return rawString(masked + move, raw);
  }

  #word(raw: ByteText): ByteText {
    if (/^(?:true|false|null)$/.test(raw)) return raw;
    if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(raw)) return blotted(raw);
    const column = this.#column(this.#pathOfValue());
    const { replacements } = this.#masking;
    if (column.kind === 'masked') {
      column.count({ fate: 'text' });
      return String(replacements.number(raw));
    }
    // The number of an account identifies a person as well as its name.
    if (column.kind === 'people') {
      column.count({ fate: 'people' });
      return String(replacements.account(raw));
    }
    if (column.kind === 'kept') {
      column.count({ fate: 'kept', why: '--keep' });
      return raw;
    }
    const masked = maskNumber(raw, column.kind, replacements);
    column.count(masked);
    return masked.text;
  }

  #column(path: readonly string[]): Column {
    const { recognised, columns } = this.#masking;
    const key = path.at(-1) ?? '';
    // What the format reads as a status or a type, under a key that says nothing by itself.
    const isRead = recognised?.vocabulary.has(headerKey(key)) === true && kindOf(path) === 'unknown';
    return columns.column(path, isRead ? 'vocabulary' : null);
  }

  #pathOfValue(): readonly string[] {
    if (!this.#isObject) {
      const name = this.#header?.[this.#index];
      return name === undefined ? this.path : [...this.path, name];
    }
    const key = this.#key ?? '';
    const { field, described, fieldKey } = this.#facts;
    const belongs = field !== null && key !== fieldKey && (isValueName(key) || (described && key === 'name'));
    return belongs ? [...this.path, field, key] : [...this.path, key];
  }

  /** The names of a row's elements. The row of names is the first in an array of records. */
  #headerFor(row: JsonContainer): readonly string[] | null {
    if (this.#rowHeader === undefined) {
      const holdsRecords = this.path.length === 0 || RECORD_KEYS.has(this.path.at(-1) as string);
      const cells = row.parts.filter(({ kind }) => kind !== 'gap');
      const names = cells.flatMap((cell) => (cell.kind === 'string' ? [stringText(cell.raw)] : []));
      const isNames = holdsRecords && names.length === cells.length && isHeader(names);
      this.#rowHeader = isNames ? names : null;
      return isNames ? names.map(() => NAME_OF_COLUMN) : null;
    }
    return this.#rowHeader;
  }
}
