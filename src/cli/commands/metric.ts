import type { Command } from 'commander';
import { type METRICS, metricDocument } from '../../index.ts';
import { analyzeFiles } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { addAnalysisOptions, FILES } from '../options.ts';
import type { Session } from '../session.ts';

type MetricEntry = (typeof METRICS)[number];

/** What a metric answers, in a sentence: the first of what `explain` says that it means. */
export function answerOf({ definition }: Pick<MetricEntry, 'definition'>): string {
  return /^.+?[.?](?= |$)/.exec(definition.meaning)?.[0] ?? definition.meaning;
}

/** Examples for metrics that have more to show than others. */
const OWN_EXAMPLES: Readonly<Record<string, string>> = {
  age: 'pitwall age export.csv --as-of now',
  distribution: 'pitwall distribution export.csv --by type',
  throughput: 'pitwall throughput export.csv --unit month',
  waste: 'pitwall waste export.csv --rate 55 --currency EUR --items',
  risk: 'pitwall risk export.csv --sle 10d@85%',
};

function examplesOf({ command }: MetricEntry): string {
  const own = OWN_EXAMPLES[command] ?? `pitwall ${command} export.csv --by type`;
  const lines = [`pitwall ${command} export.csv`, `pitwall ${command} export.csv --last 12w`, own];
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** `<metric> <files...>`: one metric in full. */
export function addMetric(program: Command, session: Session, metric: MetricEntry): void {
  const command = addAnalysisOptions(
    program.command(metric.command).summary(answerOf(metric)).description(metric.definition.meaning),
  );
  if (metric.showsItems) command.option('--items', 'show the items behind each line, the largest');
  command
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', `${examplesOf(metric)}\nDefinition, unit and formula: pitwall explain ${metric.command}`)
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
