import type { Command, Option } from 'commander';
import { programOf } from '../program.ts';
import { type Session, write } from '../session.ts';
import { type Asked, askedOf, isRepeatable } from './asked.ts';
import { AtHand } from './at-hand.ts';
import { bashReplies } from './bash-replies.ts';
import { type Candidate, type Candidates, isTypable } from './candidate.ts';
import { argumentValues, optionValues } from './option-values.ts';
import { typedLine } from './typed-line.ts';

/** More are no help. There are some four hundred time zones, and as many figures. */
const MOST = 1000;
/** Descriptions stay on one line. */
const LONGEST_ABOUT = 80;

/**
 * Answers a shell: `__complete bash <line up to the cursor> <COMP_WORDBREAKS>`, or `__complete zsh|fish` with the words
 * before and the word that is typed. Prints `files` where the shell should complete files, or `values` and a line for
 * each: for bash what it puts in, for the others the value, a tab and what it is. Whatever fails, prints nothing.
 */
export async function complete(session: Session): Promise<void> {
  try {
    const [, shell, ...rest] = session.argv;
    const answer = shell === 'bash' ? await forBash(rest, session) : await forWords(shell, rest, session);
    await write(session.stdout, answer);
  } catch {
    // A message would stand in the middle of the line that somebody types.
  }
}

async function forBash([line = '', breaks = '']: readonly string[], session: Session): Promise<string> {
  const { before, redirected, word } = typedLine(line, breaks);
  const found = redirected ? 'files' : await candidatesFor(before.slice(1), word.text, session);
  if (found === 'files') return 'files\n';
  const values = found.map(({ value }) => value).filter((value) => value.startsWith(word.text));
  const replies = bashReplies(values, word);
  // What is not whole yet goes on without a space.
  const isWhole = values.length === 1 && !isOpen(values[0] as string);
  return `${isWhole ? 'values' : 'open'}\n${replies.map((reply) => `${reply}\n`).join('')}`;
}

async function forWords(shell: string | undefined, words: readonly string[], session: Session): Promise<string> {
  // Fish gives the word as it is typed, and zsh without its quotes.
  const typed = words.at(-1) ?? '';
  const word = shell === 'fish' ? typedLine(typed, '').word.text : typed;
  const found = await candidatesFor(words.slice(0, -1), word, session);
  if (found === 'files') return 'files\n';
  return `values\n${found.map(({ about, value }) => `${value}\t${about}\n`).join('')}`;
}

const isOpen = (value: string): boolean => value.endsWith('=');

/** What a word may become, after the words of the command line before it. */
async function candidatesFor(before: readonly string[], word: string, session: Session): Promise<Candidates> {
  const at = before.findIndex((one) => !one.startsWith('-'));
  const all = programOf({ ...session, argv: [] }, { status: 0 });
  if (at === -1) return typable(word.startsWith('-') ? programOptions(all) : commandsOf(all));
  const name = before[at] as string;
  if (name === 'help') return before.length === at + 1 ? typable(commandsOf(all)) : [];
  const command = all.commands.find((one) => one.name() === name || one.aliases().includes(name));
  if (command === undefined) return [];
  const asked = askedOf(command, before.slice(at + 1), word);
  const found = await valuesOf(asked, session);
  if (found === 'files') return 'files';
  return typable(found.map(({ about, value }) => ({ value: asked.prefix + value, about })));
}

function valuesOf(asked: Asked, session: Session): Promise<Candidates> | Candidates {
  const { command, given, mayBeOption, option, prefix, text } = asked;
  if (option === null && prefix === '' && mayBeOption && text.startsWith('-')) return optionNames(asked);
  if (option === null && prefix !== '') return [];
  // The first argument of some commands is no file.
  const first = command.registeredArguments[0]?.variadic === true ? 0 : command.registeredArguments.length - 1;
  const files = [...asked.arguments.slice(first), ...(given.get('--a') ?? []), ...(given.get('--b') ?? [])];
  const atHand = new AtHand(files, given, session);
  return option === null ? argumentValues(asked, atHand) : optionValues(option, asked, atHand);
}

function commandsOf(program: Command): Candidate[] {
  const visible = program.createHelp().visibleCommands(program);
  return visible.map((command) => ({ value: command.name(), about: command.summary() || command.description() }));
}

function programOptions(program: Command): Candidate[] {
  return namesOf(program.createHelp().visibleOptions(program), '-');
}

/** The options that may still be given. */
function optionNames({ command, given, text }: Asked): Candidate[] {
  const visible = command.createHelp().visibleOptions(command);
  return namesOf(
    visible.filter((option) => isRepeatable(option) || !given.has(option.long ?? option.flags)),
    text,
  );
}

/** Their short names only where one is being typed: they are easier to type than to choose. */
function namesOf(options: readonly Option[], text: string): Candidate[] {
  const isShort = /^-[^-]/.test(text);
  return options.flatMap(({ description, long, short }) => {
    const name = isShort ? short : long;
    return name == null ? [] : [{ value: name, about: description }];
  });
}

/** Only what can be typed, each once; none if they are too many to choose from. */
function typable(candidates: Candidates): Candidates {
  if (candidates === 'files') return candidates;
  const known = new Map(
    candidates
      .filter(({ value }) => isTypable(value))
      .map((candidate) => [candidate.value, { ...candidate, about: shortened(candidate.about) }]),
  );
  return known.size > MOST ? [] : [...known.values()];
}

/** One line, without what would be a column of its own. */
function shortened(about: string): string {
  const line = about.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_ABOUT ? line : `${line.slice(0, LONGEST_ABOUT - 1).trimEnd()}…`;
}
