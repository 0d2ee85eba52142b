import { UnknownFormatError } from '../../model/column-proposal.ts';
import { PitwallError } from '../../model/errors.ts';
import type { NameMatcher } from './name-matcher.ts';

/** Keys whose values are words of pitwall's own, which outputs rely on: somebody may be called `Active`. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  'asOfSource basis because certainty code countsAs currency delayBasis delimiter effort encoding format fullerFormats grade historyGrade key kind line metric order outcome pathFrom rankedBy timeZone tool unit verdict weight'.split(
    ' ',
  ),
);

/** Keys whose values are keyed by names out of the data. */
const KEYED = new Set(['mapping', 'stages']);

/** Kinds of columns whose cells are no names. */
const HARMLESS = new Set(['dates', 'numbers', 'empty']);

/**
 * The last place that every text passes on its way out where people have lost their names: whoever is known from the data
 * is replaced, in whatever spelling, also within longer texts.
 */
export class NameGate {
  readonly #names: NameMatcher;

  constructor(names: NameMatcher) {
    this.#names = names;
  }

  readonly text = (text: string): string => this.#names.replace(text);

  /** A copy of an answer with no name in its texts, nor in keys that are data. Numbers stay what they are. */
  value<Value>(value: Value): Value {
    return this.#copy(value, '', false) as Value;
  }

  /** The error with no name in what it says. */
  error(error: unknown): unknown {
    return rewritten(error, this.text);
  }

  #copy(value: unknown, key: string, keyed: boolean): unknown {
    if (OWN_WORDS.has(key)) return value;
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.#copy(one, key, false));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
      keyed ? this.text(name) : name,
      this.#copy(inner, keyed ? '' : name, KEYED.has(name)),
    ]);
    return Object.fromEntries(entries);
  }
}

/** An error that says the same in other words. */
export function rewritten(error: unknown, text: (text: string) => string): unknown {
  if (error instanceof UnknownFormatError) return unknownFormat(error, text);
  if (error instanceof PitwallError) {
    const { code, cure, what, where } = error;
    const shown = code === 'unknown-format' ? withoutColumns(what) : what;
    return new PitwallError(code, text(shown), where === null ? null : text(where), text(cure));
  }
  if (!(error instanceof Error)) return error;
  error.message = text(error.message);
  if (error.stack !== undefined) error.stack = text(error.stack);
  return error;
}

/** What was seen of a table that nobody could read: no cells, and no header that may be a row. */
function unknownFormat({ cure, proposal, what, where }: UnknownFormatError, text: (text: string) => string): Error {
  const { columns, doubt, fields, file, ...rest } = proposal;
  const isRow = columns.some(({ name }) => /^\p{N}|@/u.test(name));
  const nameOf = (name: string) => (isRow ? `column ${columns.findIndex((one) => one.name === name) + 1}` : text(name));
  const seen = (name: string, evidence: string) => {
    const kind = columns.find((one) => one.name === name)?.kind;
    return kind !== undefined && HARMLESS.has(kind) ? evidence : evidence.replace(/(?:, such as |: ).*$/su, '');
  };
  return new UnknownFormatError(text(withoutColumns(what)), text(where ?? ''), isRow ? NAME_THEM : text(cure), {
    ...rest,
    file: text(file),
    doubt: doubt === null ? null : text(doubt),
    columns: columns.map(({ name, kind, evidence }) => ({ name: nameOf(name), kind, evidence: seen(name, evidence) })),
    fields: fields.map(({ field, column, because }) => ({
      field,
      column: nameOf(column),
      because: seen(column, because),
    })),
  });
}

const NAME_THEM = 'Name the columns with --map, or see "pitwall formats"';

/** Without the list of columns, which are cells where the table has no header. */
function withoutColumns(what: string): string {
  return what.replace(/ its columns \(.*\)(?=;|$)/su, ' its columns');
}
