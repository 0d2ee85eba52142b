import { Command } from 'commander';
import { METRICS } from '../index.ts';
import { addAnonymize } from './commands/anonymize.ts';
import { addChart, CHART } from './commands/chart.ts';
import { addCheck, CHECK } from './commands/check.ts';
import { addCompare, COMPARE } from './commands/compare.ts';
import { addExplain } from './commands/explain.ts';
import { addForecast } from './commands/forecast.ts';
import { addFormats } from './commands/formats.ts';
import { addInit } from './commands/init.ts';
import { addInspect } from './commands/inspect.ts';
import { addItem } from './commands/item.ts';
import { addItems } from './commands/items.ts';
import { addLeak } from './commands/leak.ts';
import { addMcp, MCP } from './commands/mcp.ts';
import { addMetric } from './commands/metric.ts';
import { addReport } from './commands/report.ts';
import { addSchema } from './commands/schema.ts';
import { addSensitivity, SENSITIVITY } from './commands/sensitivity.ts';
import { addSnapshotCommand } from './commands/snapshot.ts';
import { addTrend } from './commands/trend.ts';
import type { Ending, Session } from './session.ts';
import { widthOf } from './terminal/width.ts';
import { readVersion } from './version.ts';

const EXAMPLES = `
Examples:
  pitwall report export.csv
  pitwall cycle-time export.csv --last 12w --by type
  pitwall report jira/*.json -o report.md
  zcat log.csv.gz | pitwall inspect -
  pitwall check export.csv --max cycleTime.p85=10d
  pitwall leak 10m --people 10 --every week

Exit status: 0 done; 1 a limit of check is broken; 2 the input, the configuration or the command line is wrong;
3 a limit could not be judged, with --require-data or --require-baseline.`;

/** False if the first word is another command: setting up the options of all takes longer than a small report. */
function mayBeAsked(command: string, [first]: readonly string[]): boolean {
  return first === undefined || first.startsWith('-') || first === 'help' || first === command;
}

/**
 * The whole command line. It throws instead of ending the process.
 * @param ending a command writes its exit status there
 */
export function programOf(session: Session, ending: Ending): Command {
  const program = new Command('pitwall')
    .description('Flow metrics from task-history exports: cycle time, flow efficiency, throughput, WIP, age, rework.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    // Set before any command is added: commands inherit these.
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.stdout.write(text),
      // `run` catches the error and prints it, on one line.
      writeErr: () => {},
      getOutHelpWidth: () => widthOf(undefined, session),
    });

  program.commandsGroup('Analyse:');
  addReport(program, session);
  addItems(program, session);
  addItem(program, session);
  if (mayBeAsked(CHART.name, session.argv)) addChart(program, session);
  else program.command(CHART.name).summary(CHART.summary);
  if (mayBeAsked(CHECK.name, session.argv)) addCheck(program, session, ending);
  else program.command(CHECK.name).summary(CHECK.summary);
  if (mayBeAsked(SENSITIVITY.name, session.argv)) addSensitivity(program, session);
  else program.command(SENSITIVITY.name).summary(SENSITIVITY.summary);
  if (mayBeAsked(COMPARE.name, session.argv)) addCompare(program, session);
  else program.command(COMPARE.name).summary(COMPARE.summary);
  program.commandsGroup('One metric in full:');
  for (const metric of METRICS) {
    if (mayBeAsked(metric.command, session.argv)) addMetric(program, session, metric);
    else program.command(metric.command).summary(metric.title);
  }
  program.commandsGroup('Keep and compare:');
  if (mayBeAsked('snapshot', session.argv)) addSnapshotCommand(program, session);
  else program.command('snapshot');
  if (mayBeAsked('trend', session.argv)) addTrend(program, session);
  else program.command('trend');
  program.commandsGroup('What comes:');
  if (mayBeAsked('forecast', session.argv)) addForecast(program, session);
  else program.command('forecast');
  program.commandsGroup('For other programs:');
  if (mayBeAsked(MCP.name, session.argv)) addMcp(program, session);
  else program.command(MCP.name).summary(MCP.summary);
  program.commandsGroup('Without an export:');
  addLeak(program, session);
  program.commandsGroup('Set up and look up:');
  program.helpCommand('help [command]', 'print the help of a command');
  addInspect(program, session);
  addInit(program, session);
  addAnonymize(program, session);
  addExplain(program, session);
  addFormats(program, session);
  addSchema(program, session);
  return program;
}
