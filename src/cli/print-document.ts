import { extname, resolve } from 'node:path';
import { type Document, PitwallError, REPORTERS, type Reporter, suggestionFor } from '../index.ts';
import { writeWholeFile } from './files/whole-file.ts';
import type { Session } from './session.ts';
import { type ShowOptions, show } from './show.ts';
import { wantsColor } from './terminal/color.ts';
import { widthOf } from './terminal/width.ts';

/** The options for the format and the destination of the output. */
export interface PrintOptions extends ShowOptions {
  format?: string;
  /** `--json`, which also sets `format`. */
  json?: boolean;
  output?: string;
  width?: number;
  /** `report` with everything: what was read and the list of findings, too. */
  full?: boolean;
  /** All of what was read. */
  verbose?: boolean;
  /** All of what was found in the data. */
  findings?: boolean;
  /** False for `--no-color`. */
  color: boolean;
}

/** Something that `--format` or a file's extension chooses. */
interface Form {
  id: string;
  extensions: readonly string[];
}

/** Forms that a single command has. */
const OWN_FORMS: Readonly<Record<string, string>> = {
  html: 'report',
  svg: 'chart',
  png: 'chart',
  junit: 'check',
  github: 'check',
  openmetrics: 'check',
};

/** What people call a form, or another that is opened in the same way. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  excel: 'csv',
  jsonl: 'ndjson',
  md: 'markdown',
  text: 'table',
  txt: 'table',
  xls: 'csv',
  xlsx: 'csv',
};

function formNamed<Of extends Form>(id: string, forms: readonly Of[]): Of {
  const form = forms.find((candidate) => candidate.id === id);
  if (form !== undefined) return form;
  const known = forms.map((candidate) => candidate.id);
  const owner = OWN_FORMS[id];
  const near = suggestionFor(OTHER_FORMS[id.toLowerCase()] ?? id, known);
  const cure =
    owner !== undefined
      ? `Only pitwall ${owner} has it; write one of ${known.join(', ')}`
      : near === null
        ? `Write one of ${known.join(', ')}`
        : `Did you mean ${near}?`;
  throw new PitwallError('unknown-form', `unknown form \`${id}\``, '--format', cure);
}

const withoutDot = (extension: string): string => extension.replace(/^\./, '').toLowerCase();

/** The reporter that `--format` names, else that of the file's extension, else the table. */
export function chosenReporter(options: PrintOptions, reporters: readonly Reporter[] = REPORTERS): Reporter {
  return chosenForm(options, reporters);
}

/** The form that `--format` names, else that of the file's extension, else the first. */
export function chosenForm<Of extends Form>({ format, json, output }: PrintOptions, forms: readonly Of[]): Of {
  if (json === true && format !== 'json') {
    const what = `it is short for -f json, and -f ${format} is given as well`;
    throw new PitwallError('bad-option', what, '--json', 'Leave out one of them');
  }
  if (format !== undefined) return formNamed(format, forms);
  if (output === undefined || output === '-') return forms[0] as Of;
  const extension = withoutDot(extname(output));
  const form = forms.find(({ extensions }) => extensions.map(withoutDot).includes(extension));
  if (form !== undefined) return form;
  const known = forms.flatMap(({ extensions }) => extensions.map((known) => `.${withoutDot(known)}`)).join(', ');
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
    // What is left out is as the form has it.
    frame: options.verbose === true || options.full === true ? 'whole' : undefined,
    findings: options.findings === true ? 'whole' : options.full === true ? 'listed' : undefined,
  });
  const text = rendered === '' || rendered.endsWith('\n') ? rendered : `${rendered}\n`;
  if (toFile) await writeWholeFile(resolve(session.cwd, output), withoutNames(output), text);
  else await show(text, options, session);
}
