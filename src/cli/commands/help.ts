import { type Command, Help } from 'commander';
import { METRICS } from '../../index.ts';
import { HELP_WIDTH } from '../help/first-screen.ts';
import type { Session } from '../session.ts';
import { show } from '../show.ts';

/** `help [command]`: the help of the program or of a command. */
export function addHelp(program: Command, session: Session): void {
  program
    .command('help')
    .summary('the help of a command, with examples')
    .description('The help of a command, a metric or pitwall itself, with examples.')
    .argument('[command]', 'a command or a metric; without one, the first screen')
    .option('--all', 'what every command answers, and the exit status')
    .option('--no-pager', 'print a long text at once, without a pager')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, { all, pager }: { all?: boolean; pager?: boolean }) => {
      if (name !== undefined) commandNamed(program, name).outputHelp();
      else if (all === true) await show(everyCommand(program), { pager: pager !== false }, session);
      else program.outputHelp();
    });
}

const EXAMPLES = `
Examples:
  pitwall help report
  pitwall help cycle-time
  pitwall help --all`;

const EXIT_STATUS = `Exit status: 0 done; 1 a limit of check is broken; 2 the input, the
configuration or the command line is wrong; 3 a limit could not be judged, with
--require-data or --require-baseline.
`;

/** A command by its name; a metric also by its key in JSON. */
function commandNamed(program: Command, name: string): Command {
  const named = (wanted: string | undefined) =>
    program.commands.find((command) => command.name() === wanted || command.aliases().includes(wanted ?? ''));
  const found = named(name) ?? named(METRICS.find(({ id }) => id === name)?.command);
  // The parser's own error, which gets its suggestion where all others do.
  if (found === undefined)
    return program.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
  return found;
}

/** The list that commander makes of a program. */
function everyCommand(program: Command): string {
  const subcommandTerm = (command: Command) => command.name();
  const helper = Object.assign(new Help(), { helpWidth: HELP_WIDTH, subcommandTerm });
  return `${Help.prototype.formatHelp.call(helper, program, helper)}\n${EXIT_STATUS}`;
}
