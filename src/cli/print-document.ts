import { extname, resolve } from 'node:path';
import { type Document, PitwallError, REPORTERS, type Reporter } from '../index.ts';
import { writeWholeFile } from './files/whole-file.ts';
import { type Session, write } from './session.ts';
import { wantsColor } from './terminal/color.ts';
import { widthOf } from './terminal/width.ts';

/** The options for the format and the destination of the output. */
export interface PrintOptions {
  format?: string;
  output?: string;
  width?: number;
  /** False for `--no-color`. */
  color: boolean;
}

function reporterNamed(id: string, reporters: readonly Reporter[]): Reporter {
  const reporter = reporters.find((candidate) => candidate.id === id);
  if (reporter !== undefined) return reporter;
  const known = reporters.map((candidate) => candidate.id).join(', ');
  throw new PitwallError('unknown-form', `unknown form \`${id}\``, '--format', `Write one of ${known}`);
}

const withoutDot = (extension: string): string => extension.replace(/^\./, '').toLowerCase();

/** The reporter that `--format` names, else that of the file's extension, else the table. */
export function chosenReporter({ format, output }: PrintOptions, reporters: readonly Reporter[] = REPORTERS): Reporter {
  if (format !== undefined) return reporterNamed(format, reporters);
  if (output === undefined || output === '-') return reporterNamed('table', reporters);
  const extension = withoutDot(extname(output));
  const reporter = reporters.find(({ extensions }) => extensions.map(withoutDot).includes(extension));
  if (reporter !== undefined) return reporter;
  const known = reporters.flatMap(({ extensions }) => extensions.map((known) => `.${withoutDot(known)}`)).join(', ');
  const what =
    extension === '' ? 'the file has no extension that chooses a form' : `no form has the extension .${extension}`;
  throw new PitwallError('unknown-form', what, `--output ${output}`, `Add --format, or use one of ${known}`);
}

/**
 * Renders a document and writes it to the file or standard output.
 * @param withoutNames hides names in the name of the file, for an error
 * @param reporters the forms that the command has
 */
export async function printDocument(
  document: Document,
  options: PrintOptions,
  session: Session,
  withoutNames: (text: string) => string = (text) => text,
  reporters: readonly Reporter[] = REPORTERS,
): Promise<void> {
  const reporter = chosenReporter(options, reporters);
  const { output } = options;
  const toFile = output !== undefined && output !== '-';
  const rendered = reporter.render(document, {
    width: widthOf(options.width, session),
    color: wantsColor(options.color, toFile ? null : session.stdout, session.env),
  });
  const text = rendered === '' || rendered.endsWith('\n') ? rendered : `${rendered}\n`;
  if (toFile) await writeWholeFile(resolve(session.cwd, output), withoutNames(output), text);
  else await write(session.stdout, text);
}
