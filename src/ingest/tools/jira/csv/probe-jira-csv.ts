import type { Probe, TableSample } from '../../../format.ts';
import { distinctShare } from '../../../table/column-words/date-cells.ts';
import { indexOf } from '../../../table/header-index.ts';
import { probeStageDates } from '../../../table/stage-columns/probe-stage-dates.ts';
import { KEY } from '../issues/issue-numbers.ts';
import { HEADER_WORDS, hasCustomFields } from './header-words.ts';

/** Columns that no export of Jira has: a log of changes has them. */
const NEVER: readonly string[] = ['changelog_id', 'from_string', 'to_string'];

/**
 * Recognises Jira's CSV export by what its columns are called, in any language that is known, and by what no other
 * tool's export has besides. In other languages its marks that are never translated make it likely: then the columns
 * must be named. A mapped field counts as found.
 */
export function probeJiraCsv(sample: TableSample, fields: Readonly<Record<string, string>>): Probe {
  const index = indexOf(sample.header);
  const find = (field: string, names: readonly string[]) => index.find(fields[field] ?? '', ...names);
  const named = (columns: readonly number[]) =>
    columns.filter((column) => column !== -1).map((column) => sample.header[column] as string);
  const key = find('id', HEADER_WORDS.key);
  const title = find('title', HEADER_WORDS.title);
  const status = find('to', HEADER_WORDS.status);
  const matched = named([key, title, status]);
  const missing = [
    ...(key === -1 ? ['Issue key'] : []),
    ...(title === -1 ? ['Summary'] : []),
    ...(status === -1 ? ['Status'] : []),
  ];
  const no = (what: readonly string[]): Probe => ({ score: 'no', matched, missing: [...what] });

  if (index.find(...NEVER) !== -1) return no(['one row an issue (there are columns of a change)']);
  const sums = sample.header.filter((name) => name.startsWith('Σ '));
  const marks = [
    ...named([
      index.find(...HEADER_WORDS.number),
      index.find(...HEADER_WORDS.type),
      index.find(...HEADER_WORDS.project),
    ]),
    ...sums.slice(0, 1),
  ];
  const custom = hasCustomFields(sample.header);
  if (missing.length === 0) {
    const dates = index.find(...HEADER_WORDS.created, ...HEADER_WORDS.updated, ...HEADER_WORDS.finished);
    // A report of the date on which each issue came into each status says more than the list of issues that it adorns.
    if (dates === -1 && probeStageDates(sample).score !== 'no') return no(['no columns of stages']);
    if (marks.length === 0 && !custom) return no(['Issue id, Issue Type, Project key or a custom field']);
    return { score: 'certain', matched: [...matched, ...marks.slice(0, 2)], missing };
  }
  // A column named in a language that is not known, but with keys for cells.
  if (sums.length === 0 || keyColumn(sample) === -1) return no(missing);
  return { score: 'likely', matched: [...sums.slice(0, 1), 'a column of issue keys'], missing };
}

/** The column whose cells all are keys of issues, each once; −1 if there is none. */
function keyColumn(sample: TableSample): number {
  return sample.header.findIndex((_, column) => {
    const cells = sample.rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => KEY.test(cell)) && distinctShare(sample, column) === 1;
  });
}
