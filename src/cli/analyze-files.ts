import { type Analysis, type Document, open, PitwallError, type Report } from '../index.ts';
import { analyzeOptionsOf, type CommandOptions } from './command-options.ts';
import { DEFAULT_CONFIGURATION, readConfiguration } from './files/configuration-file.ts';
import { inputsOf } from './files/inputs.ts';
import { refuseOverwrite } from './files/refuse-overwrite.ts';
import { findingsNote } from './findings-note.ts';
import { chosenReporter, printDocument } from './print-document.ts';
import { type Session, write } from './session.ts';
import { progressLine } from './terminal/progress-line.ts';

/** What a command shows of an analysis. */
export interface Shown {
  document: Document;
  findings: Report['findings'];
  /** Metrics that could not be computed: the others are shown all the same. */
  failures?: Report['failures'];
}

/**
 * Opens the files of a command line, with progress for who waits.
 * @param keepRows whether `use` asks for what only the rows tell
 */
export async function openFiles<Result>(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  configuration: unknown,
  session: Session,
  keepRows: boolean,
  use: (analysis: Analysis) => Result | Promise<Result>,
): Promise<Result> {
  const inputs = inputsOf(files, usage, session);
  const progress = progressLine(session, options.quiet === true);
  try {
    const told = { ...analyzeOptionsOf(options), keepRows, onProgress: progress.update };
    const analysis = await open(inputs, configuration === undefined ? told : { ...told, configuration });
    // Whoever asks a question wants the line of progress for it.
    progress.end();
    return await use(analysis);
  } finally {
    progress.end();
  }
}

/**
 * An analysing command from files to output.
 * @param usage what to type, for the message when no files are given
 * @param keepRows whether `show` asks for what only the rows tell
 */
export async function analyzeFiles(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  session: Session,
  keepRows: boolean,
  show: (analysis: Analysis) => Shown,
): Promise<void> {
  // Before the work: what cannot be printed need not be computed.
  const reporter = chosenReporter(options);
  const configuration = await readConfiguration(options, session.cwd);
  const inputs = inputsOf(files, usage, session);
  const configurationFile = options.config ?? DEFAULT_CONFIGURATION;
  await refuseOverwrite(options, { inputs, configuration, configurationFile }, session);
  const {
    document,
    findings,
    failures = [],
    withoutNames,
  } = await openFiles(files, usage, options, configuration, session, keepRows, (analysis) => ({
    ...show(analysis),
    withoutNames: analysis.withoutNames,
  }));
  await printDocument(document, options, session, withoutNames);
  const note = reporter.id === 'table' || options.quiet === true ? null : findingsNote(findings, reporter.id);
  if (note !== null) await write(session.stderr, `${note}\n`);
  if (failures.length > 0) throw metricFailed(failures);
}

/** What else was computed has been printed; a script must not take it for the whole. */
function metricFailed(failures: Report['failures']): PitwallError {
  const names = failures.map(({ metric, message }) => `${metric} (${message})`).join(', ');
  const cure =
    "This is a fault of pitwall's own: the other figures stand; report it with an anonymised copy of the export";
  return new PitwallError('metric-failed', `could not be computed: ${names}`, null, cure);
}
