import type { EventLog } from '../../../../model/log/event-log.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import { NamesById } from '../../shared/names-by-id.ts';
import type { Change } from './entries.ts';
import { KEY } from './issue-numbers.ts';

/** Fields that a changelog has, too, by Jira's name of them in lower case. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'story points': 'points',
  'story point estimate': 'points',
  sprint: 'sprint',
  issueparentassociation: 'parent',
  parent: 'parent',
  'epic link': 'parent',
  issuetype: 'type',
  priority: 'priority',
  resolution: 'resolution',
  labels: 'labels',
  summary: 'title',
};

/** True for a change, by Jira's name of its field in lower case, that changes a field of the issue. */
export function isChangedField(field: string): boolean {
  return Object.hasOwn(FIELD_OF, field);
}

interface Latest {
  at: number;
  order: number;
  value: string;
}

/**
 * What the fields of issues were last changed to. It counts where no list of issues says what they are today: such as
 * where only their changelog was given, or a list without these columns.
 */
export class ChangedFields {
  readonly #latest = new Map<string, Map<number, Latest>>();
  readonly #sprints = new NamesById();

  note(item: number, change: Change, order: number): void {
    if (!isChangedField(change.field)) return;
    const field = FIELD_OF[change.field] as string;
    const value = this.#valueOf(field, change);
    if (value === null) return;
    let items = this.#latest.get(field);
    if (items === undefined) {
      items = new Map();
      this.#latest.set(field, items);
    }
    const known = items.get(item);
    const later = known === undefined || change.at > known.at || (change.at === known.at && order >= known.order);
    if (later) items.set(item, { at: change.at, order, value });
  }

  /** Sets the values of the fields that nothing else has set. */
  write(log: EventLog): void {
    for (const [field, items] of this.#latest) {
      const store = log.field(field);
      for (const [item, { value }] of items) {
        if (store.snapshot(item) === 0 && value !== '') store.set(item, SNAPSHOT, store.dictionary.id(value));
      }
    }
  }

  /** The value after the change; null where the change does not say. */
  #valueOf(field: string, change: Change): string | null {
    const { toText } = change;
    if (field === 'sprint') return this.#sprintOf(change);
    if (field === 'labels') return toText.split(/\s+/).join('; ');
    if (field === 'parent' && toText !== '') return KEY.test(toText) ? toText : null;
    return toText;
  }

  /**
   * The last of the sprints. The ids are a list, and so are the names, but a name may hold a comma: then only the ids
   * are reliable, and their names are those of other changes.
   */
  #sprintOf({ from, fromText, to, toText }: Change): string {
    this.#learnSprints(from, fromText);
    this.#learnSprints(to, toText);
    const ids = listed(to);
    const last = ids.at(-1);
    if (last === undefined) return toText;
    return this.#sprints.get(last) ?? (ids.length === 1 ? toText : (listed(toText).at(-1) ?? ''));
  }

  #learnSprints(ids: string, names: string): void {
    const one = listed(ids);
    const called = listed(names);
    if (one.length === 1) this.#sprints.learn(one[0] as string, names);
    else if (one.length === called.length)
      for (const [index, id] of one.entries()) this.#sprints.learn(id, called[index] as string);
  }
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
