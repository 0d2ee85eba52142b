import { Command, Help } from 'commander';
import { METRICS } from '../index.ts';
import { addAnonymize } from './commands/anonymize.ts';
import { addChart, CHART } from './commands/chart.ts';
import { addCheck, CHECK } from './commands/check.ts';
import { addCompare, COMPARE } from './commands/compare.ts';
import { addCompletion } from './commands/completion.ts';
import { addExplain } from './commands/explain.ts';
import { addForecast, FORECAST } from './commands/forecast.ts';
import { addFormats } from './commands/formats.ts';
import { addHelp } from './commands/help.ts';
import { addInit } from './commands/init.ts';
import { addInspect } from './commands/inspect.ts';
import { addItem } from './commands/item.ts';
import { addItems } from './commands/items.ts';
import { addLeak } from './commands/leak.ts';
import { addMcp, MCP } from './commands/mcp.ts';
import { addMetric, answerOf } from './commands/metric.ts';
import { addReport } from './commands/report.ts';
import { addSchema } from './commands/schema.ts';
import { addSensitivity, SENSITIVITY } from './commands/sensitivity.ts';
import { addSnapshotCommand, SNAPSHOT } from './commands/snapshot.ts';
import { addTrend, TREND } from './commands/trend.ts';
import { FIRST_GROUP, firstScreen, HELP_WIDTH } from './help/first-screen.ts';
import type { Ending, Session } from './session.ts';
import { widthOf } from './terminal/width.ts';
import { readVersion } from './version.ts';

/** What the list of commands says of one. */
interface Summarized {
  name: string;
  summary: string;
}

/** False if the first word is another command: setting up the options of all takes longer than a small report. */
function mayBeAsked(command: string, [first]: readonly string[]): boolean {
  return first === undefined || first.startsWith('-') || first === 'help' || first === command;
}

/**
 * The whole command line. It throws instead of ending the process.
 * @param ending a command writes its exit status there
 * @param printHelp prints the text of `--help`; without it, help is not printed
 */
export function programOf(session: Session, ending: Ending, printHelp: (text: string) => void = () => {}): Command {
  const program = new Command('pitwall')
    .description('Flow metrics from exports of task boards: how long work takes, where it waits.')
    .usage('<command> [options] <files...>')
    // run.ts knows -V, too: an option has one letter.
    .version(readVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    // Set before any command is added: commands inherit these.
    .exitOverride()
    .configureHelp({
      formatHelp: (command, helper) =>
        command.parent === null
          ? firstScreen(command, helper)
          : Help.prototype.formatHelp.call(helper, command, helper),
    })
    .configureOutput({
      writeOut: printHelp,
      // `run` catches the error and prints it, on one line.
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(HELP_WIDTH, widthOf(undefined, session)),
    });
  const { argv } = session;
  /** A command whose options are set up only where they may be asked for. */
  const lazily = ({ name, summary }: Summarized, add: () => void) => {
    if (mayBeAsked(name, argv)) add();
    else program.command(name).summary(summary);
  };

  program.commandsGroup(FIRST_GROUP);
  addReport(program, session);
  addInspect(program, session);
  addInit(program, session);
  program.commandsGroup('Look closer:');
  addItems(program, session);
  addItem(program, session);
  lazily(CHART, () => addChart(program, session));
  lazily(COMPARE, () => addCompare(program, session));
  lazily(SENSITIVITY, () => addSensitivity(program, session));
  program.commandsGroup('One metric:');
  for (const metric of METRICS) {
    lazily({ name: metric.command, summary: answerOf(metric) }, () => addMetric(program, session, metric));
  }
  program.commandsGroup('What comes:');
  lazily(FORECAST, () => addForecast(program, session));
  program.commandsGroup('Keep watch:');
  lazily(CHECK, () => addCheck(program, session, ending));
  lazily(SNAPSHOT, () => addSnapshotCommand(program, session));
  lazily(TREND, () => addTrend(program, session));
  program.commandsGroup('Look up, set up:');
  addExplain(program, session);
  addFormats(program, session);
  addSchema(program, session);
  addLeak(program, session);
  addAnonymize(program, session);
  addCompletion(program, session);
  lazily(MCP, () => addMcp(program, session));
  addHelp(program, session);
  return program;
}
