import type { ColumnProposal, ProposedField } from '../../model/column-proposal.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { TableSample } from '../format.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES } from '../table/column-words/field-names.ts';
import { findName } from '../table/column-words/header-names.ts';
import { changesGuess, type Guess, itemsGuess } from './proposed-fields.ts';
import { typedColumns } from './typed-columns.ts';

/** Fields that formats find by these names, so that nobody needs to map them. */
const FOUND: Readonly<Record<string, readonly string[]>> = { title: FIELD_NAMES.title ?? [], assignee: ASSIGNEE_NAMES };

/**
 * How a table that no format fits might be read.
 * @param given the columns that the user has named: they do not change
 * @param formatWith the id of the format that fits with these columns named; null if none does
 */
export function proposalOf(
  file: string,
  sample: TableSample,
  given: Readonly<Record<string, string>>,
  formatWith: (fields: Readonly<Record<string, string>>) => string | null,
): ColumnProposal {
  const { header, rows } = sample;
  const columns = typedColumns(sample);
  const guesses = [changesGuess(columns, rows.length), itemsGuess(header, columns, rows.length)];
  let chosen: { guess: Guess; fields: ProposedField[]; format: string } | null = null;
  for (const guess of guesses) {
    if (guess === null || chosen !== null) continue;
    const fields = withGiven(
      guess.fields.filter((field) => !isFound(header, field)),
      given,
    );
    const format = isMappable(header, guess.fields) ? formatWith(mapOf(fields)) : null;
    if (format !== null) chosen = { guess, fields, format };
  }
  return {
    file,
    rows: rows.length,
    columns: columns.map(({ name, kind, evidence }) => ({ name, kind, evidence })),
    fields: chosen?.fields ?? [],
    format: chosen?.format ?? null,
    doubt: chosen === null ? lacking(columns) : chosen.guess.doubt,
  };
}

function withGiven(fields: readonly ProposedField[], given: Readonly<Record<string, string>>): ProposedField[] {
  const named = Object.keys(given).filter((field) => !(field === 'to' && given.status === given.to));
  return [
    ...named.map((field) => ({ field, column: given[field] as string, because: 'named by you' })),
    ...fields.filter(({ field }) => !Object.hasOwn(given, field)),
  ];
}

/** What to type for the guess; null if there is none. */
export function proposedCommand({ file, fields }: ColumnProposal): string | null {
  if (fields.length === 0) return null;
  const map = fields.map(({ field, column }) => `--map ${shellWord(`${field}=${column}`)}`);
  return `pitwall report ${shellWord(file)} ${map.join(' ')}`;
}

/** With `status` named, the changes of a log are named too. */
function mapOf(fields: readonly ProposedField[]): Record<string, string> {
  const map = Object.fromEntries(fields.map(({ field, column }) => [field, column]));
  return map.status === undefined ? map : { to: map.status, ...map };
}

function isFound(header: readonly string[], { field, column }: ProposedField): boolean {
  const names = Object.hasOwn(FOUND, field) ? (FOUND[field] as readonly string[]) : [];
  const found = findName(header, names);
  return found !== -1 && header[found] === column;
}

/** A column without a name, with another's, or with a line break in it cannot be named on a command line. */
function isMappable(header: readonly string[], fields: readonly ProposedField[]): boolean {
  return fields.every(
    ({ column }) => /^\P{Cc}+$/u.test(column) && findName(header, [column]) === header.indexOf(column),
  );
}

function lacking(columns: readonly { kind: string }[]): string {
  if (!columns.some(({ kind }) => kind === 'dates'))
    return 'no column holds dates, and without dates there is no flow to measure';
  return 'no column identifies its rows, or none of its dates seems to be of a creation, a start or an end';
}
