import type { StatusCategory } from '../../../model/workflow/status-category.ts';
import type { JsonRecords } from '../../format.ts';
import { nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { NamedHistories } from '../shared/item-history/named-histories.ts';

/** What the type of a workflow state means; Linear has no others. */
const TYPES: ReadonlyMap<string, StatusCategory> = new Map([
  ['triage', 'todo'],
  ['backlog', 'todo'],
  ['unstarted', 'todo'],
  ['started', 'in-progress'],
  ['completed', 'done'],
  ['canceled', 'dropped'],
  ['duplicate', 'dropped'],
]);

/**
 * Notes what a state is called and, by its type, what it means, where it says so.
 * @param at when an issue was in it or changed to it
 * @returns what the state is known by: its id, else its name; empty for no state
 */
export function takeState({ log, file }: JsonRecords, histories: NamedHistories, state: unknown, at: number): string {
  const name = nameOf(state);
  log.categorize(name, TYPES.get(textOf(own(objectOf(state), 'type'))) ?? null);
  const id = textOf(own(objectOf(state), 'id'));
  if (id === '') return histories.plainStatus(name);
  histories.statuses.learn(id, name, file, at);
  return id;
}
