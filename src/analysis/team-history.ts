import type { TeamHistory } from '../metrics/metric-input.ts';
import { Float64Column, Int32Column } from '../model/log/columns.ts';
import type { EventLog } from '../model/log/event-log.ts';
import { PeopleSets } from '../model/people/people-sets.ts';
import type { Settings } from '../model/settings.ts';
import type { Timelines } from '../model/timelines.ts';
import { statusKey, type Workflow } from '../model/workflow/workflow.ts';
import { rowValuesOf } from '../normalize/index.ts';
import type { KeptRows } from './kept-rows.ts';

const FIELD = 'team';

interface Sources {
  log: EventLog;
  rows: KeptRows;
  settings: Settings;
  timelines: Timelines;
  workflow: Workflow;
}

/**
 * Which team had each item: the owner of the stage it was in where stages have owners, else what the rows say in the
 * field `team`. Null where neither is there.
 */
export function teamHistoryOf(sources: Sources): TeamHistory | null {
  const { log, settings } = sources;
  if (settings.workflow?.some(({ owner }) => owner !== null) === true) return ofOwners(sources);
  return log.hasField(FIELD) ? ofRows(sources) : null;
}

/** A stage without an owner is nobody's: what passes through it is handed over when the next owner gets it. */
function ofOwners({ settings, timelines, workflow }: Sources): TeamHistory {
  const sets = new PeopleSets();
  const owners = new Map(settings.workflow?.map(({ stage, owner }) => [statusKey(stage), owner ?? '']));
  const ownerOf = workflow.stages.map(({ name }) => sets.id([owners.get(statusKey(name)) ?? '']));
  const writer = new HistoryWriter(timelines.count);
  for (let item = 0; item < timelines.count; item++) {
    const last = timelines.offsets[item + 1] as number;
    for (let visit = timelines.offsets[item] as number; visit < last; visit++)
      writer.enter(timelines.start[visit] as number, ownerOf[timelines.stage[visit] as number] as number);
    writer.endItem(item, timelines.milestones[item] === 0);
  }
  return { by: 'owner', history: writer.history(), sets };
}

/** An item's team of today says nothing of yesterday's: only what rows say counts. */
function ofRows({ log, rows, timelines }: Sources): TeamHistory | null {
  const sets = new PeopleSets();
  const setOf = log
    .field(FIELD)
    .dictionary.values()
    .map((team) => sets.id([team]));
  const eachRow = rowValuesOf(log, rows.ordered(), FIELD);
  const writer = new HistoryWriter(timelines.count);
  let known = false;
  for (let item = 0; item < timelines.count; item++) {
    const isKnown = eachRow(timelines.item[item] as number, (at, value) => writer.enter(at, setOf[value] as number));
    writer.endItem(item, isKnown);
    known ||= isKnown;
  }
  return known ? { by: 'team', history: writer.history(), sets } : null;
}

/** Writes who had the items, one after the other: of several at one instant the last holds. */
class HistoryWriter {
  readonly #offsets: Int32Array;
  readonly #known: Uint8Array;
  readonly #at = new Float64Column();
  readonly #set = new Int32Column();
  #first = 0;

  constructor(items: number) {
    this.#offsets = new Int32Array(items + 1);
    this.#known = new Uint8Array(items);
  }

  enter(at: number, set: number): void {
    const last = this.#at.length - 1;
    if (last >= this.#first && this.#at.at(last) === at) this.#set.set(last, set);
    else {
      this.#at.push(at);
      this.#set.push(set);
    }
  }

  endItem(item: number, known: boolean): void {
    this.#first = this.#at.length;
    this.#offsets[item + 1] = this.#first;
    this.#known[item] = known ? 1 : 0;
  }

  history(): TeamHistory['history'] {
    return {
      peopleOffsets: this.#offsets,
      peopleAt: this.#at.values(),
      peopleSet: this.#set.values(),
      peopleKnown: this.#known,
    };
  }
}
