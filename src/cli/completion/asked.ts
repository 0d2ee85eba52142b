import type { Command, Option } from 'commander';
import { collect } from '../options.ts';

/** What a word on the command line is about. */
export interface Asked {
  command: Command;
  /** What stands before the part that is completed, as in `--format=`. */
  prefix: string;
  /** That part, as far as it has been typed. */
  text: string;
  /** The option whose value it is; null for an argument or the name of an option. */
  option: Option | null;
  /** True where options may stand. */
  mayBeOption: boolean;
  /** The values of options, by their long names; an empty list for one that takes none. */
  given: ReadonlyMap<string, string[]>;
  /** The arguments before. */
  arguments: string[];
}

const takesValue = (option: Option): boolean => option.required || option.optional;

/** True if an option may be given again. */
export const isRepeatable = (option: Option): boolean => option.variadic || option.parseArg === collect;

const keyOf = (option: Option): string => option.long ?? option.flags;

/** The words of a command line before the one that is typed, as the parser would take them. */
class WordsBefore {
  readonly given = new Map<string, string[]>();
  readonly arguments: string[] = [];
  /** The option that the next word is a value of. */
  awaits: Option | null = null;
  onlyArguments = false;
  readonly #command: Command;

  constructor(command: Command) {
    this.#command = command;
  }

  add(word: string): void {
    const option = this.awaits;
    if (option !== null && !(option.variadic && word.startsWith('-') && this.#valuesOf(option).length > 0)) {
      this.#valuesOf(option).push(word);
      if (!option.variadic) this.awaits = null;
    } else if (this.onlyArguments || word === '-' || !word.startsWith('-')) this.arguments.push(word);
    else if (word === '--') {
      this.onlyArguments = true;
      this.awaits = null;
    } else this.#option(word);
  }

  #valuesOf(option: Option): string[] {
    const values = this.given.get(keyOf(option)) ?? [];
    this.given.set(keyOf(option), values);
    return values;
  }

  #option(word: string): void {
    this.awaits = null;
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = equals !== -1 ? word.slice(0, equals) : word.startsWith('--') ? word : word.slice(0, 2);
    const option = optionOf(this.#command, name);
    if (option === undefined) return;
    const values = this.#valuesOf(option);
    if (!takesValue(option)) return;
    if (equals !== -1) values.push(word.slice(equals + 1));
    else if (!word.startsWith('--') && word.length > 2) values.push(word.slice(2));
    else this.awaits = option;
  }
}

function optionOf(command: Command, name: string): Option | undefined {
  return command.options.find(({ long, short }) => name === long || name === short);
}

/**
 * What is asked for by the word that is typed.
 * @param before the words of the command's own, before that word
 */
export function askedOf(command: Command, before: readonly string[], word: string): Asked {
  const words = new WordsBefore(command);
  for (const one of before) words.add(one);
  const asked = { command, prefix: '', text: word, given: words.given, arguments: words.arguments };
  const { awaits } = words;
  // After its first value, a list of files may end with an option.
  const isMore = awaits?.variadic === true && (words.given.get(keyOf(awaits))?.length ?? 0) > 0;
  const mayBeOption = !words.onlyArguments && (awaits === null || isMore);
  const within = mayBeOption ? /^(--[^=]+)=/.exec(word) : null;
  if (within !== null) {
    const option = optionOf(command, within[1] as string);
    const prefix = within[0];
    const text = word.slice(prefix.length);
    return { ...asked, prefix, text, option: option !== undefined && takesValue(option) ? option : null, mayBeOption };
  }
  return { ...asked, option: mayBeOption && word.startsWith('-') ? null : awaits, mayBeOption };
}
