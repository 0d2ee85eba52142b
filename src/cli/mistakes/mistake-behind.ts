import { basename } from 'node:path';
import type { Command } from 'commander';
import { PitwallError } from '../../index.ts';
import { isParserError } from '../failure.ts';
import { shellWord } from '../files/shell-word.ts';
import { programOf } from '../program.ts';
import type { Session } from '../session.ts';
import { commandOf, isCalled, parserMistake, type Refused } from './parser-mistake.ts';

/**
 * The mistake in the command line that an error came from, as an error that names it; else the error itself.
 * Only runs that fail ask for it.
 */
export function mistakeBehind(error: unknown, session: Session): unknown {
  if (!isParserError(error) && !(error instanceof PitwallError)) return error;
  // With the options of all commands, which a run sets up only for its own.
  const refused: Refused = {
    argv: session.argv,
    cwd: session.cwd,
    program: programOf({ ...session, argv: [] }, { status: 0 }),
  };
  const written = wrongDash(refused) ?? valueIsOption(refused);
  if (written !== null) return written;
  if (isParserError(error)) return parserMistake(error, refused);
  return commandAsFile(error, refused) ?? addressAsFile(error, refused) ?? error;
}

/** What comes before `--`: after it, everything is a name. */
function upToNames(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}

/** `-last` in place of `--last`, or the dash that a word processor makes of two hyphens. */
function wrongDash({ argv, program }: Refused): PitwallError | null {
  const known = (name: string) =>
    name.length > 2 && program.commands.some(({ options }) => options.some((one) => isCalled(one, `--${name}`)));
  for (const word of upToNames(argv)) {
    const [, dashes = '', name = ''] = /^([-\u2010-\u2015\u2212]{1,2})([a-z][a-z-]*)(?:=.*)?$/i.exec(word) ?? [];
    if (dashes === '' || dashes === '--' || !known(name)) continue;
    const what =
      dashes === '-' ? 'a long option has two dashes' : 'its dash is not a hyphen, as in text that is copied';
    return new PitwallError('bad-command-line', what, word, `Write --${name}`);
  }
  return null;
}

/** `--by --json`: the parser takes what follows for the value, whatever it is. */
function valueIsOption(refused: Refused): PitwallError | null {
  const command = commandOf(refused);
  if (command === null) return null;
  const words = upToNames(refused.argv);
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const option = command.options.find((one) => isCalled(one, word));
    if (option?.required !== true || next === undefined || !isOption(next, command)) continue;
    const what = `it has no value, and ${next} follows`;
    return new PitwallError('bad-command-line', what, word, `Write ${option.flags.replace(/^-\w, /, '')}`);
  }
  return null;
}

function isOption(word: string, command: Command): boolean {
  return /^--[a-z]/.test(word) && command.options.some((one) => isCalled(one, word.split('=')[0] as string));
}

/** `report cycle-time export.csv`: a command in the place of a file. */
function commandAsFile(error: PitwallError, { argv, program }: Refused): PitwallError | null {
  if (error.code !== 'missing-file') return null;
  const name = basename(error.where ?? '');
  const found = program.commands.find((command) => command.name() === name);
  if (found === undefined || !argv.includes(name)) return null;
  const rest = argv.slice(1).filter((word) => word !== name);
  const line = name === 'help' ? `pitwall help ${argv[0]}` : ['pitwall', name, ...rest.map(shellWord)].join(' ');
  return new PitwallError('bad-command-line', `there is no file "${name}", but a command`, null, `Write ${line}`);
}

/** `report https://…`: a file that is to be fetched first. */
function addressAsFile(error: PitwallError, { argv }: Refused): PitwallError | null {
  if (error.code !== 'missing-file') return null;
  const name = basename(error.where ?? '');
  const address = upToNames(argv).find((word) => /^[a-z][a-z\d+.-]+:\/\//i.test(word) && basename(word) === name);
  if (address === undefined) return null;
  return new PitwallError(
    'missing-file',
    'pitwall fetches nothing, and this is no file',
    address,
    'Save the export, and name the file',
  );
}
