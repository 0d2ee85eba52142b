import { kindFromName } from '../../../model/status-words/kind-words.ts';
import { type ColumnContent, isDateCell, isNumberCell } from '../column-words/date-cells.ts';
import { asideOf, isDateName, wordRole } from '../column-words/date-meaning.ts';
import { roleOf } from '../column-words/date-roles.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES, ID_NAMES, STATUS_NAMES } from '../column-words/field-names.ts';
import { findName } from '../column-words/header-names.ts';
import { headerKey } from '../header-key.ts';

/** Attributes that are beside stages in the files of flow tools, and are none themselves. */
const ATTRIBUTES = new Set(
  [
    ...Object.values(FIELD_NAMES).flat(),
    ...ASSIGNEE_NAMES,
    ...STATUS_NAMES,
    ...['blocked days', 'blocked', 'blocked date range', 'sprint', 'epic', 'project', 'class', 'class of service'],
  ].map(headerKey),
);

/** The id column: the mapped one, else by name, else the first. */
export function idColumn(header: readonly string[], fields: Readonly<Record<string, string>> = {}): number {
  const mapped = findName(header, [fields.id ?? '']);
  if (mapped !== -1) return mapped;
  const named = findName(header, ID_NAMES);
  if (named !== -1) return named;
  return Math.max(
    0,
    header.findIndex((name) => /\bid\b|key/i.test(name)),
  );
}

/** Columns that may be stages if their cells turn out to be dates. */
export function stageCandidates(header: readonly string[], fields: Readonly<Record<string, string>> = {}): number[] {
  const id = idColumn(header, fields);
  const mapped = new Set(
    Object.entries(fields)
      .filter(([field]) => field !== 'started' && field !== 'finished')
      .map(([, name]) => findName(header, [name])),
  );
  return [...header.keys()].filter((column) => {
    const name = header[column] as string;
    // A cell of data is no name: this may be a try to find the header further down.
    if (isDateCell(name) || isNumberCell(name)) return false;
    if (column === id || mapped.has(column) || name.trim() === '' || ATTRIBUTES.has(headerKey(name))) return false;
    return !isBeside(name);
  });
}

/**
 * True for a date that no item enters a stage on: of a plan, a change, a creation. A stage may be called "Submitted", but
 * none is called "Submission date".
 */
function isBeside(name: string): boolean {
  return asideOf(name) !== null || roleOf(name) === 'created' || (wordRole(name) === 'created' && isDateName(name));
}

/** True for the name of a stage in which work is over. */
function isEnd(name: string): boolean {
  return roleOf(name) === 'finished' || kindFromName(name) === 'done';
}

/**
 * The stages: the longest run of neighbouring columns of dates (the first of several), which empty columns and those of
 * dates that are no stages by their names do not interrupt. An empty last stage is one if its name says that it is the
 * end, since nothing may have got there yet.
 *
 * @param content what the cells of each column are
 * @param fields what the user has mapped: no stages but for a start and an end
 * @returns their columns, in the order of the work; empty if there are fewer than two, or if they are only the dates
 *   of a start and a finish: those are milestones
 */
export function stageRun(
  header: readonly string[],
  content: (column: number) => ColumnContent,
  fields: Readonly<Record<string, string>> = {},
): number[] {
  const candidates = new Set(stageCandidates(header, fields));
  let best: number[] = [];
  let run: number[] = [];
  const settle = () => {
    while (run.length > 0 && !isFilledOrEnd(run.at(-1) as number)) run.pop();
    const filled = run.filter((column) => content(column) === 'dates').length;
    const bestFilled = best.filter((column) => content(column) === 'dates').length;
    if (filled >= 2 && filled > bestFilled) best = run;
    run = [];
  };
  const isFilledOrEnd = (column: number) => content(column) === 'dates' || isEnd(header[column] as string);

  for (const column of header.keys()) {
    if (isBeside(header[column] as string)) continue;
    const kind = candidates.has(column) ? content(column) : 'other';
    if (kind === 'other') settle();
    else if (kind === 'dates' || run.length > 0) run.push(column);
  }
  settle();
  return best.some((column) => roleOf(header[column] as string) === null) ? best : [];
}
