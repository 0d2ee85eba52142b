import { Findings } from '../finding.ts';
import { NOBODY, PeopleSets } from '../people/people-sets.ts';
import type { StatusCategory } from '../workflow/status-category.ts';
import { Float64Column, Growth, Int32Column } from './columns.ts';
import { Dictionary, EMPTY } from './dictionary.ts';
import { HISTORY_GRADES, type HistoryGrade } from './history-grade.ts';
import { FieldStore } from './item-fields.ts';
import { ItemIds } from './item-ids.ts';
import { type ReadingPlace, SnapshotColumn } from './snapshot-column.ts';
import { sparseFlags, sparseInstants, sparseIntegers } from './sparse-column.ts';
import { StatusCategories } from './status-categories.ts';
import { FROM, ROW, TO, Transitions } from './transitions.ts';

/** A row says nothing about assignees: its source has no such column, or logs assignments on their own. */
export const NOT_STATED = -1;

const FULL_LOG = HISTORY_GRADES.indexOf('full-log');

/** How much an item's source says about who had it. */
type AssigneeHistory = 'none' | 'current' | 'full';

/** How the day and month order, or the zone, of a file's timestamps is known. */
type Certainty = 'proved' | 'inferred' | 'assumed' | 'not needed';

/** One file as it was read. */
export interface LogFile {
  /** As the user named it; `-` for standard input. */
  file: string;
  /** The format's id. */
  format: string;
  /** What people call it. */
  formatName: string;
  /** The tool that the format comes from; `table` for the generic ones. */
  tool: string;
  /** Name of the source: items merge by id within one. */
  source: string;
  grade: HistoryGrade;
  /** Data rows, or JSON records, read. */
  rows: number;
  /** Rows that became something. */
  used: number;
  /** Rows that say again what another says. */
  merged: number;
  /** Rows of which only a finding remains. */
  rejected: number;
  /** Of these, how many are in which finding, by its code. */
  rejectedBy?: Map<string, number>;
  /** Items of which this file has rows. */
  items: number;
  assignees: AssigneeHistory;
  encoding: string;
  /** For tables; null for JSON. */
  delimiter: string | null;
  /** Field → column or path, as used. */
  mapping: Record<string, string>;
  /** Why this format was taken. */
  recognisedBy: string;
  /** The columns or keys by which it was recognised, as written in the file. */
  matched?: readonly string[];
  /** Columns that the format looked for by their names and found, as written in the file. */
  foundNames?: Set<string>;
  dateOrder: { order: 'dmy' | 'mdy' | 'ymd' | null; certainty: Certainty; evidence: string | null };
  zone: { certainty: Certainty; evidence: string };
  /** True where each row is one transition: then a repeated transition is a row merged into another. */
  rowPerTransition?: boolean;
  /** Stages in the order of the work, where the file itself gives it (the order of its date columns). */
  stageOrder?: string[] | null;
  /** True where what counts as a status is an activity, and a case ends with its last one. */
  logsActivities?: boolean;
  /** True if nothing is certain about the format. */
  guessed?: boolean;
  /** How the user wants it read. */
  told?: { timeZone: boolean; dateOrder: boolean; fields: Readonly<Record<string, string>> };
  /** Formats of the same tool that hold more history than this file. */
  fullerFormats?: string[];
  /** When it was exported, where the file or the user says so. */
  exportedAt?: number;
  /** The latest instant in its rows, where they hold more than what happened to items (their last update). */
  tellsUntil?: number;
  /** The SHA-256 of its bytes as they are on disk, where somebody asked for it. */
  digest?: string;
  /** What a reader of `inspect` should know besides. */
  notes: string[];
}

/** An order of day and month that a file proves. */
export interface ProvedOrder {
  tool: string;
  format: string;
  order: 'dmy' | 'mdy';
  /** The cell, its line and file. */
  evidence: string;
}

/**
 * Everything that was read, as columns. Append-only; formats write into it and nothing else does.
 *
 * Rows of one file must be added between `beginFile` and the next `beginFile`, in the order of the file, or after
 * `continueFile` where what a file says shows only once others have been read. All instants are epoch milliseconds; unknown is NaN. Strings are given as ids of the log's dictionaries.
 */
