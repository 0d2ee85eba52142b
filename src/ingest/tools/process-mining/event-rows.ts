import { Int32Column } from '../../../model/log/columns.ts';
import type { Dictionary } from '../../../model/log/dictionary.ts';
import { NOBODY } from '../../../model/people/people-sets.ts';
import type { FieldColumns } from '../shared/columns/field-columns.ts';

type Marker = 'opening' | 'closing';

/** Rows kept until their meaning is known: what each says besides its instants. */
export class EventRows {
  readonly activity = new Int32Column();
  readonly people = new Int32Column();
  readonly line = new Int32Column();
  readonly activities: Dictionary;
  readonly #fields: FieldColumns;
  readonly #values: Int32Column[];
  /** By activity id. */
  readonly #markers: (Marker | null | undefined)[] = [];

  constructor(activities: Dictionary, fields: FieldColumns) {
    this.activities = activities;
    this.#fields = fields;
    this.#values = Array.from({ length: fields.count }, () => new Int32Column());
  }

  /** Keeps the current row; returns its index. */
  push(activity: number, people: number, line: number): number {
    for (const [field, values] of this.#values.entries()) values.push(this.#fields.current(field));
    this.people.push(this.marker(activity) === null ? people : NOBODY);
    this.line.push(line);
    return this.activity.push(activity);
  }

  /** Gives a transition of the log the fields of a row. */
  setFields(item: number, transition: number, row: number): void {
    for (const [field, values] of this.#values.entries()) {
      this.#fields.setKept(field, item, transition, values.at(row));
    }
  }

  /** `Start` or `End` of the whole case, which tools add to logs: nobody works on it. */
  marker(activity: number): Marker | null {
    let marker = this.#markers[activity];
    if (marker === undefined) {
      marker = markerOf(this.activities.value(activity));
      this.#markers[activity] = marker;
    }
    return marker;
  }
}

function markerOf(name: string): Marker | null {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const match = /^(?:artificial |process |case )?(?:(start)|end|ende|fin|fim)(?: event)?$/.exec(plain);
  if (match === null) return null;
  return match[1] === undefined ? 'closing' : 'opening';
}
