import type { Command } from 'commander';
import { type METRICS, metricDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** `<metric> <files...>`: one metric in full. */
export function addMetric(program: Command, session: Session, metric: (typeof METRICS)[number]): void {
  const command = addAnalysisOptions(
    program.command(metric.command).summary(metric.title).description(metric.definition.meaning),
  );
  if (metric.showsItems) command.option('--items', 'show the items behind each line, the largest');
  command
    .argument('[files...]', 'exports: paths, globs, or - for standard input')
    .usage('[options] <files...>')
    .addHelpText('after', `\nDefinition, unit and formula: pitwall explain ${metric.command}`)
    .action((files: string[], options: CommandOptions) =>
      analyzeFiles(files, `pitwall ${metric.command} <files...>`, options, session, metric.needsRows, (analysis) => {
        const report = analysis.metric(metric.id);
        return {
          document: metricDocument(metric.id, report, { items: options.items === true }),
          findings: report.findings,
          failures: report.failures,
        };
      }),
    );
}
