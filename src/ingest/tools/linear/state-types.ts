import type { EventLog } from '../../../model/log/event-log.ts';
import type { StatusCategory } from '../../../model/status-category.ts';
import { nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';

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

/** Notes what a state object means by its type, where it has one, and returns its name; empty for no state. */
export function takeState(log: EventLog, state: unknown): string {
  const name = nameOf(state);
  log.categorize(name, TYPES.get(textOf(own(objectOf(state), 'type'))) ?? null);
  return name;
}