export class EventLog {
  readonly findings = new Findings();
  /** Orders of day and month that files prove: evidence for others of the same tool. */
  readonly provedOrders: ProvedOrder[] = [];
  /** How much more than what was read so far is likely to come; readers who know it say so. */
  readonly growth = new Growth();
  readonly files: LogFile[] = [];
  /** First transition of each stretch of rows that comes from one file, and the file's index: a file may have several. */
  readonly fileStarts: number[] = [];
  readonly startFiles: number[] = [];

  /** Statuses as written, trimmed. EMPTY: not given. */
  readonly statuses = new Dictionary();
  /** What a status means where its tool says so itself, by `statusKey`; statuses that are not here go by their name. */
  readonly statusCategories = new StatusCategories(this.findings);
  /** Statuses whose source names their stage → its name. The workflow places all others. */
  readonly statusStages = new Map<number, string>();
  readonly people = new PeopleSets();

  /** Item columns, by item index. */
  readonly itemIds: string[] = [];
  /** The sources, and of each item the index of its own. */
  readonly #sources: string[] = [];
  readonly #itemSource = sparseIntegers();
  readonly itemFile = sparseIntegers();
  readonly #place: ReadingPlace = { file: -1, firstFile: this.itemFile };
  readonly created = sparseInstants();
  readonly started = sparseInstants();
  readonly finished = sparseInstants();
  /** The line that gives the item's dates; 0: unknown. */
  readonly dateLine = sparseIntegers();
  /** 1 where the item has milestone dates in place of transitions. */
  readonly hasMilestones = sparseFlags();
  /** Index in HISTORY_GRADES. */
  readonly grade = sparseFlags();
  /**
   * The item's log is known to be missing what happened before this instant; NaN: nothing is known to be missing. A
   * transition before it says where the item was by then, not when it came there.
   */
  readonly cutBefore = sparseInstants();
  /** 1 where who had the item is known through time; 0 where it is not. */
  readonly assigneesKnown = sparseFlags();
  /** Today's assignees, where the source knows them. */
  readonly currentPeople = new SnapshotColumn(this.#place);
  /** Today's status, where the source knows it; EMPTY where not. */
  readonly currentStatus = new SnapshotColumn(this.#place);

  #transitions: Transitions | null = new Transitions(this.growth);

  /** Assignments logged as changes of their own, in input order. */
  readonly assignmentItem = new Int32Column(16);
  readonly assignmentAt = new Float64Column(16);
  readonly assignmentPeople = new Int32Column(16);

  /** Blocked flags set (1) and cleared (0), in input order. */
  readonly flagItem = new Int32Column(16);
  readonly flagAt = new Float64Column(16);
  readonly flagSet = new Int32Column(16);
  /** The transition the flag was a cell of, or −1: a duplicate's flag does not count. */
  readonly flagTransition = new Int32Column(16);
  /** Why it was blocked, as an id of `reasons`; EMPTY: unknown. */
  readonly flagReason = new Int32Column(16);
  readonly reasons = new Dictionary();

  /** The first and the latest creation, start or finish given for any item: items themselves keep only the one that counts. */
  firstDate = Number.NaN;
  latestDate = Number.NaN;
  /** The latest creation given for any item: items keep the earliest. */
  latestCreation = Number.NaN;

  /** Items of which several files give the creation → how far these lie apart. */
  readonly creationSpread = new Map<number, number>();
  /** Items of which several files give milestone dates → the finish that each gives, NaN for none. */
  readonly finishesSaid = new Map<number, { file: number; at: number }[]>();

  /** The last update of each item by its first file, and of some by other files. */
  readonly #updated = sparseInstants();
  readonly #updatedElsewhere = new Map<number, Map<number, number>>();
  /** Ids that items had before → the id that they have now. */
  readonly aliases = new Map<string, string>();

  /** Files that give some item a finish, by index: the others have no such column, as far as can be seen. */
  readonly tellsFinishes: boolean[] = [];

  /** The latest date noted of each file, by index. */
  readonly #latest: number[] = [];
  readonly #fields = new Map<string, FieldStore>();
  readonly #items = new Map<string, ItemIds>();

  get itemCount(): number {
    return this.itemIds.length;
  }

  /** Changes of status, in input order. */
  get transitions(): Transitions {
    if (this.#transitions === null) throw new Error('the transitions have been released');
    return this.#transitions;
  }

  /**
   * Releases the transitions, which take more memory than all that is made of them, and the index of item ids. From then
   * on nothing can be read into the log, and nothing may ask for its transitions.
   */
  releaseTransitions(): void {
    this.#transitions = null;
    this.#items.clear();
  }

  get transitionCount(): number {
    return this.transitions.length;
  }

  /** Starts a file; what is added from now on comes from it. The returned object may be completed until the next one. */
  beginFile(file: LogFile): LogFile {
    this.files.push(file);
    this.#latest.push(Number.NaN);
    this.#enter(this.files.length - 1);
    return file;
  }

  /** Says that what is added from now on comes from a file begun earlier. */
  continueFile(file: LogFile): void {
    if (this.files[this.#place.file] !== file) this.#enter(this.files.indexOf(file));
  }

  /** The ids of one source's items: a dictionary that a reader can encode cells with, and the item of each. */
  itemIdsOf(source: string): ItemIds {
    let ids = this.#items.get(source);
    if (ids === undefined) {
      const index = this.#sources.push(source) - 1;
      ids = new ItemIds(
        this.#place.file,
        (id) => this.#newItem(index, id),
        (file) => (this.files[file] as LogFile).items++,
      );
      this.#items.set(source, ids);
    }
    return ids;
  }

  /**
   * Notes what a status means in its tool; what several places say of one status must agree to count.
   * @param category null where the tool does not say
   */
  categorize(status: string, category: StatusCategory | null): void {
    this.statusCategories.say(status, category);
  }

  /** The source that an item comes from. */
  sourceOf(item: number): string {
    return this.#sources[this.#itemSource.at(item)] as string;
  }

  /** The index of the item with this (trimmed, not empty) id in the current file's source; made if it is new. */
  item(id: string): number {
    return this.itemIdsOf((this.files[this.#place.file] as LogFile).source).item(id);
  }

  /**
   * Gives an item the id that it turns out to have, in place of the one it was known by so far, which stays one of its
   * names. False, and nothing changes, where another item of its source has that id.
   */
  rename(item: number, id: string): boolean {
    if (!this.itemIdsOf(this.sourceOf(item)).assign(id, item)) return false;
    this.itemIds[item] = id;
    this.aliases.delete(id);
    return true;
  }

  /** The index of the item with this id in the current file's source; −1 if there is none. */
  find(id: string): number {
    return this.itemIdsOf((this.files[this.#place.file] as LogFile).source).find(id);
  }

  /** Puts other statuses in the place of those that these files gave. */
  replaceStatuses(files: ReadonlySet<number>, changed: ReadonlyMap<number, number>): void {
    const to = (status: number) => changed.get(status) ?? status;
    const { cells } = this.transitions;
    for (const [stretch, start] of this.fileStarts.entries()) {
      if (!files.has(this.startFiles[stretch] as number)) continue;
      const end = this.fileStarts[stretch + 1] ?? this.transitionCount;
      for (let row = start; row < end; row++) {
        cells[row * ROW + FROM] = to(cells[row * ROW + FROM] as number);
        cells[row * ROW + TO] = to(cells[row * ROW + TO] as number);
      }
    }
    for (const file of files) this.currentStatus.change(file, to);
  }

  /** Notes that an item had this id before. False, and nothing changes, where another item of its source has it. */
  alias(item: number, id: string): boolean {
    if (!this.itemIdsOf(this.sourceOf(item)).assign(id, item)) return false;
    const now = this.itemIds[item] as string;
    for (const [old, later] of this.aliases) if (later === id) this.aliases.set(old, now);
    if (id !== now) this.aliases.set(id, now);
    return true;
  }

  /** Adds a change of status. Returns its index, to give with the row's fields and flag. */
  transition(item: number, at: number, from: number, to: number, people: number, line: number): number {
    if (this.grade.at(item) !== FULL_LOG) this.#noteHistory(item);
    return this.transitions.push(item, at, from, to, people, line);
  }

  /** Adds a change of assignees that is not part of a transition. */
  assignment(item: number, at: number, people: number): void {
    this.assignmentItem.push(item);
    this.assignmentAt.push(at);
    this.assignmentPeople.push(people);
  }

  /** Adds a blocked flag set or cleared. */
  flag(item: number, at: number, set: boolean, transition = -1, reason: number = EMPTY): void {
    this.flagItem.push(item);
    this.flagAt.push(at);
    this.flagSet.push(set ? 1 : 0);
    this.flagTransition.push(transition);
    this.flagReason.push(reason);
  }

  /** Keeps the earliest creation instant given for an item. NaN changes nothing. */
  creation(item: number, at: number): void {
    if (Number.isNaN(at)) return;
    this.#noteDate(at);
    if (!(this.latestCreation >= at)) this.latestCreation = at;
    const known = this.created.at(item);
    if (!Number.isNaN(known) && this.itemFile.at(item) !== this.#place.file) {
      this.creationSpread.set(item, Math.max(this.creationSpread.get(item) ?? 0, Math.abs(known - at)));
    }
    if (!(known <= at)) this.created.set(item, at);
  }

  /** Gives an item milestone dates (NaN: not known); the earliest start and the latest finish given count. */
  milestones(item: number, started: number, finished: number): void {
    if (this.hasMilestones.at(item) === 1) this.#noteFinishes(item, finished);
    this.hasMilestones.set(item, 1);
    if (!Number.isNaN(finished)) this.tellsFinishes[this.#place.file] = true;
    this.#noteDate(started);
    this.#noteDate(finished);
    this.#noteConflict(item, this.started.at(item), started);
    this.#noteConflict(item, this.finished.at(item), finished);
    if (!Number.isNaN(started) && !(this.started.at(item) <= started)) this.started.set(item, started);
    if (!Number.isNaN(finished) && !(this.finished.at(item) >= finished)) this.finished.set(item, finished);
  }

  /**
   * Notes the finish that a list gives of an item with a log of changes: it counts where the log ends before it and today's
   * status says that the item is over. NaN changes nothing; the latest counts.
   */
  listedFinish(item: number, at: number): void {
    this.#noteDate(at);
    if (!Number.isNaN(at) && !(this.finished.at(item) >= at)) this.finished.set(item, at);
  }

  /** Grants the grade of a further source: the better one counts. */
  upgradeGrade(item: number, grade: HistoryGrade): void {
    const index = HISTORY_GRADES.indexOf(grade);
    if (index < this.grade.at(item)) this.grade.set(item, index);
  }

  /** Grades one item of the current file unlike its others. In the item's own first file, the grade may be lower, too. */
  gradeHere(item: number, grade: HistoryGrade): void {
    if (this.itemFile.at(item) === this.#place.file) this.grade.set(item, HISTORY_GRADES.indexOf(grade));
    else this.upgradeGrade(item, grade);
  }

  /** Says that what happened to the item before this instant is missing from its log. */
  cut(item: number, before: number): void {
    const known = this.cutBefore.at(item);
    if (!(known >= before)) this.cutBefore.set(item, before);
  }

  /** A field's store; made when first asked for. */
  field(name: string): FieldStore {
    let store = this.#fields.get(name);
    if (store === undefined) {
      store = new FieldStore(this.#place);
      this.#fields.set(name, store);
    }
    return store;
  }

  fieldNames(): string[] {
    return [...this.#fields.keys()];
  }

  hasField(name: string): boolean {
    return this.#fields.has(name);
  }

  /**
   * Says that what the current file says next of an item's present was true at an instant.
   * @param at the item's last update; NaN where the file does not say: then the later place in it counts
   * @param again true if the file spoke of the item before: where it said something older, that is forgotten
   * @returns false if the file said something newer before
   */
  describe(item: number, at: number, again: boolean): boolean {
    const { file } = this.#place;
    if (again && at < this.updatedIn(file, item)) return false;
    if (again) this.#forget(item);
    if (this.itemFile.at(item) === file) this.#updated.set(item, at);
    else {
      const known = this.#updatedElsewhere.get(file) ?? new Map<number, number>();
      this.#updatedElsewhere.set(file, known.set(item, at));
    }
    return true;
  }

  /** The last update of an item by what a file says of it; NaN where it does not say. */
  updatedIn(file: number, item: number): number {
    if (this.itemFile.at(item) === file) return this.#updated.at(item);
    return this.#updatedElsewhere.get(file)?.get(item) ?? Number.NaN;
  }

  /** Forgets what the current file said of an item's present. */
  #forget(item: number): void {
    this.currentStatus.forget(item);
    this.currentPeople.forget(item);
    for (const store of this.#fields.values()) if (item < store.snapshots.length) store.snapshots.forget(item);
    if (this.itemFile.at(item) !== this.#place.file || this.finishesSaid.has(item)) return;
    this.started.set(item, Number.NaN);
    this.finished.set(item, Number.NaN);
  }

  /** The file that a transition came from. */
  fileOfTransition(transition: number): LogFile {
    // The last stretch that starts at it or before it: one without rows starts where the next one does.
    let low = 0;
    let high = this.fileStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.fileStarts[middle] as number) <= transition) low = middle;
      else high = middle - 1;
    }
    return this.files[this.startFiles[low] as number] as LogFile;
  }

  /** The latest instant in each file; −Infinity where it has none. */
  latestByFile(): number[] {
    const latest = this.#latest.map((at) => (Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at));
    for (const [stretch, start] of this.fileStarts.entries()) {
      const file = this.startFiles[stretch] as number;
      const end = this.fileStarts[stretch + 1] ?? this.transitionCount;
      for (let row = start; row < end; row++) {
        latest[file] = Math.max(latest[file] as number, this.transitions.at(row));
      }
    }
    return latest;
  }

  #enter(file: number): void {
    this.fileStarts.push(this.transitionCount);
    this.startFiles.push(file);
    this.#place.file = file;
    for (const ids of this.#items.values()) ids.file = file;
  }

  /** An item that another file listed gets its history from this one. */
  #noteHistory(item: number): void {
    const file = this.files[this.#place.file] as LogFile;
    this.upgradeGrade(item, file.grade);
    if (file.assignees === 'full' && this.itemFile.at(item) !== this.#place.file) this.assigneesKnown.set(item, 1);
  }

  #noteConflict(item: number, known: number, given: number): void {
    if (Number.isNaN(known) || Number.isNaN(given) || known === given) return;
    this.findings.add(
      'conflicting-dates',
      () => ({
        weight: 'warning',
        message: 'items with two different start or finish dates: the earliest start and the latest finish count',
        cure: 'Leave one of the files out, or give each a --source-name if they are about different items',
      }),
      {
        file: (this.files[this.#place.file] as LogFile).file,
        item: this.itemIds[item] as string,
        value: new Date(given).toISOString(),
      },
    );
  }

  /** Keeps what each of several files says of an item's finish. */
  #noteFinishes(item: number, finished: number): void {
    const first = this.itemFile.at(item);
    const { file } = this.#place;
    if (first === file && !this.finishesSaid.has(item)) return;
    const said = this.finishesSaid.get(item) ?? [{ file: first, at: this.finished.at(item) }];
    said.push({ file, at: finished });
    this.finishesSaid.set(item, said);
  }

  #noteDate(at: number): void {
    if (Number.isNaN(at)) return;
    if (!(this.firstDate <= at)) this.firstDate = at;
    if (!(this.latestDate >= at)) this.latestDate = at;
    const { file } = this.#place;
    if (!((this.#latest[file] as number) >= at)) this.#latest[file] = at;
  }

  #newItem(source: number, id: string): number {
    this.itemIds.push(id);
    this.#itemSource.push(source);
    this.itemFile.push(this.#place.file);
    this.started.push(Number.NaN);
    this.finished.push(Number.NaN);
    this.hasMilestones.push(0);
    const file = this.files[this.#place.file] as LogFile;
    this.grade.push(HISTORY_GRADES.indexOf(file.grade));
    this.cutBefore.push(Number.NaN);
    this.assigneesKnown.push(file.assignees === 'full' ? 1 : 0);
    this.currentPeople.push(NOBODY);
    this.currentStatus.push(EMPTY);
    return this.created.push(Number.NaN);
  }
}
