import { PitwallError } from '../model/errors.ts';
import { EMPTY } from '../model/log/dictionary.ts';
import type { EventLog } from '../model/log/event-log.ts';
import { nearest } from '../model/nearest.ts';
import { NOBODY } from '../model/people/people-sets.ts';
import { stageNow, type Timelines } from '../model/timelines.ts';
import type { Workflow } from '../model/workflow/workflow.ts';
import { type FieldValues, fieldValues } from '../normalize/index.ts';
import type { KeptRows } from './kept-rows.ts';

/** Fields whose cells hold several values. */
const SEVERAL = new Set(['labels']);

/** Fields that every item has, whatever its source. */
const BUILT_IN = ['id', 'source', 'stage', 'status', 'assignee'] as const;

/** The fields of items, by item index of the timelines; each is worked out when first asked for. */
export class ItemFieldValues {
  readonly #log: EventLog;
  readonly #offsets: Int32Array;
  readonly #rows: KeptRows;
  readonly #timelines: Timelines;
  readonly #workflow: Workflow;
  readonly #known = new Map<string, FieldValues>();
  /** Of each item of the log its last status, as an id; made when first asked for. */
  #statuses: Int32Array | null = null;
  #nameOf = (_field: string, text: string): string => text;

  /** @param offsets where the rows of each item of the log begin */
  constructor(log: EventLog, offsets: Int32Array, rows: KeptRows, timelines: Timelines, workflow: Workflow) {
    this.#log = log;
    this.#offsets = offsets;
    this.#rows = rows;
    this.#timelines = timelines;
    this.#workflow = workflow;
  }

  /** Has values that are the old name of somebody be the new one. */
  rename(nameOf: (field: string, text: string) => string): void {
    this.#nameOf = nameOf;
  }

  /**
   * Works out the fields of which rows differ, so that no row is needed any more.
   * @param asked what is asked of items by name
   */
  settle(asked: readonly string[]): void {
    if (asked.includes('status')) this.#statuses = this.#lastStatuses();
    for (const field of this.#log.fieldNames())
      if (this.#log.field(field).exceptionRows.length > 0) this.#values(field);
  }

  /** The field's value; null if the item has none. */
  text(field: string, item: number): string | null {
    const { ids, value } = this.#values(field);
    return this.#nameOf(field, value(ids[this.#timelines.item[item] as number] as number)) || null;
  }

  /** The field of every item as a number; each distinct value is read once. */
  numbers(field: string, read: (text: string | null) => number): Float64Array {
    const { ids, size, value } = this.#values(field);
    const known = new Float64Array(size);
    for (let id = 0; id < size; id++) known[id] = read(value(id) || null);
    const numbers = new Float64Array(this.#timelines.count);
    for (let item = 0; item < numbers.length; item++) {
      numbers[item] = known[ids[this.#timelines.item[item] as number] as number] as number;
    }
    return numbers;
  }

  /** All values of a field that may hold several; none if it is empty. */
  all(field: string, item: number): string[] {
    switch (field) {
      case 'id':
        return [this.#timelines.ids[item] as string];
      case 'source':
        return [this.#log.sourceOf(this.#timelines.item[item] as number)];
      case 'stage':
        return [this.stage(item)].filter((stage) => stage !== null);
      case 'status':
        return [this.text(field, item) ?? this.#status(item)].filter((status) => status !== '');
      case 'assignee':
        return [...(this.assignees(item) ?? [])];
      default: {
        const text = this.text(field, item);
        if (text === null) return [];
        if (!SEVERAL.has(field)) return [text];
        return text
          .split(/[;|,]/)
          .map((value) => value.trim())
          .filter((value) => value !== '');
      }
    }
  }

  /** The people who have the item at asOf; null if unknown. */
  assignees(item: number): readonly string[] | null {
    const last = (this.#timelines.peopleOffsets[item + 1] as number) - 1;
    if (last >= (this.#timelines.peopleOffsets[item] as number)) {
      return this.#log.people.members(this.#timelines.peopleSet[last] as number);
    }
    if (this.#timelines.peopleKnown[item] === 1) return [];
    const log = this.#timelines.item[item] as number;
    const current = this.#log.currentPeople.at(log);
    if (current !== NOBODY) return this.#log.people.members(current);
    // Whichever file came first: one that knows today's people and spoke of the item said that there is nobody.
    const own = this.#log.files.filter(({ source }) => source === this.#log.sourceOf(log));
    const knows = own.filter(({ assignees }) => assignees === 'current').length;
    return knows > 0 && (knows === own.length || this.#log.currentStatus.at(log) !== EMPTY) ? [] : null;
  }

  /** The name of the stage that the item is in at asOf. */
  stage(item: number): string | null {
    return this.#workflow.stages[stageNow(this.#timelines, item)]?.name ?? null;
  }

  /** Every field that some source has, and those that every item has. */
  names(): string[] {
    return [...new Set([...this.#log.fieldNames(), ...BUILT_IN])];
  }

  /** Refuses a field that no source has. */
  check(field: string, option: string): void {
    if (this.#log.hasField(field) || BUILT_IN.some((name) => name === field)) return;
    // A file with a column or a key for it, in which no item has a value.
    if (this.#log.files.some(({ mapping }) => Object.hasOwn(mapping, field))) return;
    const fields = this.names();
    const suggestion = nearest(field, fields);
    const cure =
      suggestion === null ? `Use one of ${fields.join(', ')}, or a column's name` : `Did you mean "${suggestion}"?`;
    throw new PitwallError('unknown-field', `no source has a field "${field}"`, option, cure);
  }

  /** Today's status as written, else the last one of its log; empty where neither is known. */
  #status(item: number): string {
    this.#statuses ??= this.#lastStatuses();
    return this.#log.statuses.value(this.#statuses[this.#timelines.item[item] as number] as number);
  }

  #lastStatuses(): Int32Array {
    const { currentStatus, itemCount, transitions } = this.#log;
    const { rows } = this.#rows.ordered();
    return Int32Array.from({ length: itemCount }, (_, item) => {
      const today = currentStatus.at(item);
      const end = this.#offsets[item + 1] as number;
      return today !== EMPTY || end === this.#offsets[item] ? today : transitions.to(rows[end - 1] as number);
    });
  }

  #values(field: string): FieldValues {
    let values = this.#known.get(field);
    if (values === undefined) {
      values = fieldValues(this.#log, this.#offsets, () => this.#rows.ordered().rows, field);
      this.#known.set(field, values);
    }
    return values;
  }
}
