import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  CHART_RENDERERS,
  type Chart,
  type ChartEntry,
  type ChartOptions,
  chartEntry,
  chartOf,
  chartsDocument,
  PitwallError,
  type TrendOptions,
} from '../../index.ts';
import { openFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { configurationPlace } from '../files/configuration-place.ts';
import { inputsOf } from '../files/inputs.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { trendOfHistory } from '../history/show-history-trend.ts';
import { addAnalysisOptions, addHistoryOptions, FILES } from '../options.ts';
import { chosenForm, printDocument } from '../print-document.ts';
import type { Session } from '../session.ts';
import { show } from '../show.ts';
import { wantsColor } from '../terminal/color.ts';
import { widthOf } from '../terminal/width.ts';

/** Its `--metric` is one name. */
interface ChartCommandOptions extends Omit<CommandOptions, 'metric'>, ChartOptions {
  ascii?: boolean;
}

export const CHART = { name: 'chart', summary: 'the figures as pictures: scatter, cumulative flow, aging work …' };

const EXAMPLES = `
Examples:
  pitwall chart                           # which there are
  pitwall chart cycle-time export.csv --by type
  pitwall chart aging export.csv --log
  pitwall chart throughput export.csv --points --ascii
  pitwall chart trend export.csv --metric cycle-time
  pitwall chart trend flow.ndjson         # a history that snapshot keeps`;

/** `chart [name] [files...]`: a picture, or the list of them. */
export function addChart(program: Command, session: Session): void {
  const command = program.command(CHART.name).summary(CHART.summary).description(CHART.summary);
  command
    .optionsGroup('Chart:')
    .option('--log', 'a logarithmic axis of days: cycle-time, aging')
    .option('--points', 'velocity below: throughput')
    .option('--metric <name>', 'trend: throughput, cycle-time and so on (default: throughput)')
    .option('--baseline <from..to>', 'trend: the days of what it is compared with (default: the first 20 periods)')
    .option('--rules <rules>', 'trend: western-electric adds two finer rules')
    .option('--ascii', 'draw with the characters of ASCII alone');
  addHistoryOptions(command.optionsGroup('Of a history that pitwall snapshot keeps, instead of exports (trend):'));
  addAnalysisOptions(command, [], CHART_RENDERERS)
    .argument('[name]', 'a chart; without one, all of them are listed')
    .argument('[files...]', `${FILES}; for trend, also a history`)
    .usage('[options] <name> <files...>')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, files: string[], options: ChartCommandOptions) => {
      const form = chosenForm(options, CHART_RENDERERS);
      if (name === undefined) {
        const listed = { ...options, format: form.id === 'json' ? 'json' : 'table' };
        await printDocument(await chartsDocument(), listed, session);
        return;
      }
      const entry = await entryOf(name, files);
      const { chart, withoutNames } =
        (await chartOfHistory(name, files, options, session)) ?? (await chartOfFiles(entry, files, options, session));
      const { output } = options;
      const toFile = output !== undefined && output !== '-';
      const draw = await form.load();
      const drawn = await draw(chart, {
        width: widthOf(options.width, session),
        color: wantsColor(options.color, toFile ? null : session.stdout, session.env),
        ascii: options.ascii === true,
      });
      if (toFile) await writeWholeFile(resolve(session.cwd, output), withoutNames(output), drawn);
      else await show(drawn, options, session);
    });
}

interface MadeChart {
  chart: Chart;
  withoutNames: (text: string) => string;
}

/** The chart of exports. */
async function chartOfFiles(
  { name, needsRows }: ChartEntry,
  files: readonly string[],
  options: ChartCommandOptions,
  session: Session,
): Promise<MadeChart> {
  const { log, metric: _, points, ...others } = options;
  const configuration = await readConfiguration(others, session);
  const usage = `pitwall chart ${name} <files...>`;
  const inputs = await inputsOf(files, usage, others, session);
  const configurationFile = configurationPlace(options.config, session)?.path;
  await refuseOverwrite(others, { inputs, configuration, configurationFile }, session);
  const asked = { log: log === true, points: points === true, ...(name === 'trend' ? trendAsked(options) : {}) };
  return openFiles(files, usage, others, configuration, session, needsRows, async (analysis) => ({
    chart: await analysis.chart(name, asked),
    withoutNames: analysis.withoutNames,
  }));
}

/** The chart of a history, if one is given instead of exports; else null. */
async function chartOfHistory(
  name: string,
  files: readonly string[],
  options: ChartCommandOptions,
  session: Session,
): Promise<MadeChart | null> {
  const { metric: _, ...others } = options;
  if (name !== 'trend') {
    if (options.history === undefined) return null;
    const what = `a history keeps no items, which the chart ${name} is made from`;
    throw new PitwallError('bad-option', what, '--history', 'Leave it out, or draw the chart trend');
  }
  const asked = trendAsked(options);
  // The form of the output has been checked.
  const report = await trendOfHistory(files, others, asked, session, () => {});
  // A history holds no people.
  return report === null ? null : { chart: await chartOf(report, name, asked), withoutNames: (text) => text };
}

/** @throws PitwallError `bad-option` if several series are asked for */
function trendAsked({ baseline, metric = 'throughput', rules }: ChartCommandOptions): TrendOptions & ChartOptions {
  if (metric.includes(',')) {
    const what = `\`${metric}\` are several series, and a chart shows one`;
    throw new PitwallError('bad-option', what, '--metric', 'Name one of them');
  }
  const given = Object.entries({ baseline, rules }).filter(([, value]) => value !== undefined);
  return { metric, ...Object.fromEntries(given) } as { metric: string };
}

/** @throws PitwallError if there is no such chart, or the files stand in the place of its name */
function entryOf(name: string, files: readonly string[]): Promise<ChartEntry> {
  if (!/[./\\*]/.test(name)) return chartEntry(name);
  const chart = files.find((file) => !/[./\\*]/.test(file)) ?? 'cycle-time';
  const cure = `Name the chart before the files: pitwall chart ${chart} ${name}`;
  throw new PitwallError('unknown-chart', `\`${name}\` is no chart`, 'pitwall chart', cure);
}
