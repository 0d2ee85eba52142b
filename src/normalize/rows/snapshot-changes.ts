import { EMPTY } from '../../model/log/dictionary.ts';
import { type EventLog, type LogFile, NOT_STATED } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import type { Settings } from '../../model/settings.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { Zone } from '../../model/time/zone.ts';
import { type StageKind, statusKey } from '../../model/workflow/workflow.ts';
import { statedKinds } from '../workflow/stated-kinds.ts';

/** One item as a snapshot shows it. */
interface Sight {
  file: number;
  /** When the snapshot was taken, and the end of the day where only the day is known. */
  at: number;
  until: number;
  status: number;
}

/** A change of status that a file shows. */
interface Change {
  item: number;
  at: number;
  from: number;
  to: number;
}

const MILESTONES = HISTORY_GRADES.indexOf('milestones');

/**
 * Turns dated snapshots of a board into transitions: a status that differs from the one before was entered on the day
 * of the snapshot that shows it, or at the finish or start that the file gives, if that is between the two.
 *
 * No snapshot says since when an item was in the status that the first one shows: unless that was a `todo` status, its
 * history is cut there.
 */
export function addSnapshotChanges(log: EventLog, settings: Settings, zone: Zone): void {
  const days = snapshotDays(log);
  const reader = new SnapshotReader(log, kinds(log, settings));
  for (let item = 0; item < log.itemCount; item++) {
    // A log of changes says all this, and better.
    if (log.grade.at(item) < MILESTONES) continue;
    const source = days.get(log.sourceOf(item)) ?? [];
    const sights = sightsOf(log, item, zone);
    if (source.length < 2 || sights.length === 0) continue;
    const last = reader.read(item, sights, source);
    if (last.until <= (source.at(-1) as number)) noteGone(log, item);
    log.upgradeGrade(item, 'stage-dates');
  }
  writeChanges(log, reader.changes);
  for (const file of log.files) {
    if ((days.get(file.source)?.length ?? 0) > 1 && HISTORY_GRADES.indexOf(file.grade) >= MILESTONES) {
      file.grade = 'stage-dates';
    }
  }
}

/** @param changes the changes that each file shows */
function writeChanges(log: EventLog, changes: ReadonlyMap<number, readonly Change[]>): void {
  for (const [file, list] of changes) {
    log.continueFile(log.files[file] as LogFile);
    for (const { item, at, from, to } of list) log.transition(item, at, from, to, NOT_STATED, 1);
  }
}

/** Compares the snapshots of one item after another. */
class SnapshotReader {
  /** The changes that each file shows. */
  readonly changes = new Map<number, Change[]>();
  readonly #log: EventLog;
  readonly #kindOf: (status: number) => StageKind;

  constructor(log: EventLog, kindOf: (status: number) => StageKind) {
    this.#log = log;
    this.#kindOf = kindOf;
  }

  /**
   * @param sights of the item, ascending, at least one
   * @param source when the snapshots of its source were taken, ascending
   * @returns the last sight
   */
  read(item: number, sights: readonly Sight[], source: readonly number[]): Sight {
    const { statuses } = this.#log;
    let last = sights[0] as Sight;
    this.#addFirst(item, last, source);
    for (const sight of sights) {
      if (statusKey(statuses.value(sight.status)) !== statusKey(statuses.value(last.status))) {
        this.#add(sight.file, { item, at: this.#entry(item, last, sight), from: last.status, to: sight.status });
      }
      last = sight;
    }
    return last;
  }

  /** Adds the status in which an item is first seen, and cuts its history there if nothing says since when. */
  #addFirst(item: number, sight: Sight, source: readonly number[]): void {
    const created = this.#log.created.at(item);
    const kind = this.#kindOf(sight.status);
    const earlier = source.findLast((day) => day < sight.at);
    const isNew = earlier !== undefined && !(created <= earlier);
    // Created on the day of the snapshot, or, not begun yet, created into what it is in.
    const sinceCreation = created < sight.until && (created > sight.at || kind === 'todo');
    const date = this.#dateOf(item, kind, Number.NEGATIVE_INFINITY, sight.until);
    const isDated = !Number.isNaN(date);
    const at = isDated ? date : sinceCreation ? created : sight.at;
    this.#add(sight.file, { item, at, from: EMPTY, to: sight.status });
    const startKnown = isDated && kind !== 'done' && kind !== 'dropped';
    if (!isNew && !startKnown && !(kind === 'todo' && sinceCreation)) this.#log.cut(item, isDated ? at : at + 1);
  }

  /** When an item came to the status of a sight: exactly if a date says so, else on the day of the sight. */
  #entry(item: number, before: Sight, sight: Sight): number {
    const kind = this.#kindOf(sight.status);
    const begins = kind !== 'active' && kind !== 'waiting' ? true : this.#kindOf(before.status) === 'todo';
    const date = begins ? this.#dateOf(item, kind, before.at, sight.until) : Number.NaN;
    return Number.isNaN(date) ? sight.at : date;
  }

  /** The finish or start that the files give, if it is between two instants. */
  #dateOf(item: number, kind: StageKind, after: number, before: number): number {
    if (kind === 'todo') return Number.NaN;
    const { finished, started } = this.#log;
    const date = kind === 'done' || kind === 'dropped' ? finished.at(item) : started.at(item);
    return date > after && date < before ? date : Number.NaN;
  }

  #add(file: number, change: Change): void {
    const list = this.changes.get(file);
    if (list === undefined) this.changes.set(file, [change]);
    else list.push(change);
  }
}

/** The kind of each status; where only position could say, items in it are taken as under way. */
function kinds(log: EventLog, settings: Settings): (status: number) => StageKind {
  const stated = statedKinds(log, settings);
  return (status) => {
    const kind = stated(status);
    return kind === null || kind === 'open' ? 'active' : kind;
  };
}

/** The instants at which the snapshots of each source were taken, ascending. */
function snapshotDays(log: EventLog): Map<string, number[]> {
  const days = new Map<string, number[]>();
  for (const { source, exportedAt } of log.files) {
    if (exportedAt === undefined) continue;
    const known = days.get(source) ?? [];
    if (!known.includes(exportedAt))
      days.set(
        source,
        [...known, exportedAt].sort((a, b) => a - b),
      );
  }
  return days;
}

function sightsOf(log: EventLog, item: number, zone: Zone): Sight[] {
  const sights = log.currentStatus.said(item).map(({ file, value }) => {
    const at = log.files[file]?.exportedAt ?? Number.NaN;
    const isDay = zone.localOf(at) % DAY_MS === 0;
    return { file, at, until: isDay ? at + DAY_MS : at + 1, status: value };
  });
  return sights.filter(({ at }) => !Number.isNaN(at)).sort((a, b) => a.at - b.at || a.file - b.file);
}

function noteGone(log: EventLog, item: number): void {
  log.findings.add(
    'gone',
    () => ({
      weight: 'warning',
      message: 'items that a later snapshot of their board no longer lists: they stay in the last status seen',
      cure: 'Export the board with its closed and archived items',
    }),
    { item: log.itemIds[item] as string },
  );
}
