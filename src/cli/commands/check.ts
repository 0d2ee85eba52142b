import type { Command } from 'commander';
import {
  type Analysis,
  type BaselineOptions,
  type CheckReport,
  type Configuration,
  checkDocument,
  checkReporters,
  type Past,
  readChecks,
} from '../../index.ts';
import { analyzeConfigured } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { readNamedHistory } from '../history/read-named-history.ts';
import { addAnalysisOptions, addHistoryOptions, amountOf, collect, FILES } from '../options.ts';
import { chosenReporter } from '../print-document.ts';
import type { Ending, Session } from '../session.ts';

type CheckCommandOptions = CommandOptions & BaselineOptions;

export const CHECK = { name: 'check', summary: 'whether figures keep their limits; exit status 1 if one does not' };

/** The forms that no other command has. They are named here, because their code is loaded by the run that uses them. */
export const CHECK_FORMS: readonly string[] = ['junit', 'github', 'openmetrics'];

const EXAMPLES = `
Examples:
  pitwall check export.csv --max cycleTime.p85=10d
  pitwall check export.csv --min flowEfficiency.efficiency=25%
  pitwall check export.csv --check "stage[Review].p85 <= 2d" -f github
  pitwall check export.csv -c limits.yaml -f junit -o checks.xml

Exit status: 0 no limit of level error is broken; 1 one is; 2 the input, the
configuration or the command line is wrong; 3 a limit could not be judged, with
--require-data or --require-baseline.`;

/** `check <files...>`: limits on figures, for jobs that should fail where one is broken. */
export function addCheck(program: Command, session: Session, ending: Ending): void {
  const command = program.command(CHECK.name).summary(CHECK.summary).description(CHECK.summary);
  command
    .optionsGroup('Limits, besides checks: in the configuration:')
    .option('--max <path=value>', 'the most that a figure may be: cycleTime.p85=10d; repeatable', collect)
    .option('--min <path=value>', 'the least that it may be: throughput.medianPerPeriod=4; repeatable', collect)
    .option('--check <expression>', 'a limit with <=, <, >=, >, == or !=: "wip.current <= 12"; repeatable', collect)
    .option('--require-data', 'exit status 3 if there is too little data for a limit')
    .option('--require-baseline', 'exit status 3 if a relative limit has no baseline');
  addHistoryOptions(command.optionsGroup('Baseline of relative limits (1.1 * baseline):'))
    .option(
      '--baseline-periods <number>',
      'of how many of its latest periods the median is taken (default: 8)',
      amountOf('--baseline-periods', 'Write a whole number, such as 8'),
    )
    .option(
      '--max-baseline-age <periods>',
      'how many periods ago the latest may be at most (default: 4)',
      amountOf('--max-baseline-age', 'Write a whole number, such as 4'),
    );
  addAnalysisOptions(command, CHECK_FORMS)
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: CheckCommandOptions) => {
      const reporters = await checkReporters();
      // First: a wrong format or limit should fail before the work.
      chosenReporter(options, reporters);
      const configuration = await readConfiguration(options, session);
      const { anonymizePeople, check, max, min } = options;
      const checks = await readChecks({ checks: configuration?.checks, max, min, check, anonymizePeople });
      const usage = 'pitwall check <files...>';
      await analyzeConfigured(
        files,
        usage,
        options,
        configuration,
        session,
        checks.needsRows,
        async (analysis) => {
          const past = checks.needsPast ? await pastOf(analysis, options, configuration, session) : null;
          const report = await checks.judge(analysis, past);
          // Before the answer is written: who does not read it to its end gets the status as well.
          ending.status = statusOf(report, options);
          return { document: checkDocument(report), findings: report.findings, failures: report.failures };
        },
        reporters,
      );
    });
}

/** What relative limits are taken from; null if no history is named. */
async function pastOf(
  analysis: Analysis,
  options: CheckCommandOptions,
  configuration: Configuration | undefined,
  session: Session,
): Promise<Past | null> {
  const history = await readNamedHistory(options, configuration, session, analysis.withoutNames);
  if (history === null) return null;
  const { baselinePeriods, maxBaselineAge } = options;
  const series = options.series ?? configuration?.series;
  const given = Object.entries({ baselinePeriods, maxBaselineAge, series }).filter(([, value]) => value !== undefined);
  return analysis.past(history, Object.fromEntries(given));
}

/** A broken limit goes before one that could not be judged. */
function statusOf({ check }: CheckReport, { requireBaseline, requireData }: CommandOptions): Ending['status'] {
  if (check.results.some(({ level, status }) => status === 'failed' && level === 'error')) return 1;
  const open = (requireData === true && check.tooFew > 0) || (requireBaseline === true && check.noBaseline > 0);
  return open ? 3 : 0;
}
