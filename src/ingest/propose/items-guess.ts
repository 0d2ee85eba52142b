import type { ProposedField } from '../../model/column-proposal.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import type { TableSample } from '../format.ts';
import {
  columnMeanings,
  meansAssignee,
  meansGroup,
  meansId,
  meansStatus,
  meansTitle,
} from '../table/column-words/column-meaning.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES, ID_NAMES, STATUS_NAMES } from '../table/column-words/field-names.ts';
import { chooseColumn, placeIn } from './choose-column.ts';
import { type Guess, proposed } from './guess.ts';
import { itemDates } from './item-dates.ts';
import { knownShare, type SampledColumn } from './typed-columns.ts';

/** One row an item with dates of its life, or at least its status; null if the table has no id or neither of these. */
export function itemsGuess(sample: TableSample, columns: readonly SampledColumn[]): Guess | null {
  const id = idOf(columns, sample.rows.length);
  const others = columns.filter((column) => column !== id);
  const status = statusOf(others);
  const dates = itemDates(sample, others, status);
  if (id === undefined || (dates.fields.length === 0 && (status === undefined || !saysEnough(status)))) return null;
  const title = titleOf(others);
  const assignee = assigneeOf(others);
  const fields: ProposedField[] = [proposed('id', id, id.kind === 'ids' ? id.evidence : 'no two rows have the same')];
  if (title !== undefined) fields.push(proposed('title', title, title.evidence));
  if (status !== undefined) fields.push(proposed('status', status, status.evidence));
  if (assignee !== undefined) fields.push(proposed('assignee', assignee, assignee.evidence));
  const undated =
    dates.fields.length === 0 ? 'no date says when anything happened: only how many are done can be said' : null;
  const doubts = [dates.leftOut, undated].filter((doubt) => doubt !== null);
  return { fields: [...fields, ...dates.fields], stages: [], doubt: doubts.length === 0 ? null : doubts.join('; ') };
}

/** The column that tells the rows apart. */
export function idOf(columns: readonly SampledColumn[], rows: number): SampledColumn | undefined {
  return chooseColumn(columns, ({ distinct, filled, kind, name }) => {
    if (filled === 0 || filled < rows * 0.9 || distinct !== filled || kind === 'dates' || kind === 'people')
      return null;
    const named = placeIn(ID_NAMES, name) ?? (meansId(name) && !meansGroup(name) ? 0 : null);
    if (kind === 'ids') return named === null ? 2 : 4 + named;
    if (named !== null) return 3 + named;
    return kind === 'text' ? (meansTitle(name) ? 1 + (placeIn(FIELD_NAMES.title as string[], name) ?? 0) : 0) : null;
  });
}

/** The column of today's status: by its name, else by values that the words for statuses know. */
function statusOf(columns: readonly SampledColumn[]): SampledColumn | undefined {
  return chooseColumn(columns, (column) => {
    if (column.kind !== 'categories') return null;
    const known = knownShare(column.cells.filter((cell) => cell !== ''));
    if (meansStatus(column.name)) return 2 + known + (placeIn(STATUS_NAMES, column.name) ?? 0) / 10;
    return known >= 0.6 && kindsIn(column).size > 1 ? known : null;
  });
}

/** True if a status alone answers something: its words are known, and not all mean the same. */
function saysEnough(status: SampledColumn): boolean {
  return meansStatus(status.name) && kindsIn(status).size > 1;
}

function kindsIn({ cells }: SampledColumn): ReadonlySet<string> {
  return new Set([...new Set(cells)].flatMap((cell) => kindFromName(cell) ?? []));
}

function titleOf(columns: readonly SampledColumn[]): SampledColumn | undefined {
  return chooseColumn(columns, ({ cells, kind, name }) => {
    if (kind !== 'text' || !meansTitle(name)) return null;
    // Of a title and a description, the title is the shorter one.
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return (placeIn(FIELD_NAMES.title as string[], name) ?? -1) + 1 / (1 + length);
  });
}

function assigneeOf(columns: readonly SampledColumn[]): SampledColumn | undefined {
  return chooseColumn(columns, ({ kind, name }) => {
    if (kind !== 'people') return null;
    const meanings = columnMeanings(name);
    if (meansAssignee(name)) return 1 + (placeIn(ASSIGNEE_NAMES, name) ?? 0);
    return meanings.has('people') || meanings.has('group') ? null : 0;
  });
}
