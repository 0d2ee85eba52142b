import type { StatusCategory } from '../../../model/workflow/status-category.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { ItemChange } from '../shared/item-history/history-entry.ts';

/** An issue, taken out of the object around one that was fetched alone; null if none. */
export function issueOf(record: unknown): JsonObject | null {
  const outer = objectOf(record);
  const issue = objectOf(own(outer, 'issue')) ?? outer;
  const named = (key: string) => nameOf(objectOf(own(issue, key))) !== '';
  const isIssue =
    textOf(own(issue, 'id')) !== '' && named('tracker') && named('status') && own(issue, 'subject') !== undefined;
  return isIssue ? issue : null;
}

/** What a status means by whether it closes an issue; null where that is not said. */
export function categoryOf(status: JsonObject | null): StatusCategory | null {
  const isClosed = own(status, 'is_closed');
  return typeof isClosed === 'boolean' ? (isClosed ? 'closed' : 'open') : null;
}

/** The journals of an issue, its history; null where it came without. */
export function journalsOf(issue: JsonObject): readonly unknown[] | null {
  const journals = own(issue, 'journals');
  return Array.isArray(journals) ? journals : null;
}

/** What a journal changed, statuses and people as ids; none if it is a note or says nothing about flow. */
export function changesOf(journal: JsonObject): ItemChange[] {
  const details = own(journal, 'details');
  const changes: ItemChange[] = [];
  for (const value of Array.isArray(details) ? details : []) {
    const detail = objectOf(value);
    if (textOf(own(detail, 'property')) !== 'attr') continue;
    const [from, to] = [textOf(own(detail, 'old_value')), textOf(own(detail, 'new_value'))];
    const name = textOf(own(detail, 'name'));
    if (name === 'status_id' && to !== '') changes.push({ kind: 'status', from, to });
    else if (name === 'assigned_to_id') {
      const people = (id: string) => (id === '' ? [] : [id]);
      changes.push({ kind: 'people', removed: people(from), added: people(to) });
    }
  }
  return changes;
}
