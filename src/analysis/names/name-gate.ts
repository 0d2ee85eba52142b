import { UnknownFormatError } from '../../model/column-proposal.ts';
import { PitwallError } from '../../model/errors.ts';
import type { NameMatcher } from './name-matcher.ts';

/** Keys whose values are words of pitwall's own, or hold no others, which outputs rely on: somebody may be called `Active`. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  'asOfSource basis because better certainty code countsAs currency delayBasis delimiter direction effort encoding expectation format fullerFormats grade historyGrade judged key kind kindFrom line metric order outcome pathFrom rankedBy scale timeZone tool unit verdict weight'.split(
    ' ',
  ),
);

/** Words of pitwall's own, by a key that elsewhere has texts out of the data. */
export const OWN_AMONG_OTHERS: ReadonlyMap<string, ReadonlySet<unknown>> = new Map([
  ['source', new Set(['open', 'in-progress', 'option'])],
  ['status', new Set(['ok', 'tooFew'])],
  ['rule', new Set(['outside', 'run', 'twoOfThree', 'fourOfFive'])],
]);

/** Keys whose values are keyed by names out of the data. */
export const KEYED: ReadonlySet<string> = new Set(['mapping', 'reached', 'stages']);

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
    if (OWN_WORDS.has(key) || OWN_AMONG_OTHERS.get(key)?.has(value) === true) return value;
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
  if (error instanceof PitwallError) {
    const { code, cure, what } = error;
    const where = error.where === null ? null : text(error.where);
    if (!(error instanceof UnknownFormatError)) return new PitwallError(code, text(what), where, text(cure));
    const { file, ...proposal } = error.proposal;
    return new UnknownFormatError(text(what), where ?? '', text(cure), { ...proposal, file: text(file) });
  }
  if (!(error instanceof Error)) return error;
  error.message = text(error.message);
  if (error.stack !== undefined) error.stack = text(error.stack);
  return error;
}
