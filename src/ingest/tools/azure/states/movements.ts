import type { EventLog } from '../../../../model/log/event-log.ts';
import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import { isColumn, isMeant, STATE, STATE_CATEGORY } from '../fields/reference-names.ts';
import type { Revision } from '../fields/revision.ts';
import type { ItemHistory } from '../history/work-item.ts';
import { ItemState } from './item-state.ts';
import { KindVotes, kindOfCategory, kindOfState } from './state-kinds.ts';
import { type Movement, statusBy } from './status-choice.ts';

/** What the fields that could be the status do, over all items, and what their values mean. */
export class Movements {
  readonly byField: ReadonlyMap<string, Movement>;
  /** Field → its values with the states that items are in meanwhile. */
  readonly #together: ReadonlyMap<string, Map<string, number>>;
  readonly #categories = new KindVotes();

  /** @param named what the user wants for the status, if anything */
  constructor(histories: readonly ItemHistory[], named: string | undefined) {
    const fields = candidates(histories, named);
    this.byField = new Map(fields.map((field) => [field, { changes: 0, values: new Set<string>() }]));
    this.#together = new Map(fields.map((field) => [field, new Map<string, number>()]));
    for (const history of histories) this.#follow(history);
  }

  /** Records in the log what the statuses mean, as far as the files or the processes of Azure DevOps say. */
  categorizeStatuses(log: EventLog, field: string): void {
    const votes = new KindVotes();
    const kindOf = this.#kindOfStates();
    const states = this.byField.get(STATE)?.values ?? [];
    if (field === STATE) for (const state of states) votes.vote(state, kindOf(state));
    for (const [pair, count] of this.#together.get(field) ?? []) {
      const [status, state] = JSON.parse(pair) as [string, string];
      votes.vote(status, kindOf(state), count);
    }
    for (const status of this.byField.get(field)?.values ?? []) {
      const kind = votes.kindOf(status);
      // Nobody works on what is done with one column and not yet in the next.
      const isWorked = kind === 'active' || kind === 'in-progress';
      log.categorize(status, isWorked && status.endsWith(' / Done') ? 'waiting' : kind);
    }
  }

  #follow(history: ItemHistory): void {
    const state = new ItemState(history.revisions);
    const last = new Map<string, string>();
    for (const revision of recordsOf(history)) {
      // A history that is cut begins with the value that its first change left.
      state.enter(revision);
      if (!revision.whole) this.#begin(state, last);
      state.apply(revision);
      this.#categories.vote(state.value(STATE), kindOfCategory(state.value(STATE_CATEGORY)));
      this.#move(state, last, revision.kind !== 'latest');
    }
  }

  #begin(state: ItemState, last: Map<string, string>): void {
    for (const [field, movement] of this.byField) {
      const status = statusBy(field, state);
      if (status === '' || last.has(field)) continue;
      movement.values.add(status);
      last.set(field, status);
    }
  }

  #move(state: ItemState, last: Map<string, string>, isChange: boolean): void {
    for (const [field, movement] of this.byField) {
      const status = statusBy(field, state);
      if (status === '' || status === last.get(field)) continue;
      if (last.has(field) && isChange) movement.changes++;
      movement.values.add(status);
      last.set(field, status);
      if (!isColumn(field)) continue;
      const pair = JSON.stringify([status, state.value(STATE)]);
      const pairs = this.#together.get(field) as Map<string, number>;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }

  /** What a state means: by its category, else by the process that the states belong to. */
  #kindOfStates(): (state: string) => StatusCategory | null {
    const states = [...(this.byField.get(STATE)?.values ?? [])];
    const isScrum = states.some((state) => /^committed$/i.test(state));
    return (state) =>
      this.#categories.kindOf(state) ?? (isScrum && /^approved$/i.test(state) ? 'todo' : kindOfState(state));
  }
}

/** The fields that could be the status: the state first, then the columns of boards, then what the user names. */
function candidates(histories: readonly ItemHistory[], named: string | undefined): string[] {
  const fields = new Set<string>();
  for (const history of histories) {
    for (const { values, before } of recordsOf(history)) {
      for (const field of values.keys()) fields.add(field);
      for (const field of before.keys()) fields.add(field);
    }
  }
  const columns = [...fields].filter(isColumn).sort();
  const asked = named === undefined ? [] : [...fields].filter((field) => isMeant(named, field)).sort();
  return [...new Set([STATE, ...columns, ...asked])];
}

function recordsOf({ revisions, latest }: ItemHistory): readonly Revision[] {
  return latest === null ? revisions : [...revisions, latest];
}
