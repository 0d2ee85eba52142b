import type { Command, Help } from 'commander';

/** Of help at most: longer lines are hard to read. */
export const HELP_WIDTH = 80;

/** The group of commands that the first screen describes; of others it gives the names. */
export const FIRST_GROUP = 'Start here:';

const NAMES_AT = 17;

const END = `
pitwall help <command>: its options, with examples. -h and -v work everywhere.
pitwall help --all: what every command answers, and the exit status.
`;

/** The help of the program on one screen of 24 lines: what one does first, then the names of all other commands. */
export function firstScreen(program: Command, helper: Help): string {
  const groups = new Map<string, Command[]>();
  for (const command of helper.visibleCommands(program)) {
    const heading = command.helpGroup() || 'Other:';
    groups.set(heading, [...(groups.get(heading) ?? []), command]);
  }
  const blocks = [...groups].map(([heading, commands]) =>
    heading === FIRST_GROUP
      ? `\n${heading}\n${commands.map((command) => described(command, helper)).join('')}\n`
      : named(heading, commands),
  );
  return `Usage: pitwall <command> [options] <files...>\n\n${program.description()}\n${blocks.join('')}${END}`;
}

function described(command: Command, helper: Help): string {
  return `  ${command.name().padEnd(NAMES_AT - 2)}${helper.subcommandDescription(command)}\n`;
}

/** The names of a group's commands, in as many lines as they take. */
function named(heading: string, commands: readonly Command[]): string {
  const lines = [heading.padEnd(NAMES_AT)];
  for (const [index, command] of commands.entries()) {
    const word = index === commands.length - 1 ? command.name() : `${command.name()}, `;
    if ((lines.at(-1) as string).length + word.trimEnd().length > HELP_WIDTH) lines.push(' '.repeat(NAMES_AT));
    lines[lines.length - 1] += word;
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
