import type { Command } from 'commander';
import { bold, escaped, example, tagged, written } from './roff.ts';
import { ENVIRONMENT, FILES, statusOf } from './surroundings.ts';

/** What all pages have in common. */
export interface Edition {
  version: string;
  /** The day that the pages are of: `2026-12-01`. */
  date: string;
}

/** What `explain` says of a command. */
export interface Explanation {
  meaning: string;
  formula: string;
  unit: string;
  caution: string;
}

/** Of the program, where its help has none of its own. */
const MOST_EXAMPLES = 8;

/** The help's group of options that are in none. */
const THE_REST = 'Options:';

/** The name of a command's page: `pitwall-cycle-time`; `pitwall` for the program. */
export function pageName(command: Command): string {
  return command.parent === null ? command.name() : `${command.parent.name()}-${command.name()}`;
}

/** The manual page of a command, or of the program. */
export function manualPage(command: Command, explanation: Explanation | null, edition: Edition): string {
  const name = pageName(command);
  const sections = [
    section('NAME', `${escaped(name)} \\- ${escaped(shortOf(command))}\n`),
    section('SYNOPSIS', synopsis(command)),
    section('DESCRIPTION', description(command, explanation)),
    section('OPTIONS', optionsOf(command)),
    section('EXIT STATUS', Object.entries(statusOf(command.name())).map(status).join('')),
    section('ENVIRONMENT', ENVIRONMENT.map(([variable, text]) => tagged(bold(variable), text)).join('')),
    section('FILES', FILES.map(([file, text]) => tagged(bold(file), text)).join('')),
    section('EXAMPLES', example(examplesOf(command))),
    section('SEE ALSO', seeAlso(command)),
  ];
  const head = `.TH ${escaped(name.toUpperCase())} 1 "${edition.date}" "pitwall ${edition.version}" "Pitwall manual"\n`;
  return `.\\" Made from the program: see tools/man-pages.mjs.\n${head}${RAGGED}${sections.join('')}`;
}

/** Neither stretched nor hyphenated: what is cut cannot be searched for. */
const RAGGED = '.nh\n.ad l\n';

const section = (title: string, body: string): string => `.SH ${title}\n${body}`;
const status = ([code, text]: [string, string]): string => tagged(bold(code), text);
const invocation = (command: Command): string => pageName(command).replace('pitwall-', 'pitwall ');

/** In a few words, without a full stop, as lists of pages show it. */
function shortOf(command: Command): string {
  const text = command.summary() || command.description();
  return (text.split(/(?<=[^.])\. /)[0] as string).replace(/\.$/, '');
}

/** As the help has it, with each way to call it on a line of its own. */
function synopsis(command: Command): string {
  const usage = command.usage() || '[options]';
  return usage
    .split(' | ')
    .map((way, index) => `${index === 0 ? '' : '.br\n'}${bold(invocation(command))} ${written(way)}\n`)
    .join('');
}

function description(command: Command, explanation: Explanation | null): string {
  const text = explanation?.meaning ?? sentence(command.description());
  const paragraphs = [`${escaped(text)}\n`];
  if (explanation !== null) {
    const { caution, formula, unit } = explanation;
    const known = Object.entries({ Formula: formula, Unit: unit, Caution: caution }).filter(
      ([, value]) => value !== '',
    );
    paragraphs.push(...known.map(([label, value]) => tagged(bold(label), value)));
  }
  if (command.commands.length > 0) paragraphs.push(commandsOf(command));
  return paragraphs.join('');
}

function sentence(text: string): string {
  const whole = text.trim();
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${/[.!?…]$/.test(whole) ? '' : '.'}`;
}

function commandsOf(program: Command): string {
  const groups = new Map<string, string>();
  for (const command of visibleCommands(program)) {
    const group = command.helpGroup() || 'Commands:';
    const usage = `${command.name()}`;
    groups.set(group, `${groups.get(group) ?? ''}${tagged(bold(usage), shortOf(command))}`);
  }
  return inGroups(groups);
}

/** The commands that the help shows. */
export function visibleCommands(program: Command): Command[] {
  return program.createHelp().visibleCommands(program);
}

function inGroups(groups: ReadonlyMap<string, string>): string {
  if (groups.size === 1) return [...groups.values()].join('');
  return [...groups].map(([group, body]) => `.SS ${escaped(headingOf(group))}\n${body}`).join('');
}

const headingOf = (group: string): string => (group === THE_REST ? 'Other options' : group.replace(/:$/, ''));

/** The arguments and options, in the groups of the help. */
function optionsOf(command: Command): string {
  const help = command.createHelp();
  const argumentLines = help
    .visibleArguments(command)
    .map((argument) => tagged(written(argumentTerm(argument.name(), argument.variadic)), argument.description));
  const groups = new Map<string, string>(argumentLines.length === 0 ? [] : [['Arguments:', argumentLines.join('')]]);
  for (const option of help.visibleOptions(command)) {
    const group = option.helpGroupHeading ?? THE_REST;
    groups.set(group, `${groups.get(group) ?? ''}${tagged(written(option.flags), option.description)}`);
  }
  return inGroups(groups);
}

const argumentTerm = (name: string, variadic: boolean): string => `<${name}${variadic ? '...' : ''}>`;

/** The help as it is printed, all of it. */
function helpOf(command: Command): string {
  let text = '';
  const before = command.configureOutput();
  command.configureOutput({ ...before, writeOut: (more) => (text += more) });
  command.outputHelp();
  command.configureOutput(before);
  return text;
}

/** The lines below `Examples:`; null if the help has none. */
function examplesIn(help: string): string[] | null {
  const lines = help.split('\n');
  const start = lines.findIndex((line) => /^Examples?:/.test(line));
  if (start === -1) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && !/^\s/.test(line));
  const block = rest.slice(0, end === -1 ? undefined : end).map((line) => line.replace(/^ {2}/, '').trimEnd());
  return block.filter((line) => line !== '');
}

/** The examples of the help; else the first of each command; else the command with what it cannot do without. */
function examplesOf(command: Command): string[] {
  const own = examplesIn(helpOf(command));
  if (own !== null) return own;
  const others = visibleCommands(command).flatMap((one) => examplesIn(helpOf(one))?.slice(0, 1) ?? []);
  if (others.length > 0) return others.slice(0, MOST_EXAMPLES);
  const files = command.registeredArguments.some((argument) => /^files?$/.test(argument.name())) ? ' export.csv' : '';
  return [`${invocation(command)}${files}`];
}

function seeAlso(command: Command): string {
  const program = command.parent ?? command;
  const others = command.parent === null ? visibleCommands(command) : [program, ...related(program, command)];
  const names = others.filter((one) => one !== command && one.name() !== 'help').map(pageName);
  return `${names.map((name) => `.BR \\%${escaped(name)} (1)`).join(' ,\n')}\n`;
}

/** What helps with any command: how to find out what it reads and what its figures mean. */
function related(program: Command, command: Command): Command[] {
  return program.commands.filter((one) => one !== command && ['inspect', 'explain', 'formats'].includes(one.name()));
}
