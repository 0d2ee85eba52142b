import { countOf } from '../../../../model/document/number-format.ts';
import { COLUMN, doneOf, isColumn, isMeant, lastPart, STATE } from '../fields/reference-names.ts';
import type { ItemState } from './item-state.ts';
import { kindOf } from './state-kinds.ts';

/** How often a field that could be the status changed, and between how many values. */
export interface Movement {
  changes: number;
  values: Set<string>;
}

/** The field whose changes are the transitions, and how it was chosen. */
export interface StatusChoice {
  field: string;
  by: 'user' | 'rule';
  /** True if the user named a field that these files do not have. */
  unknown: boolean;
}

/**
 * State and board column are two timelines of one item: columns may share a state, and each team has its own board. What
 * the user names is taken. Otherwise the state, which every item has and whose categories say what it means; the column
 * only where no state is given, or where all that was exported are pictures of boards.
 */
export function chooseStatusField(
  said: string | undefined,
  movements: ReadonlyMap<string, Movement>,
  isBoard: boolean,
): StatusChoice {
  const present = [...movements.keys()].filter((field) => (movements.get(field) as Movement).values.size > 0);
  const named = said === undefined ? undefined : present.find((field) => isMeant(said, field));
  if (named !== undefined) return { field: named, by: 'user', unknown: false };
  const column = present.find((candidate) => candidate === COLUMN) ?? present.find(isColumn);
  const field = present.includes(STATE) && !(isBoard && column !== undefined) ? STATE : column;
  return { field: field ?? STATE, by: 'rule', unknown: said !== undefined };
}

/**
 * The status of an item by a field; of the "done" half of a split column `Develop / Done`. Boards do not show what was
 * removed: then the state is the status.
 */
export function statusBy(field: string, state: ItemState): string {
  const status = state.value(field);
  if (!isColumn(field)) return status;
  if (kindOf(state) === 'dropped') return state.value(STATE);
  if (status === '') return '';
  return isDone(state.value(doneOf(field))) ? `${status} / Done` : status;
}

/** `true`, `True`, `1`, or `Done` as Analytics has it. */
function isDone(value: string): boolean {
  return /^(?:true|1|yes|done)$/i.test(value);
}

/** A field as people know it: `Board Column`. */
export function displayName(field: string): string {
  return field.startsWith('System.') ? lastPart(field).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : field;
}

/** Says which field was taken and what the others do. */
export function describeChoice(choice: StatusChoice, movements: ReadonlyMap<string, Movement>): string {
  const counts = (field: string) => {
    const { changes, values } = movements.get(field) ?? { changes: 0, values: new Set() };
    return `${countOf(changes, 'change')} among ${countOf(values.size, 'value')}`;
  };
  const taken = `Status is taken from ${displayName(choice.field)} (${counts(choice.field)})${choice.by === 'user' ? ', as you said' : ''}.`;
  const others = [...movements.keys()].filter(
    (field) => field !== choice.field && (movements.get(field) as Movement).values.size > 0,
  );
  if (others.length === 0) return taken;
  const offered = others.map((field) => `${displayName(field)} (--map to="${displayName(field)}"; ${counts(field)})`);
  return `${taken} It could be taken from ${offered.join('; ')}.`;
}
