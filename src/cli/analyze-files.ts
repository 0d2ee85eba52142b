import {
  type Analysis,
  type AnalyzeOptions,
  type Configuration,
  type Document,
  open,
  PitwallError,
  REPORTERS,
  type Report,
  type Reporter,
} from '../index.ts';
import { analyzeOptionsOf, type CommandOptions } from './command-options.ts';
import { readConfiguration } from './files/configuration-file.ts';
import { configurationElsewhere, configurationPlace } from './files/configuration-place.ts';
import { inputsOf } from './files/inputs.ts';
import { refuseOverwrite } from './files/refuse-overwrite.ts';
import { namedHistory } from './history/history-path.ts';
import { chosenReporter, printDocument } from './print-document.ts';
import { type Session, write } from './session.ts';
import { progressLine } from './terminal/progress-line.ts';

/** The output of a command on an analysis. */
export interface Shown {
  document: Document;
  findings: Report['findings'];
  /** Metrics that could not be computed. The document shows the others. */
  failures?: Report['failures'];
}

/**
 * Opens the files of a command line and shows progress.
 * @param keepRows whether `use` needs the rows
 * @param signal stops the reading
 */
export async function openFiles<Result>(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  configuration: unknown,
  session: Session,
  keepRows: boolean,
  use: (analysis: Analysis) => Result | Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const inputs = await inputsOf(files, usage, options, session);
  const window =
    options.since === undefined
      ? {}
      : { from: await startOf(options, configuration as Configuration | undefined, session) };
  const progress = progressLine(session, options.quiet === true);
  try {
    const given = { ...analyzeOptionsOf({ ...options, ...window }), keepRows, onProgress: progress.update };
    const stop = signal === undefined ? {} : { signal };
    const analysis = await open(inputs, { ...given, ...stop, ...configured(options, configuration, session) });
    // `use` may ask a question in this line.
    progress.end();
    return await use(analysis);
  } finally {
    progress.end();
  }
}

/** The configuration, with its name if it is not the one that everybody would expect. */
function configured(
  { config }: CommandOptions,
  configuration: unknown,
  session: Session,
): Pick<AnalyzeOptions, 'configuration' | 'configurationFile'> {
  if (configuration === undefined) return {};
  const configurationFile = configurationElsewhere(config, session);
  return configurationFile === undefined ? { configuration } : { configuration, configurationFile };
}

/** Few runs start where a history ends. */
async function startOf(
  options: CommandOptions,
  configuration: Configuration | undefined,
  session: Session,
): Promise<string> {
  return (await import('./history/since-last.ts')).fromOfSince(options, configuration, session);
}

/**
 * Runs an analysing command, from files to output.
 * @param usage what to type, for the error if no files are given
 * @param keepRows whether `show` needs the rows
 */
export async function analyzeFiles(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  session: Session,
  keepRows: boolean,
  show: (analysis: Analysis) => Shown | Promise<Shown>,
): Promise<void> {
  // First: a wrong format should fail before the work.
  chosenReporter(options);
  const configuration = await readConfiguration(options, session);
  await analyzeConfigured(files, usage, options, configuration, session, keepRows, show);
}

/**
 * The same with a configuration that has been read.
 * @param reporters the forms that the command has
 */
export async function analyzeConfigured(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  configuration: Configuration | undefined,
  session: Session,
  keepRows: boolean,
  show: (analysis: Analysis) => Shown | Promise<Shown>,
  reporters: readonly Reporter[] = REPORTERS,
): Promise<void> {
  await printAnswer(files, usage, options, configuration, session, reporters, () =>
    openFiles(files, usage, options, configuration, session, keepRows, async (analysis) => ({
      ...(await show(analysis)),
      withoutNames: analysis.withoutNames,
    })),
  );
}

/**
 * Prints an answer to the files of a command line, with a note on its findings.
 * @param files all that the run reads, which it does not overwrite
 * @param ask opens them
 */
export async function printAnswer(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  configuration: Configuration | undefined,
  session: Session,
  reporters: readonly Reporter[],
  ask: () => Promise<Shown & Pick<Analysis, 'withoutNames'>>,
): Promise<void> {
  const reporter = chosenReporter(options, reporters);
  const inputs = await inputsOf(files, usage, options, session);
  const configurationFile = configurationPlace(options.config, session)?.path;
  const history = namedHistory(options, configuration, session)?.path;
  await refuseOverwrite(options, { inputs, configuration, configurationFile, history }, session);
  const { document, findings, failures = [], withoutNames } = await ask();
  await printDocument(document, options, session, withoutNames, reporters);
  const note = reporter.id === 'table' || options.quiet === true ? null : findingsNote(findings, reporter.id);
  if (note !== null) await write(session.stderr, `${note}\n`);
  if (failures.length > 0) throw metricFailed(failures);
}

/** The other metrics have been printed, but a script must not take them for the whole report. */
function metricFailed(failures: Report['failures']): PitwallError {
  const names = failures.map(({ metric, message }) => `${metric} (${message})`).join(', ');
  const cure =
    'This is a bug in pitwall, and the other figures are right: report it with an anonymised copy of the export';
  return new PitwallError('metric-failed', `could not be computed: ${names}`, null, cure);
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One line on findings, for outputs that a program reads; null without errors and warnings. */
function findingsNote(findings: Report['findings'], form: string): string | null {
  const errors = findings.filter(({ weight }) => weight === 'error').length;
  const warnings = findings.filter(({ weight }) => weight === 'warning').length;
  if (errors + warnings === 0) return null;
  const weights = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''];
  const where = form === 'json' ? 'see "findings" or run pitwall inspect' : 'run pitwall inspect';
  return `pitwall: ${plural(findings.length, 'finding')} (${weights.filter((text) => text !== '').join(', ')}): ${where}`;
}
