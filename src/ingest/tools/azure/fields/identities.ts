import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { ASSIGNED_TO } from './reference-names.ts';

/** The name of a person: an identity object in newer versions of the API, `Name <account>` in older ones. */
function personOf(value: unknown): string {
  const identity = objectOf(value);
  if (identity === null) return withoutAccount(textOf(value));
  return withoutAccount(
    textOf(own(identity, 'displayName')) || textOf(own(identity, 'uniqueName')) || textOf(own(identity, 'name')),
  );
}

/** `Ana <ana@example.test>` and `Ana <EXAMPLE\ana>` are Ana. */
export function withoutAccount(name: string): string {
  return name.replace(/(?<=\S)\s*<[^<>]*>\s*$/, '');
}

/** A field's value as text: of people their names, of everything else what it says. */
export function fieldText(field: string, value: unknown): string {
  return field === ASSIGNED_TO || objectOf(value) !== null ? personOf(value) : textOf(value);
}
