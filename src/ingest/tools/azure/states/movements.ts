import type { EventLog } from '../../../../model/log/event-log.ts';
import { isColumn, isMeant, STATE, STATE_CATEGORY } from '../fields/reference-names.ts';
import type { Revision } from '../fields/revision.ts';
import type { ItemHistory } from '../history/work-item.ts';
import { ItemState } from './item-state.ts';
import { KindVotes, kindOfCategory, kindOfState } from './state-kinds.ts';
import { type Movement, statusBy } from './status-choice.ts';

/** What the fields that could be the status do, over all items, and what their values mean. */
export interface Movements {
  byField: ReadonlyMap<string, Movement>;
  /** Says in the log what the statuses mean, as far as the files or the processes of Azure DevOps tell. */
  tellKinds(log: EventLog, field: string): void;
}

/** @param said what the user wants for the status, if anything */
export function movementsOf(histories: readonly ItemHistory[], said: string | undefined): Movements {
  const fields = candidates(histories, said);
  const byField = new Map(fields.map((field) => [field, { changes: 0, values: new Set<string>() }]));
  const categories = new KindVotes();
  /** Field → its values with the states that items are in meanwhile. */
  const together = new Map(fields.map((field) => [field, new Map<string, number>()]));
  for (const history of histories) {
    const state = new ItemState(history.revisions);
    const last = new Map<string, string>();
    for (const revision of recordsOf(history)) {
      // What the first change of a history that is cut changed from is a value, too.
      state.enter(revision);
      for (const [field, movement] of byField) {
        const status = statusBy(field, state);
        if (status === '' || last.has(field) || revision.whole) continue;
        movement.values.add(status);
        last.set(field, status);
      }
      state.apply(revision);
      categories.vote(state.value(STATE), kindOfCategory(state.value(STATE_CATEGORY)));
      for (const [field, movement] of byField) {
        const status = statusBy(field, state);
        if (status === '' || status === last.get(field)) continue;
        if (last.has(field) && revision.kind !== 'latest') movement.changes++;
        movement.values.add(status);
        last.set(field, status);
        const pair = JSON.stringify([status, state.value(STATE)]);
        const pairs = together.get(field) as Map<string, number>;
        if (isColumn(field)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  const states = byField.get(STATE)?.values ?? new Set<string>();
  const isScrum = [...states].some((state) => /^committed$/i.test(state));
  const kindOf = (state: string) =>
    categories.kindOf(state) ?? (isScrum && /^approved$/i.test(state) ? 'todo' : kindOfState(state));

  return {
    byField,
    tellKinds(log, field) {
      const votes = new KindVotes();
      if (field === STATE) for (const state of states) votes.vote(state, kindOf(state));
      for (const [pair, count] of together.get(field) ?? []) {
        const [status, state] = JSON.parse(pair) as [string, string];
        votes.vote(status, kindOf(state), count);
      }
      for (const status of byField.get(field)?.values ?? []) {
        const kind = votes.kindOf(status);
        // Nobody works on what is done with one column and not yet in the next.
        if (kind !== null) log.tellKind(status, kind === 'active' && status.endsWith(' / Done') ? 'waiting' : kind);
      }
    },
  };
}

/** The fields that could be the status: the state first, then the columns of boards, then what the user names. */
function candidates(histories: readonly ItemHistory[], said: string | undefined): string[] {
  const fields = new Set<string>();
  for (const history of histories) {
    for (const { values, before } of recordsOf(history)) {
      for (const field of values.keys()) fields.add(field);
      for (const field of before.keys()) fields.add(field);
    }
  }
  const columns = [...fields].filter(isColumn).sort();
  const named = said === undefined ? [] : [...fields].filter((field) => isMeant(said, field)).sort();
  return [...new Set([STATE, ...columns, ...named])];
}

function recordsOf({ revisions, latest }: ItemHistory): readonly Revision[] {
  return latest === null ? revisions : [...revisions, latest];
}
