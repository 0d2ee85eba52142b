import type { ProposedField } from '../../model/column-proposal.ts';
import {
  isAside,
  meansBefore,
  meansId,
  meansStatus,
  meansTitle,
  wordRole,
} from '../table/column-words/column-meaning.ts';
import { isPlan } from '../table/column-words/date-roles.ts';
import type { SampledColumn } from './typed-columns.ts';

/** A guess at the columns of a table, for a log of changes or for one row an item. */
export interface Guess {
  fields: ProposedField[];
  doubt: string | null;
}

const proposed = (field: string, { name }: SampledColumn, because: string): ProposedField => ({
  field,
  column: name,
  because,
});

/** The first column whose name fits, else the first of all. */
function best(columns: readonly SampledColumn[], named: (name: string) => boolean): SampledColumn | undefined {
  return columns.find(({ name }) => named(name)) ?? columns[0];
}

/** A log of changes: an id that comes again, a time, and a status; null if the table is none. */
export function changesGuess(columns: readonly SampledColumn[], rows: number): Guess | null {
  const ids = columns.filter(
    ({ filled, distinct, kind }) =>
      filled === rows && distinct < rows * 0.75 && distinct > 1 && kind !== 'dates' && kind !== 'people',
  );
  const id = ids.find(({ name }) => meansId(name));
  const time = columns.find(
    ({ kind, filled, name }) =>
      kind === 'dates' && filled === rows && wordRole(name) !== 'created' && !/\b(?:due|plan)/i.test(name),
  );
  const states = columns.filter((column) => column.kind === 'categories' && column !== id && column.filled >= rows / 2);
  const to = best(
    states.filter(({ name }) => !meansBefore(name)),
    meansStatus,
  );
  if (id === undefined || time === undefined || to === undefined || to.distinct < 2) return null;
  const from = states.find((column) => column !== to && sharesValues(column, to));
  const fields = [
    proposed('id', id, `${id.distinct} values in ${rows} rows: each item has several`),
    proposed('to', to, to.evidence),
    proposed('at', time, time.evidence),
  ];
  if (from !== undefined) fields.push(proposed('from', from, `its values are among those of ${to.name}`));
  return { fields, doubt: null };
}

function sharesValues(column: SampledColumn, other: SampledColumn): boolean {
  const values = new Set(other.cells);
  const own = [...new Set(column.cells)].filter((cell) => cell !== '');
  return own.length > 1 && own.filter((cell) => values.has(cell)).length >= own.length * 0.6;
}

/** One row an item with dates of its life; null if the table has no id or no date that may be one. */
export function itemsGuess(header: readonly string[], columns: readonly SampledColumn[], rows: number): Guess | null {
  const unique = columns.filter(
    ({ filled, distinct, kind }) => filled > 0 && filled >= rows * 0.9 && distinct === filled && kind !== 'dates',
  );
  const id =
    unique.find(({ kind, name }) => kind === 'ids' && meansId(name)) ??
    unique.find(({ name }) => meansId(name)) ??
    unique.find(({ kind }) => kind === 'ids') ??
    best(
      unique.filter(({ kind }) => kind === 'text'),
      meansTitle,
    );
  if (id === undefined) return null;
  const dates = dateFields(columns, rows);
  if (dates.length === 0) return null;
  const fields = [proposed('id', id, id.kind === 'ids' ? id.evidence : 'no two rows have the same')];
  const title = columns.find((column) => column !== id && column.kind === 'text' && meansTitle(column.name));
  if (title !== undefined) fields.push(proposed('title', title, title.evidence));
  const states = columns.filter(({ kind }) => kind === 'categories');
  const status = states.find(({ name }) => meansStatus(name));
  if (status !== undefined) fields.push(proposed('status', status, status.evidence));
  const people = columns.find(({ kind, name }) => kind === 'people' && !/creat|report|author|edit|modif/i.test(name));
  if (people !== undefined) fields.push(proposed('assignee', people, people.evidence));
  fields.push(...dates);
  const plan = isPlan(header) && dates.some(({ field }) => field !== 'created');
  const doubt = plan
    ? 'beside columns such as Duration or Predecessors its starts and ends are plans as a rule, not what happened'
    : null;
  return { fields, doubt };
}

/** Created, started and finished by the names of the columns; if those say nothing, created is the first column with a date in every row. */
function dateFields(columns: readonly SampledColumn[], rows: number): ProposedField[] {
  const dates = columns.filter(({ kind, name }) => kind === 'dates' && !isAside(name));
  const fields: ProposedField[] = [];
  const taken = new Set<SampledColumn>();
  for (const role of ['created', 'started', 'finished'] as const) {
    const column = dates.find((candidate) => !taken.has(candidate) && wordRole(candidate.name) === role);
    if (column === undefined) continue;
    taken.add(column);
    fields.push(proposed(role, column, column.evidence));
  }
  const rest = dates.filter((column) => !taken.has(column) && wordRole(column.name) === null);
  const has = (role: string) => fields.some(({ field }) => field === role);
  const fullest = rest.find(({ filled }) => filled === rows);
  if (!has('created') && !has('started') && fullest !== undefined && rest.length + fields.length > 1) {
    fields.unshift(proposed('created', fullest, `a date in every row: ${fullest.evidence}`));
  }
  return fields;
}
