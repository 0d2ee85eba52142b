import type { ColumnProposal, ProposedField } from '../../model/column-proposal.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { TableSample } from '../format.ts';
import { asideOf } from '../table/column-words/date-meaning.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES } from '../table/column-words/field-names.ts';
import { findName } from '../table/column-words/header-names.ts';
import { changesGuess } from './changes-guess.ts';
import type { Guess } from './guess.ts';
import { itemsGuess } from './items-guess.ts';
import { provedOrder } from './proved-order.ts';
import { stagesGuess } from './stages-guess.ts';
import { type SampledColumn, typedColumns } from './typed-columns.ts';

/** Fields that formats find by these names, so that nobody needs to map them. */
const FOUND: Readonly<Record<string, readonly string[]>> = { title: FIELD_NAMES.title ?? [], assignee: ASSIGNEE_NAMES };

/** The format of one date column a stage. */
const STAGE_FORMAT = 'stage-dates';

/**
 * How a table that no format fits might be read.
 * @param given the columns that the user has named: they do not change
 * @param givenOrder the order of day and month that the user has named; null for none
 * @param formatWith the id of the format that fits with these columns named; null if none does
 */
export function proposalOf(
  file: string,
  sample: TableSample,
  given: Readonly<Record<string, string>>,
  givenOrder: ColumnProposal['dateOrder'],
  formatWith: (fields: Readonly<Record<string, string>>) => string | null,
): ColumnProposal {
  const { header, rows } = sample;
  const columns = typedColumns(sample);
  const usable = columns.filter(({ index }) => isMappable(header, index));
  const guesses = [changesGuess(usable, rows.length), stagesGuess(sample, columns, usable), itemsGuess(sample, usable)];
  let chosen: { guess: Guess; fields: ProposedField[]; format: string } | null = null;
  for (const guess of guesses) {
    if (guess === null || chosen !== null) continue;
    const fields = withGiven(guess.fields, given);
    const needed = mapOf(fields.filter((field) => !isFound(header, field)));
    const format = guess.stages.length > 0 ? STAGE_FORMAT : formatWith(needed);
    if (format !== null) chosen = { guess, fields, format };
  }
  return {
    file,
    rows: rows.length,
    columns: columns.map(({ name, kind, evidence, isCommonName }) => ({ name, kind, evidence, isCommonName })),
    fields: chosen?.fields ?? [],
    stages: chosen?.guess.stages ?? [],
    dateOrder: givenOrder ?? provedOrder(columns, ({ name }) => isReadBy(chosen, name)),
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

/** True for a column that a field or a stage of the guess is read from. */
function isReadBy(chosen: { guess: Guess; fields: readonly ProposedField[] } | null, name: string): boolean {
  return chosen !== null && (chosen.guess.stages.includes(name) || chosen.fields.some(({ column }) => column === name));
}

/** What to type for the guess; null if there is none. What a format finds by itself need not be typed. */
export function proposedCommand({ columns, dateOrder, fields, file, format, stages }: ColumnProposal): string | null {
  if (fields.length === 0) return null;
  const header = columns.map(({ name }) => name);
  const needed = fields.filter((field) => !isFound(header, field));
  const map = needed.map(({ field, column }) => `--map ${shellWord(`${field}=${column}`)}`);
  const input = stages.length > 0 ? [`--input ${format}`] : [];
  const order = dateOrder === null ? [] : [`--date-order ${dateOrder}`];
  return ['pitwall report', shellWord(file), ...input, ...map, ...order].join(' ');
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
function isMappable(header: readonly string[], index: number): boolean {
  const name = header[index] as string;
  return /^\P{Cc}+$/u.test(name) && findName(header, [name]) === index;
}

function lacking(columns: readonly SampledColumn[]): string {
  const dates = columns.filter(({ kind }) => kind === 'dates').map(({ name }) => name);
  if (dates.length === 0) return 'no column holds dates, and without dates there is no flow to measure';
  if (dates.every((name) => asideOf(name) !== null))
    return `its dates (${dates.join(', ')}) are plans or changes by their names, and say nothing of what happened`;
  return 'no column identifies its rows, or none of its dates seems to be of a creation, a start or an end';
}
