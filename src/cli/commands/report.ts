import type { Command } from 'commander';
import {
  type Analysis,
  type Checks,
  type Configuration,
  type History,
  makeReportPage,
  PAGE_FORM,
  PitwallError,
  type Report,
  type ReportDocumentOptions,
  type Reporter,
  readChecks,
  reportDocument,
  SUMMARY_REPORTERS,
} from '../../index.ts';
import { analyzeConfigured } from '../analyze-files.ts';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { namedHistory } from '../history/history-path.ts';
import { addAnalysisOptions, addHistoryOptions, FILES } from '../options.ts';
import { chosenReporter } from '../print-document.ts';
import type { Session } from '../session.ts';

const USAGE = 'pitwall report <files...>';

interface ReportCommandOptions extends CommandOptions {
  open?: boolean;
}

const EXAMPLES = `
Examples:
  pitwall report export.csv
  pitwall report export.csv --last 12w --by type
  pitwall report exports/                     # the newest export of each source
  pitwall report jira/*.json -o report.html   # a page for the browser
  pitwall report export.csv --json`;

/** `report <files...>`: every metric in brief, as text or as a page. */
export function addReport(program: Command, session: Session): void {
  const command = program
    .command('report')
    .summary('every metric in brief: pitwall report export.csv')
    .description('every metric in brief: the main command');
  addHistoryOptions(command.optionsGroup('What changed since the last snapshot:'));
  addAnalysisOptions(command, [PAGE_FORM.id])
    .option('--full', 'the whole report, not only what fits two screens')
    .option('--no-charts', 'leave out the small pictures of text')
    .option('--open', 'show the page in the browser; with -o report.html')
    .argument('[files...]', FILES)
    .usage('[options] <files...>')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: ReportCommandOptions) => report(files, options, session));
}

async function report(files: string[], options: ReportCommandOptions, session: Session): Promise<void> {
  // The page is more than a document: it is made of the analysis, and only if it is asked for.
  let made = '';
  const page: Reporter = { ...PAGE_FORM, render: () => made };
  const reporters = [...SUMMARY_REPORTERS, page];
  // First: a wrong option should fail before the work.
  const form = chosenReporter(options, reporters).id;
  const isPage = form === page.id;
  const opened = options.open === true ? fileToOpen(options, isPage) : null;
  const configuration = await readConfiguration(options, session);
  const checks = form === 'markdown' ? await configuredChecks(configuration, options) : null;
  const keepRows = isPage || checks?.needsRows === true;
  const show = async (analysis: Analysis) => {
    const figures = analysis.report();
    if (isPage) made = await makeReportPage(analysis, figures);
    const history = await pastHistory(options, configuration, session, analysis);
    const series = options.series ?? configuration?.series;
    const news = await newsOf(analysis, figures, form, history, series);
    const limits = checks === null ? {} : { limits: await judged(checks, analysis, figures, history, series) };
    const question = isReadByPeople(form) ? questionOf(analysis) : {};
    const short = form === 'table' && options.full !== true;
    const summary = form === 'markdown';
    const shown = { charts: options.charts !== false, short, summary, ...news, ...limits, ...question };
    return { document: reportDocument(figures, shown), findings: figures.findings, failures: figures.failures };
  };
  await analyzeConfigured(files, USAGE, options, configuration, session, keepRows, show, reporters);
  if (opened !== null) await (await import('../terminal/open-file.ts')).openFile(opened, session);
}

function fileToOpen({ output }: ReportCommandOptions, isPage: boolean): string {
  if (isPage && output !== undefined && output !== '-') return output;
  const problem = isPage ? 'there is no file to open' : 'only a page can be opened in the browser';
  throw new PitwallError('bad-option', problem, '--open', 'Write the page to a file: -o report.html --open');
}

/** The limits of the configuration, if it has any. */
function configuredChecks(
  configuration: Configuration | undefined,
  { anonymizePeople }: CommandOptions,
): Promise<Checks> | null {
  const checks = configuration?.checks ?? [];
  return checks.length === 0 ? null : readChecks({ checks, anonymizePeople });
}

/** The history that is named; without any line if there is no such file yet. */
async function pastHistory(
  options: CommandOptions,
  configuration: Configuration | undefined,
  session: Session,
  { withoutNames }: Analysis,
): Promise<History | null> {
  const named = namedHistory(options, configuration, session);
  if (named === null) return null;
  const { readIfThere } = await import('../history/read-named-history.ts');
  return readIfThere(named, withoutNames);
}

const isReadByPeople = (form: string): boolean => form === 'table' || form === 'markdown';

/** What a single answer would change most, if its question is about work or waiting. */
function questionOf(analysis: Analysis): Pick<ReportDocumentOptions, 'question'> {
  const effect = analysis.questions()[0]?.effect ?? null;
  return effect === null ? {} : { question: effect };
}

/** Forms that programs read have it only where a history is named: it takes longer than the report of a small export. */
async function newsOf(
  analysis: Analysis,
  report: Report,
  form: string,
  history: History | null,
  series: string | undefined,
): Promise<Pick<ReportDocumentOptions, 'outlook' | 'sinceLast'>> {
  if ((!isReadByPeople(form) && (history === null || form !== 'json')) || report.items.total === 0) return {};
  const outlook = await analysis.outlook();
  if (history === null) return { outlook };
  return { outlook, sinceLast: await analysis.sinceLast(history, series === undefined ? {} : { series }, report) };
}

/** What became of the limits. The report is no gate: one that cannot be judged is a sentence in it. */
async function judged(
  checks: Checks,
  analysis: Analysis,
  report: Report,
  history: History | null,
  series: string | undefined,
): Promise<NonNullable<ReportDocumentOptions['limits']>> {
  try {
    const named = series === undefined ? {} : { series };
    const past =
      checks.needsPast && history !== null && history.lines.length > 0 ? await analysis.past(history, named) : null;
    return await checks.judge({ ...analysis, report: () => report }, past);
  } catch (error) {
    if (!(error instanceof PitwallError)) throw error;
    return { reason: `${error.what}. ${error.cure}` };
  }
}
