import type { ConfiguredStages, Probe, TableSample } from '../../format.ts';
import { distinctShare, sampleContents } from '../../table/column-words/date-cells.ts';
import { type DateRole, isPlan, ROLE_NAMES } from '../../table/column-words/date-roles.ts';
import { ID_NAMES } from '../../table/column-words/field-names.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { probeStageDates } from '../../table/stage-columns/probe-stage-dates.ts';

/** Below this share of different ids the rows are changes of items, not items. */
const DISTINCT_IDS = 0.75;

/**
 * Recognises created, started and finished dates, or two of them; where the user names one, or the id and the status, that
 * is enough. A mapped field counts as found.
 */
export function probeMilestones(
  sample: TableSample,
  fields: Readonly<Record<string, string>>,
  stages?: ConfiguredStages,
): Probe {
  const { header } = sample;
  // These columns have telling names, so that more of their cells may be unreadable.
  const content = sampleContents(sample, 0.5);
  const columnOf = (field: string, names: readonly string[]) => findName(header, [fields[field] ?? '', ...names]);
  const id = columnOf('id', ID_NAMES);
  const roles = Object.keys(ROLE_NAMES) as DateRole[];
  const isNamed = roles.some((role) => Object.hasOwn(fields, role));
  const dates = roles
    .map((role) => columnOf(role, ROLE_NAMES[role]))
    // A column without a value in the sample may hold dates further on: finishes are rare in a list of open items.
    .filter((column) => column !== -1 && content(column) !== 'other');
  const matched = [...(id === -1 ? [] : [id]), ...dates].map((column) => header[column] as string);
  const no = (what: string): Probe => ({ score: 'no', matched, missing: [what] });

  if (id === -1) return no(`a column of ids (${ID_NAMES.slice(0, 3).join(', ')})`);
  if (distinctShare(sample, id) < DISTINCT_IDS) return no(`ids that do not repeat (those of ${header[id]} do)`);
  if (hasBothSides(header)) return no('one row an item (there are columns of a change, from and to)');
  if (!isNamed && isStatusNamed(fields)) return { score: 'certain', matched, missing: [] };
  if (!dates.some((column) => content(column) === 'dates')) return no('a column of creation, start or finish dates');
  if (isPlan(header) && !isNamed)
    return no('dates of what happened (beside such columns they are plans: name them to read them)');
  if (dates.length < 2 && !isNamed) return no('a second column of creation, start or finish dates');
  // Dates of stages say more than these, which are some of them.
  // Who names a start or an end has decided.
  const endsNamed = Object.hasOwn(fields, 'started') || Object.hasOwn(fields, 'finished');
  if (!endsNamed && probeStageDates(sample, fields, stages).score !== 'no') return no('no columns of stages');
  return { score: 'certain', matched, missing: [] };
}

/** True if the user names what a list of today needs, and nothing that only a log of changes has. */
function isStatusNamed(fields: Readonly<Record<string, string>>): boolean {
  const has = (field: string) => Object.hasOwn(fields, field);
  return has('id') && has('status') && !has('at') && !has('from');
}

/** True for a log of changes, even one that changes each item once. */
function hasBothSides(header: readonly string[]): boolean {
  const from = findName(header, [
    'from',
    'from status',
    'from state',
    'from string',
    'old value',
    'from value',
    'original from value',
  ]);
  const to = findName(header, [
    'to',
    'to status',
    'to state',
    'to string',
    'new value',
    'to value',
    'original to value',
  ]);
  return from !== -1 && to !== -1;
}
