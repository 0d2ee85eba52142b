import type { JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { type ItemHistories, sharedHistories } from '../shared/item-history/item-histories.ts';
import { dateOf, ItemSnapshots, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { noteRepeatedItem, rejectOther, requiredInstant } from '../shared/json-rows.ts';
import { assigneesOf, bugOf, changesOf, historyOf, keyOf, resolutionOf } from './changes.ts';

const PATHS = {
  title: 'summary',
  type: 'type',
  labels: 'keywords',
  priority: 'priority',
  resolution: 'resolution',
  team: 'product',
};

/** Reads bugs, histories, and bugs with their history. */
export class BugRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #histories: ItemHistories;
  readonly #snapshots: ItemSnapshots;
  readonly #listed = new Set<number>();
  /** The last change of a bug's resolution. */
  readonly #resolutions = new Map<number, { at: number; to: string }>();
  #withHistory = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#histories = sharedHistories(records);
    this.#snapshots = new ItemSnapshots(records, PATHS);
    file.assignees = 'current';
    Object.assign(file.mapping, { id: 'id', created: 'creation_time', status: 'status', assignee: 'assigned_to' });
  }

  record(value: unknown, line: number): void {
    const records = this.#records;
    const bug = bugOf(value);
    if (bug === null) {
      rejectOther(records, textOf(own(objectOf(value), 'id')));
      return;
    }
    const history = historyOf(bug);
    if (history !== null) records.holds(history.length + 1);
    const id = textOf(own(bug, 'id'));
    const item = records.log.item(id);
    this.#list(item, bug, line);
    if (history === null) return;
    this.#withHistory++;
    this.#histories.track(item, records.file, line, true, true);
    for (const entry of history) this.#takeEntry(item, id, objectOf(entry) ?? {}, line);
  }

  end(): void {
    const { log, file } = this.#records;
    for (const [item, { to }] of this.#resolutions) {
      if (log.field('resolution').snapshot(item) === 0) setField(log, item, 'resolution', to);
    }
    if (this.#withHistory > 0) file.assignees = 'full';
    else file.grade = 'milestones';
  }

  /** Accounts for the record itself: a bug, which counts once, or a history, of which there may be several. */
  #list(item: number, bug: JsonObject, line: number): void {
    const { file } = this.#records;
    const isBug = textOf(own(bug, 'creation_time')) !== '';
    const isAgain = isBug && this.#listed.has(item);
    if (isAgain) {
      file.merged++;
      noteRepeatedItem(this.#records, item, line);
    } else file.used++;
    if (!isBug) return;
    this.#listed.add(item);
    const { log } = this.#records;
    if (log.describe(item, this.#records.instant(own(bug, 'last_change_time')), isAgain)) this.#writeBug(item, bug);
  }

  #takeEntry(item: number, bug: string, entry: JsonObject, line: number): void {
    const { file } = this.#records;
    const written = own(entry, 'when');
    const at = requiredInstant(this.#records, written);
    if (Number.isNaN(at)) return;
    if (this.#histories.knows(`${bug} ${at} ${keyOf(entry)}`)) {
      file.merged++;
      return;
    }
    const resolution = resolutionOf(entry);
    if (resolution !== undefined && !(at < (this.#resolutions.get(item)?.at ?? at)))
      this.#resolutions.set(item, { at, to: resolution });
    const changes = changesOf(entry);
    if (changes.length === 0 && resolution === undefined) {
      const why = 'Changes that say nothing about flow (flags, people informed, keywords …)';
      this.#records.reject('other-field', why, textOf(written));
      return;
    }
    file.used++;
    for (const change of changes) this.#histories.add(item, { at, id: '', file, line }, change);
  }

  #writeBug(item: number, bug: JsonObject): void {
    const { log } = this.#records;
    const date = (key: string) => dateOf(this.#records, bug, key);
    log.creation(item, date('creation_time'));
    const status = textOf(own(bug, 'status'));
    setToday(log, item, status, assigneesOf(textOf(own(bug, 'assigned_to'))));
    const isOpen = own(bug, 'is_open');
    if (typeof isOpen === 'boolean') log.categorize(status, isOpen ? 'open' : 'closed');
    this.#snapshots.write(item, bug);
    const resolved = date('cf_last_resolved');
    if (historyOf(bug) !== null) {
      log.listedFinish(item, resolved);
      return;
    }
    log.gradeHere(item, 'milestones');
    log.milestones(item, Number.NaN, resolved);
  }
}
