import type { Probe, TableSample } from '../../../format.ts';
import { distinctShare, isDateCell, sampleContents } from '../../../table/column-words/date-cells.ts';
import { FIELD_NAMES } from '../../../table/column-words/field-names.ts';
import { findName } from '../../../table/column-words/header-names.ts';
import { idColumn, stageRun } from './stage-run.ts';

/** Below this share of different ids the rows are changes of items, not items. */
const DISTINCT_IDS = 0.75;

/**
 * Recognises one date column a stage: certain with the header of a flow tool, likely otherwise. What the user has mapped
 * to a field is no stage, unless to a start or an end, which stages are too.
 */
export function probeStageDates(sample: TableSample, fields: Readonly<Record<string, string>> = {}): Probe {
  const { header } = sample;
  const stages = stageRun(header, sampleContents(sample), fields);
  if (stages.length === 0)
    return { score: 'no', matched: [], missing: ['two or more neighbouring columns of stage dates'] };
  const matched = stages.map((column) => header[column] as string);
  const id = idColumn(header, fields);
  if (distinctShare(sample, id) < DISTINCT_IDS) {
    return { score: 'no', matched, missing: [`a column of ids that do not repeat (${header[id]} is not)`] };
  }
  const inOrder = shareInOrder(sample, stages);
  if (inOrder < 0.5) return { score: 'no', matched, missing: ['dates that rise from column to column'] };
  const isVendor = hasVendorHeader(header, stages) && inOrder >= 0.9;
  return { score: isVendor ? 'certain' : 'likely', matched, missing: [] };
}

/** `ID[,Link],Name,<stages>…` (ActionableAgile, jira-agile-metrics, Flow Lens), `Id,Name,<stages>,Blocked Date Range` (Nave). */
function hasVendorHeader(header: readonly string[], stages: readonly number[]): boolean {
  const title = findName(header, FIELD_NAMES.title as readonly string[]);
  const startsWithId = /ID/.test(header[0] ?? '') || /^\s*id\s*$/i.test(header[0] ?? '');
  const before = header.slice(1, stages[0]).filter((name) => !/^\s*(link|url|created( date)?)\s*$/i.test(name));
  return startsWithId && title !== -1 && before.length === 1 && before[0] === header[title];
}

/** The share of rows whose dates do not fall, among those whose year-first dates can be compared as text. */
function shareInOrder(sample: TableSample, stages: readonly number[]): number {
  let rows = 0;
  let rising = 0;
  for (const row of sample.rows) {
    const cells = stages.map((column) => row[column]?.trim() ?? '').filter((cell) => isDateCell(cell));
    if (cells.length < 2 || !cells.every((cell) => /^\d{4}-\d\d-\d\d/.test(cell))) continue;
    const days = cells.map((cell) => cell.slice(0, 10));
    rows++;
    if (days.every((day, index) => index === 0 || day >= (days[index - 1] as string))) rising++;
  }
  return rows === 0 ? 1 : rising / rows;
}
