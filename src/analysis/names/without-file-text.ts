import { type ProposedField, type TypedColumn, UnknownFormatError } from '../../model/column-proposal.ts';
import { PitwallError } from '../../model/errors.ts';

/** What is said in the place of what an error says: the same for every file, or made of it. */
type Wording = string | ((text: string) => string);

/** Codes of errors that say nothing out of a file. */
const OWN_TEXT: ReadonlySet<string> = new Set(
  'aggregated ambiguous-format bad-json binary-file empty-file gzip long-record no-input no-match no-stages no-workbook protected-workbook truncated-json truncated-xml unclosed-quote unknown-format-id web-page wrong-shape'.split(
    ' ',
  ),
);

/** Cures for archives that name no file in them. */
const ZIP_CURES: ReadonlySet<string> = new Set([
  'Download or copy it again.',
  'Export the data again.',
  'Unpack it and give the file in it.',
  'Unpack it yourself if you trust it, and give the file.',
  'Unpack it, or save it as CSV.',
]);

const same: Wording = (text) => text;

const WORDINGS: ReadonlyMap<string, { what: Wording; cure: Wording }> = new Map([
  ['unknown-column', { what: 'there is no column of a name given with --map', cure: 'Name one of its columns.' }],
  ['missing-column', { what: same, cure: (cure) => cure.replace(/ The columns are: .*$/su, '') }],
  [
    'unknown-format',
    {
      what: 'no format fits its columns',
      cure: 'Name the columns with --map id=…, --map to=… and --map at=…, or see "pitwall formats".',
    },
  ],
  ['date-order', { what: 'a date may be day first or month first, and no other date shows which', cure: same }],
  ['mixed-date-order', { what: 'it mixes day-first and month-first dates', cure: same }],
  ['error-document', { what: 'it is an error message of a server, no export', cure: same }],
  ['delimiter', { what: 'its cells can be set apart in two ways', cure: same }],
  ['bad-xml', { what: 'it is no valid XML', cure: same }],
  ['xml', { what: (what) => what.replace(/ \(<.*$/su, ''), cure: same }],
  ['workbook', { what: 'the workbook cannot be read', cure: same }],
  ['unknown-sheet', { what: 'there is no sheet of the name given with --sheet', cure: 'Name one of its sheets.' }],
  ['ambiguous-sheet', { what: (what) => what.replace(/ \(.*$/su, ''), cure: 'Say which with --sheet <name>.' }],
  [
    'no-rows',
    {
      what: (what) => what.replace(/^its sheet .* is empty$/su, 'its sheet is empty'),
      cure: (cure) => cure.replace(/--sheet .*$/su, '--sheet <name>.'),
    },
  ],
  [
    'zip',
    {
      what: (what) => what.replace(/^.* in the zip archive /su, 'a file in the zip archive ').replace(/ \(.*$/su, ''),
      cure: (cure) => (ZIP_CURES.has(cure) ? cure : 'Unpack it and give the file that holds the items.'),
    },
  ],
  ['directory', { what: same, cure: 'Name the files in it, for example with *.csv.' }],
  ['unreadable-file', { what: (what) => what.replace(/ \((?![A-Z]+\)$).*$/su, ''), cure: same }],
  [
    'snapshot-date',
    { what: same, cure: "Say it with --snapshot-date <file>=2026-03-02, or put the date into the file's name." },
  ],
  ['bad-option', { what: 'no file is called so', cure: 'Write the name of one of the files.' }],
  ['no-issue', { what: withoutQuotes, cure: same }],
]);

/**
 * An error of the reading without a word out of the file. Nobody knows yet which of its cells, headers, sheets and files
 * are names of people, and so none is shown.
 */
export function withoutFileText(error: PitwallError): PitwallError {
  const { code, where } = error;
  if (OWN_TEXT.has(code)) return error;
  const wording = WORDINGS.get(code) ?? { what: withoutQuotes, cure: withoutQuotes };
  const what = said(wording.what, error.what);
  const cure = said(wording.cure, error.cure);
  if (!(error instanceof UnknownFormatError)) return new PitwallError(code, what, where, cure);
  const { proposal } = error;
  return new UnknownFormatError(what, where ?? '', cure, {
    ...proposal,
    doubt: 'names of its columns and what is in them are left out, as people may be among them',
    columns: proposal.columns.map(({ kind, evidence, isCommonName, name }, index) => ({
      name: isCommonName ? name : numbered(index),
      kind,
      evidence: withoutCells(evidence),
      isCommonName,
    })),
    fields: proposal.fields.map((field) => withoutName(field, proposal.columns)),
    stages: proposal.stages.every((stage) =>
      proposal.columns.some((column) => column.name === stage && column.isCommonName),
    )
      ? proposal.stages
      : [],
  });
}

const numbered = (index: number): string => `column ${index + 1}`;

/** What was seen in a column, without examples from its cells. */
const withoutCells = (evidence: string): string => evidence.replace(/(?:, such as |: ).*$/su, '');

/** A field of a proposal: its column by name if that names nobody, else by its place. */
function withoutName({ column, field }: ProposedField, columns: readonly TypedColumn[]): ProposedField {
  const index = columns.findIndex(({ name }) => name === column);
  const typed = columns[index];
  const because = typed === undefined ? '' : withoutCells(typed.evidence);
  if (typed?.isCommonName === true) return { field, column, because };
  return { field, column: numbered(index), because, isHidden: true };
}

function said(wording: Wording, text: string): string {
  return typeof wording === 'string' ? wording : wording(text);
}

/** For an error that is not known here: without suggestions, lists, and whatever is quoted or in brackets. */
function withoutQuotes(text: string): string {
  return text
    .replace(/Did you mean .*$/su, '')
    .replace(/(?:: | such as ).*$/su, '')
    .replace(/ ?(?:".*"|`.*`|\(.*\))/gsu, '')
    .trim();
}
