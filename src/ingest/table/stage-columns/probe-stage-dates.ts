import type { StageKind } from '../../../model/workflow/workflow.ts';
import type { ConfiguredStages, Probe, TableSample } from '../../format.ts';
import { distinctShare, risingShare, sampleContents } from '../column-words/date-cells.ts';
import { FIELD_NAMES } from '../column-words/field-names.ts';
import { findName } from '../column-words/header-names.ts';
import { stageKindOf } from './stage-kind.ts';
import { idColumn, stageRun } from './stage-run.ts';
import { contradictingStatus } from './status-column.ts';

/** Below this share of different ids the rows are changes of items, not items. */
const DISTINCT_IDS = 0.75;
/** So many of the columns must be stages by their names: somebody may have a word of their own for one. */
const NAMED = 2 / 3;
/** In so many rows the dates must not fall from column to column: items go back at times. */
const RISING = 2 / 3;
/** The same for the header of a flow tool, in which little else can be wrong. */
const RISING_FOR_SURE = 0.9;

/**
 * Recognises one date column a stage: certain with the header of a flow tool, likely otherwise. Neighbouring dates are
 * stages only if their names say so, or the configured workflow has them: dates of orders, drafts and invoices stand side
 * by side, too. What the user has mapped to a field is no stage, unless to a start or an end, which stages are too.
 */
export function probeStageDates(
  sample: TableSample,
  fields: Readonly<Record<string, string>> = {},
  configured?: ConfiguredStages,
): Probe {
  const { header } = sample;
  const stages = stageRun(header, sampleContents(sample), fields);
  if (stages.length === 0)
    return { score: 'no', matched: [], missing: ['two or more neighbouring columns of stage dates'] };
  const matched = stages.map((column) => header[column] as string);
  const no = (what: string): Probe => ({ score: 'no', matched, missing: [what] });
  const id = idColumn(header, fields);
  if (distinctShare(sample, id) < DISTINCT_IDS) return no(`a column of ids that do not repeat (${header[id]} is not)`);
  const inOrder = risingShare(sample, stages);
  if (inOrder < RISING) return no('dates that rise from column to column');
  const kinds = matched.map((name) => stageKindOf(name, configured));
  const unnamed = unnamedIn(matched, kinds);
  if (unnamed !== null) return no(unnamed);
  const status = contradictingStatus(sample, stages, kinds);
  if (status !== null) return no(`stages that ${header[status]} does not contradict`);
  const isVendor = hasVendorHeader(header, stages) && inOrder >= RISING_FOR_SURE;
  return { score: isVendor ? 'certain' : 'likely', matched, missing: [] };
}

/** What the names of the columns lack to be plainly those of stages; null if they are. */
function unnamedIn(names: readonly string[], kinds: readonly (StageKind | null)[]): string | null {
  const known = kinds.filter((kind) => kind !== null).length;
  if (known < 2 || known < names.length * NAMED) {
    const others = names.filter((_, index) => kinds[index] === null);
    return `names of stages (${others.slice(0, 3).join(', ')} may be other dates)`;
  }
  // Ends alone are no way through the work: "Went live, Closed by finance".
  if (kinds.every((kind) => kind === null || kind === 'done')) return 'a stage before the end';
  // Two dates side by side may be any two; only the last one's name can say that this is a way through the work.
  if (names.length === 2 && kinds[1] !== 'done') return 'a third stage, or a last one that is done by its name';
  return null;
}

/** `ID[,Link],Name,<stages>…` (ActionableAgile, jira-agile-metrics, Flow Lens), `Id,Name,<stages>,Blocked Date Range` (Nave). */
function hasVendorHeader(header: readonly string[], stages: readonly number[]): boolean {
  const title = findName(header, FIELD_NAMES.title as readonly string[]);
  const startsWithId = /ID/.test(header[0] ?? '') || /^\s*id\s*$/i.test(header[0] ?? '');
  const before = header.slice(1, stages[0]).filter((name) => !/^\s*(link|url|created( date)?)\s*$/i.test(name));
  return startsWithId && title !== -1 && before.length === 1 && before[0] === header[title];
}
