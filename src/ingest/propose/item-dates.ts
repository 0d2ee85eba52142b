import type { ProposedField } from '../../model/column-proposal.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import type { StageKind } from '../../model/workflow/workflow.ts';
import type { TableSample } from '../format.ts';
import { risingShare } from '../table/column-words/date-cells.ts';
import { asideOf, isFact, wordRole } from '../table/column-words/date-meaning.ts';
import { type DateRole, isPlan, ROLE_NAMES } from '../table/column-words/date-roles.ts';
import { chooseColumn, placeIn } from './choose-column.ts';
import type { SampledColumn } from './typed-columns.ts';

/** The dates of items' lives that a table seems to have, and those that look like them and are none. */
export interface ItemDates {
  fields: ProposedField[];
  /** Why columns whose names speak of a start or an end were left out; null if none was. */
  leftOut: string | null;
}

const ROLES: readonly DateRole[] = ['created', 'started', 'finished'];
/** In so many rows a date must be where the status says that it cannot have come yet, to be a plan. */
const PLANNED = 0.5;

/**
 * Created, started and finished by the names of the columns. Plans are left out: by their names, in the table of a project
 * plan, and where they are filled for items that have not come so far by their status.
 */
export function itemDates(
  sample: TableSample,
  columns: readonly SampledColumn[],
  status: SampledColumn | undefined,
): ItemDates {
  const dates = columns.filter(({ kind, name }) => kind === 'dates' && asideOf(name) === null && !isDrop(name));
  const inPlan = isPlan(sample.header);
  const kinds = status?.cells.map((cell) => (cell === '' ? null : kindFromName(cell))) ?? [];
  const leftOut: { column: SampledColumn; why: string }[] = [];
  const fields: ProposedField[] = [];
  const taken = new Map<DateRole, SampledColumn>();
  for (const role of ROLES) {
    const open = dates.filter(({ name }) => wordRole(name) === role);
    const facts = open.filter((column) => {
      const why = whyPlanned(column, role, inPlan, kinds);
      if (why !== null) leftOut.push({ column, why });
      return why === null;
    });
    const column = chooseColumn(facts, ({ name }) => 1 + (placeIn(ROLE_NAMES[role], name) ?? -1));
    if (column === undefined) continue;
    taken.set(role, column);
    fields.push({ field: role, column: column.name, because: column.evidence });
  }
  const first = firstDate(sample, dates, taken);
  if (first !== undefined)
    fields.unshift({ field: 'created', column: first.name, because: `a date in every row: ${first.evidence}` });
  return { fields, leftOut: shownReasons(leftOut, status) };
}

/** True for the date on which an item was given up: it is no finish. */
function isDrop(name: string): boolean {
  return kindFromName(name) === 'dropped';
}

function whyPlanned(
  column: SampledColumn,
  role: DateRole,
  inPlan: boolean,
  kinds: readonly (StageKind | null)[],
): string | null {
  if (role === 'created') return null;
  const tooEarly = (kind: StageKind | null | undefined) =>
    kind === 'todo' || (role === 'finished' && (kind === 'active' || kind === 'waiting'));
  const early = column.cells.filter((_, row) => tooEarly(kinds[row]));
  const filled = early.filter((cell) => cell !== '').length;
  if (inPlan && !isFact(column.name)) return 'plan';
  // A column with the usual name of a start or an end is read anyway, and what the status says of its items overrules it.
  const isUsual = placeIn(ROLE_NAMES[role], column.name) !== null;
  return !isUsual && filled >= 2 && filled >= early.length * PLANNED ? 'early' : null;
}

/** A date in every row, before the finish: it is taken for the creation where nothing else says when items came. */
function firstDate(
  sample: TableSample,
  dates: readonly SampledColumn[],
  taken: ReadonlyMap<DateRole, SampledColumn>,
): SampledColumn | undefined {
  const finished = taken.get('finished');
  if (finished === undefined || taken.has('created') || taken.has('started')) return undefined;
  const full = dates.filter(({ filled, name }) => filled === sample.rows.length && wordRole(name) === null);
  return chooseColumn(full, ({ index }) => (risingShare(sample, [index, finished.index]) >= 0.9 ? 0 : null));
}

function shownReasons(
  leftOut: readonly { column: SampledColumn; why: string }[],
  status: SampledColumn | undefined,
): string | null {
  const named = (why: string) =>
    leftOut
      .filter((left) => left.why === why)
      .map(({ column }) => column.name)
      .sort();
  const early = named('early');
  const plan = named('plan');
  const parts = [];
  if (early.length > 0)
    parts.push(
      `${early.join(' and ')} ${early.length > 1 ? 'are' : 'is'} filled for items that ${status?.name} says are not so far`,
    );
  if (plan.length > 0)
    parts.push(
      `beside columns such as Duration or Predecessors, ${plan.join(' and ')} ${plan.length > 1 ? 'are plans' : 'is a plan'} as a rule`,
    );
  return parts.length === 0 ? null : `left out as plans: ${parts.join('; ')}`;
}
