import { type Analysis, type Document, open, type Report } from '../index.ts';
import { analyzeOptionsOf, type CommandOptions } from './analyze-options.ts';
import { readConfiguration } from './configuration-file.ts';
import { findingsNote } from './findings-note.ts';
import { inputsOf } from './inputs.ts';
import { chosenReporter, printDocument } from './print-document.ts';
import { progressLine } from './progress-line.ts';
import { type Session, write } from './session.ts';

/** What a command shows of an analysis. */
export interface Shown {
  document: Document;
  findings: Report['findings'];
}

/** Opens the files of a command line, with progress for who waits. */
export async function openFiles<Result>(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  configuration: unknown,
  session: Session,
  use: (analysis: Analysis) => Result,
): Promise<Result> {
  const inputs = inputsOf(files, usage, session);
  const progress = progressLine(session, options.quiet === true);
  try {
    const told = { ...analyzeOptionsOf(options), onProgress: progress.update };
    return use(await open(inputs, configuration === undefined ? told : { ...told, configuration }));
  } finally {
    progress.end();
  }
}

/**
 * An analysing command from files to output.
 * @param usage what to type, for the message when no files are given
 */
export async function analyzeFiles(
  files: readonly string[],
  usage: string,
  options: CommandOptions,
  session: Session,
  show: (analysis: Analysis) => Shown,
): Promise<void> {
  // Before the work: what cannot be printed need not be computed.
  const reporter = chosenReporter(options);
  const configuration = await readConfiguration(options.config, session.cwd);
  const { document, findings } = await openFiles(files, usage, options, configuration, session, show);
  await printDocument(document, options, session);
  const note = reporter.id === 'table' || options.quiet === true ? null : findingsNote(findings, reporter.id);
  if (note !== null) await write(session.stderr, `${note}\n`);
}
