import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { meantBy, PitwallError, suggestionFor } from '../../index.ts';
import type { ParserError } from '../failure.ts';
import { shellWord } from '../files/shell-word.ts';
import { insteadOf, optionMeantBy } from './option-words.ts';

/** A command line that the parser refused, and the program with the options of all its commands. */
export interface Refused {
  argv: readonly string[];
  /** The working folder. */
  cwd: string;
  program: Command;
}

/** The parser's error as one of pitwall's: what is wrong, and what to write. */
export function parserMistake(error: ParserError, refused: Refused): PitwallError {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n(Did you mean ');
  const near = suggestion === undefined ? null : `Did you mean ${suggestion.replace(/\)\s*$/, '')}`;
  const quoted = /'(.*)'/s.exec(what)?.[1] ?? '';
  if (error.code === 'commander.unknownCommand') return unknownCommand(quoted, near, refused);
  if (error.code === 'commander.unknownOption') return unknownOption(quoted, near, refused);
  const command = commandOf(refused);
  if (error.code === 'commander.optionMissingArgument') {
    return wrong(
      `option ${quoted.split(/[ ,]/).find((word) => word.startsWith('--')) ?? quoted} has no value`,
      `Write ${longForm(quoted)}`,
    );
  }
  const usage = command === null ? 'pitwall help' : `pitwall ${command.name()} ${command.usage()}`;
  return wrong(what.trim().replace(/\.$/, ''), `Usage: ${usage}`);
}

function wrong(what: string, cure: string): PitwallError {
  return new PitwallError('bad-command-line', what, null, cure);
}

/** `-f, --format <form>` → `--format <form>`. */
function longForm(flags: string): string {
  return flags.replace(/^-\w, /, '');
}

/** Whether an option is written like this, with its dashes. */
export function isCalled({ long, short }: Option, written: string): boolean {
  return long === written || short === written;
}

/** The command that was typed; null if none was. */
export function commandOf({ argv, program }: Refused): Command | null {
  return program.commands.find((command) => command.name() === argv[0]) ?? null;
}

function unknownCommand(word: string, near: string | null, { argv, cwd, program }: Refused): PitwallError {
  const names = program.commands.map((command) => command.name());
  const rest = argv.slice(1).filter((argument) => argument !== word);
  const later = rest.find((argument) => names.includes(argument));
  // A path or a glob in the place of the command: it comes later, or was forgotten.
  if (/[./\\*]/.test(word) || (argv[0] === word && word !== '' && existsSync(resolve(cwd, word)))) {
    const others = rest.filter((argument) => argument !== later);
    const line = ['pitwall', later ?? 'report', ...[word, ...others].map(shellWord)].join(' ');
    return wrong(
      `'${word}' is not a command`,
      later === undefined ? `Did you mean ${line}?` : `The command comes first: ${line}`,
    );
  }
  const what = `unknown command '${word}'`;
  const meant = meantBy(word);
  if (meant !== null && names.includes(meant.split(' ')[0] as string)) {
    return wrong(what, `pitwall calls it ${meant}: ${['pitwall', meant, ...filesOf(rest).map(shellWord)].join(' ')}`);
  }
  const spelt = near === null ? suggestionFor(word, names) : null;
  return wrong(what, near ?? (spelt === null ? 'Run pitwall help to see the commands' : `Did you mean ${spelt}?`));
}

/** The files of a command line; a name for one if it has none. */
function filesOf(args: readonly string[]): readonly string[] {
  const files = args.filter((argument) => !argument.startsWith('-') && /[./*]/.test(argument));
  return files.length === 0 ? ['export.csv'] : files;
}

function unknownOption(option: string, near: string | null, refused: Refused): PitwallError {
  const what = `unknown option '${option}'`;
  const command = commandOf(refused);
  if (command === null) return beforeCommand(what, option, refused);
  const own = command.options;
  const [flag = '', value] = option.split('=');
  if (value !== undefined && own.some((known) => isCalled(known, flag))) {
    return wrong(`option '${flag}' takes no value`, `Write ${flag}`);
  }
  const meant = optionMeantBy(flag);
  if (meant !== null && has(own, meant, command)) return wrong(what, `pitwall calls it ${meant}`);
  const instead = insteadOf(flag);
  if (instead !== null) return wrong(what, instead);
  const others = refused.program.commands.filter(({ options }) => options.some((known) => isCalled(known, flag)));
  if (others.length > 0) return wrong(`${what}: pitwall ${command.name()} has none`, `It is one of ${namesOf(others)}`);
  const begun = own.flatMap(({ long }) => (option.length > 4 && long?.startsWith(option) === true ? [long] : []));
  if (begun.length > 0) return wrong(what, `Did you mean ${begun.join(' or ')}?`);
  // The parser compares what stands after = as well.
  const names = own.flatMap(({ long }) => (value === undefined || long == null ? [] : [long]));
  const spelt = suggestionFor(flag, names);
  const suggested = near ?? (spelt === null ? null : `Did you mean ${spelt}?`);
  return wrong(what, suggested ?? `Run pitwall help ${command.name()} to see its options`);
}

/** An option that stands before the command, or without one. */
function beforeCommand(what: string, option: string, { argv, program }: Refused): PitwallError {
  const names = new Set(program.commands.map((command) => command.name()));
  const at = argv.findIndex((argument) => names.has(argument));
  if (at === -1) return wrong(what, 'A command comes first: pitwall report export.csv; pitwall help lists them');
  const line = ['pitwall', ...argv.slice(at), ...argv.slice(0, at)].map(shellWord).join(' ');
  const known = program.commands.some(({ options }) => options.some((one) => isCalled(one, option)));
  return wrong(
    what,
    `Options follow the command: ${known ? line : `pitwall help ${argv[at]} lists those of ${argv[at]}`}`,
  );
}

/** Whether a command has an option, and the form that it names, such as `-f csv`. */
function has(options: readonly Option[], written: string, command: Command): boolean {
  const [flag = '', value = ''] = written.split(' ');
  const option = options.find((known) => isCalled(known, flag));
  if (option === undefined || flag !== '-f') return option !== undefined;
  return command.options.some((known) => isCalled(known, '-f') && new RegExp(`\\b${value}\\b`).test(known.description));
}

const MOST_NAMED = 4;

function namesOf(commands: readonly Command[]): string {
  const all = commands.map((command) => command.name());
  const shown = all.slice(0, MOST_NAMED).join(', ');
  return all.length > MOST_NAMED ? `${shown} and ${all.length - MOST_NAMED} more` : shown;
}
