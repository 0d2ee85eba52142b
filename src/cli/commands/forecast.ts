import type { Command } from 'commander';
import { type ForecastOptions, forecastDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addPrintOptions, addSelectionOptions, amountOf, FILES } from '../options.ts';
import type { Session } from '../session.ts';

/** Its `--by` is a date and its `--items` a number: other commands mean other things. */
type ForecastCommandOptions = Omit<CommandOptions, 'by' | 'items'> & ForecastOptions;

export const FORECAST = {
  name: 'forecast',
  summary: 'when the work that is left will be done, and how many items by a date',
};

const EXAMPLES = `
Examples:
  pitwall forecast export.csv
  pitwall forecast export.csv --by 2026-12-18 --items 40
  pitwall forecast export.csv --scope 1.0..1.3 --where type=Story
  pitwall forecast export.csv --backtest`;

/** `forecast <files...>`: when the work that is left will be done, and how many items by a date. */
export function addForecast(program: Command, session: Session): void {
  const command = program
    .command(FORECAST.name)
    .description(FORECAST.summary)
    .optionsGroup('Forecast:')
    .option('--by <date>', 'how many will be done by the end of this date, and the chance for all')
    .option('--items <number>', 'how many are left: a number, open or in-progress (default: open)')
    .option('--scope <scope>', 'how that grows: none, growth (as it did) or a factor, 1.0..1.3 (default: none)')
    .option('--sample <weeks>', 'how many weeks back it looks (default: 26w)')
    .option('--backtest', 'try it on the past: how often would it have held?')
    .option(
      '--seed <number>',
      'where its random numbers start (default: 1)',
      amountOf('--seed', 'Write a whole number, 0 or more'),
    );
  addPrintOptions(addSelectionOptions(command))
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: ForecastCommandOptions) => {
      const { backtest, by, items, sample, scope, seed, ...common } = options;
      const asked = Object.entries({ backtest, by, items, sample, scope, seed });
      const given: ForecastOptions = Object.fromEntries(asked.filter(([, value]) => value !== undefined));
      return analyzeFiles(files, 'pitwall forecast <files...>', common, session, false, async (analysis) => {
        const report = await analysis.forecast(given);
        return { document: await forecastDocument(report), findings: report.findings };
      });
    });
}
