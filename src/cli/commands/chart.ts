import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  CHART_RENDERERS,
  type ChartEntry,
  type ChartOptions,
  chartEntry,
  chartsDocument,
  PitwallError,
} from '../../index.ts';
import { openFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../files/configuration-file.ts';
import { inputsOf } from '../files/inputs.ts';
import { refuseOverwrite } from '../files/refuse-overwrite.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { addAnalysisOptions } from '../options.ts';
import { chosenForm, printDocument } from '../print-document.ts';
import { type Session, write } from '../session.ts';
import { wantsColor } from '../terminal/color.ts';
import { widthOf } from '../terminal/width.ts';

interface ChartCommandOptions extends CommandOptions, ChartOptions {
  ascii?: boolean;
}

export const CHART = { name: 'chart', summary: 'the figures as pictures: scatter, cumulative flow, aging work …' };

const EXAMPLES = `
Examples:
  pitwall chart                                  # which there are
  pitwall chart cycle-time export.csv --by type
  pitwall chart aging export.csv --log
  pitwall chart throughput export.csv --points --ascii`;

/** `chart [name] [files...]`: a picture, or the list of them. */
export function addChart(program: Command, session: Session): void {
  const command = program.command(CHART.name).summary(CHART.summary).description(CHART.summary);
  command
    .optionsGroup('Chart:')
    .option('--log', 'a logarithmic axis of days: cycle-time, aging')
    .option('--points', 'velocity below: throughput')
    .option('--ascii', 'draw with the characters of ASCII alone');
  addAnalysisOptions(command, [], CHART_RENDERERS)
    .argument('[name]', 'a chart; without one, all of them are listed')
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <name> <files...>')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, files: string[], options: ChartCommandOptions) => {
      const form = chosenForm(options, CHART_RENDERERS);
      if (name === undefined) {
        await printDocument(
          await chartsDocument(),
          { ...options, format: form.id === 'json' ? 'json' : 'table' },
          session,
        );
        return;
      }
      const entry = await entryOf(name);
      const configuration = await readConfiguration(options, session.cwd);
      const usage = `pitwall chart ${name} <files...>`;
      const inputs = inputsOf(files, usage, session);
      const configurationFile = options.config ?? DEFAULT_CONFIGURATION;
      await refuseOverwrite(options, { inputs, configuration, configurationFile }, session);
      const { chart, withoutNames } = await openFiles(
        files,
        usage,
        options,
        configuration,
        session,
        entry.needsRows,
        async (analysis) => ({
          chart: await analysis.chart(name, { log: options.log === true, points: options.points === true }),
          withoutNames: analysis.withoutNames,
        }),
      );
      const { output } = options;
      const toFile = output !== undefined && output !== '-';
      const draw = await form.load();
      const drawn = await draw(chart, {
        width: widthOf(options.width, session),
        color: wantsColor(options.color, toFile ? null : session.stdout, session.env),
        ascii: options.ascii === true,
      });
      if (toFile) await writeWholeFile(resolve(session.cwd, output), withoutNames(output), drawn);
      else await write(session.stdout, drawn);
    });
}

/** @throws PitwallError if there is no such chart, or the files stand in the place of its name */
function entryOf(name: string): Promise<ChartEntry> {
  if (!/[./\\*]/.test(name)) return chartEntry(name);
  const cure = `Name the chart before the files: pitwall chart cycle-time ${name}`;
  throw new PitwallError('unknown-chart', `\`${name}\` is no chart`, 'pitwall chart', cure);
}
