import type { Command } from 'commander';
import { type TrendOptions, trendDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { showHistoryTrend } from '../history/show-history-trend.ts';
import { addHistoryOptions, addPrintOptions, addSelectionOptions, collect, FILES } from '../options.ts';
import type { Session } from '../session.ts';

type TrendCommandOptions = CommandOptions & Omit<TrendOptions, 'metric'> & { metric?: string[] };

export const TREND = {
  name: 'trend',
  summary: 'whether the process is what it was: metrics period by period, with limits and signals',
};

const EXAMPLES = `
Examples:
  pitwall trend export.csv
  pitwall trend export.csv --metric cycle-time
  pitwall trend export.csv --metric throughput,flow-efficiency --unit month
  pitwall trend export.csv --baseline 2026-01-05..2026-05-24
  pitwall trend flow.ndjson               # a history that snapshot keeps`;

/** `trend <files...>`: whether the process is what it was, metric by metric and period by period. */
export function addTrend(program: Command, session: Session): void {
  const command = program
    .command(TREND.name)
    .description(TREND.summary)
    .optionsGroup('Trend:')
    .option(
      '--metric <names>',
      'throughput, cycle-time and so on, repeatable; one is shown in full (default: all)',
      collect,
    )
    .option('--unit <unit>', 'the period: day, week, month or sprint (default: week)')
    .option(
      '--baseline <from..to>',
      'the first and last day of what it is compared with (default: the first 20 periods)',
    )
    .option('--rules <rules>', 'western-electric: two finer rules, and more false alarms');
  addHistoryOptions(command.optionsGroup('Of a history that pitwall snapshot keeps, instead of exports:'));
  addPrintOptions(addSelectionOptions(command))
    .argument('[files...]', `${FILES}; or a history`)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: TrendCommandOptions) => {
      const { baseline, metric, rules, ...common } = options;
      const asked = Object.entries({ baseline, metric, rules });
      const given: TrendOptions = Object.fromEntries(asked.filter(([, value]) => value !== undefined));
      if (await showHistoryTrend(files, options, given, session)) return;
      await analyzeFiles(files, 'pitwall trend <files...>', common, session, false, async (analysis) => {
        const report = await analysis.trend(given);
        return { document: await trendDocument(report), findings: report.findings };
      });
    });
}
