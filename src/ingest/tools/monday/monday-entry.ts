import { type JsonObject, nameOf, objectOf, own, quoteLongIntegers, textOf } from '../../text/json/json-values.ts';

/** What an item is in while its status column is empty. */
export const NO_STATUS = 'No status';

/** What an entry of a board's activity log did to an item. */
export type Activity =
  | { kind: 'created'; group: string }
  | { kind: 'column'; column: string; from: string; to: string }
  | { kind: 'group'; from: string; to: string }
  | { kind: 'people'; column: string; people: readonly string[] }
  | { kind: 'deleted' }
  | { kind: 'archived' };

/** An entry's details, which are JSON within JSON; null where they are not. */
export function detailsOf(entry: JsonObject): JsonObject | null {
  const data = own(entry, 'data');
  if (typeof data !== 'string') return objectOf(data);
  try {
    return objectOf(JSON.parse(quoteLongIntegers(data)));
  } catch {
    return null;
  }
}

export function isActivity(value: unknown): boolean {
  const entry = objectOf(value);
  return (
    textOf(own(entry, 'event')) !== '' &&
    textOf(own(entry, 'entity')) !== '' &&
    (typeof own(entry, 'data') === 'string' || objectOf(own(entry, 'data')) !== null) &&
    textOf(own(entry, 'created_at')) !== ''
  );
}

/** The item that an entry is about; empty for what is about the board. */
export function itemOf(details: JsonObject): string {
  return textOf(own(details, 'pulse_id')) || textOf(own(objectOf(own(details, 'pulse')), 'id'));
}

export function itemName(details: JsonObject): string {
  return textOf(own(details, 'pulse_name')) || nameOf(own(details, 'pulse'));
}

/** What an entry did to its item; null for what says nothing about flow. */
export function readActivity(event: string, details: JsonObject): Activity | null {
  switch (event) {
    case 'create_pulse':
      return { kind: 'created', group: groupOf(details, 'group') };
    case 'update_column_value':
      return columnChange(details);
    // Two names of one event, from different times. Its twin, `move_pulse_from_group`, is of the other board's side.
    case 'move_pulse_into_group':
    case 'move_pulse_to_group': {
      const to = groupOf(details, 'dest_group') || groupOf(details, 'group');
      return to === '' ? null : { kind: 'group', from: groupOf(details, 'source_group'), to };
    }
    case 'archive_pulse':
      return { kind: 'archived' };
    case 'delete_pulse':
      return { kind: 'deleted' };
    default:
      return null;
  }
}

function columnChange(details: JsonObject): Activity | null {
  const column = textOf(own(details, 'column_title')) || textOf(own(details, 'column_id'));
  const type = textOf(own(details, 'column_type'));
  if (type === 'color' || type === 'status') {
    return {
      kind: 'column',
      column,
      from: labelOf(own(details, 'previous_value')),
      to: labelOf(own(details, 'value')),
    };
  }
  if (type !== 'multiple-person' && type !== 'people') return null;
  const names = own(details, 'textual_value');
  // Without the names there are only the numbers of people.
  if (typeof names !== 'string') return null;
  return { kind: 'people', column, people: names.split(',') };
}

function labelOf(value: unknown): string {
  const label = own(objectOf(value), 'label');
  return textOf(own(objectOf(label), 'text')) || textOf(label) || NO_STATUS;
}

/** A group as an object with a title, or as a name or id beside others. */
function groupOf(details: JsonObject, key: string): string {
  const group = objectOf(own(details, key));
  return nameOf(group) || textOf(own(details, `${key}_name`)) || textOf(own(details, `${key}_id`));
}
