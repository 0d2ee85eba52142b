import { EMPTY } from '../../model/log/dictionary.ts';
import { type EventLog, type LogFile, NOT_STATED } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import type { Settings } from '../../model/settings.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { Zone } from '../../model/time/zone.ts';
import { type StageKind, statusKey } from '../../model/workflow.ts';
import { kindOfStatus } from '../workflow/status-kind.ts';

/** One item as a snapshot shows it. */
interface Sight {
  file: number;
  /** When the snapshot was taken, and the end of the day where only the day is known. */
  at: number;
  until: number;
  status: number;
}

/**
 * Turns dated snapshots of a board into transitions: a status that differs from the one before was entered on the day
 * of the snapshot that shows it, or at the finish or start that the file gives, if that lies between the two.
 *
 * What an item was in when the first snapshot was taken, and since when, no snapshot tells: unless that was a `todo`
 * status, its history is cut there.
 */
export function addSnapshotChanges(log: EventLog, settings: Settings, zone: Zone): void {
  const changes = new Map<number, { item: number; at: number; from: number; to: number }[]>();
  const kindOf = kinds(log, settings);
  const days = snapshotDays(log);
  const milestones = HISTORY_GRADES.indexOf('milestones');
  for (let item = 0; item < log.itemCount; item++) {
    // A log of changes says all this, and better.
    if (log.grade.at(item) < milestones) continue;
    const source = days.get(log.sourceOf(item)) ?? [];
    const sights = sightsOf(log, item, zone);
    const [first] = sights;
    if (source.length < 2 || first === undefined) continue;
    let last = firstSight(item, first, source);
    for (const sight of sights) {
      if (statusKey(log.statuses.value(sight.status)) !== statusKey(log.statuses.value(last.status))) {
        change(item, sight.file, entryInstant(item, last, sight), last.status, sight.status);
      }
      last = sight;
    }
    if (last.until <= (source.at(-1) as number)) noteGone(log, item);
    log.upgradeGrade(item, 'stage-dates');
  }
  for (const [file, list] of changes) {
    const from = log.files[file] as LogFile;
    log.continueFile(from);
    for (const { item, at, from: before, to } of list) log.transition(item, at, before, to, NOT_STATED, 1);
  }
  for (const file of log.files) {
    if ((days.get(file.source)?.length ?? 0) > 1 && HISTORY_GRADES.indexOf(file.grade) >= milestones) {
      file.grade = 'stage-dates';
    }
  }

  /** Writes what the item was in when it was first seen, and cuts its history there where nothing tells since when. */
  function firstSight(item: number, sight: Sight, source: readonly number[]): Sight {
    const created = log.created.at(item);
    const kind = kindOf(sight.status);
    const earlier = source.findLast((day) => day < sight.at);
    const isNew = earlier !== undefined && !(created <= earlier);
    // Created on the day of the snapshot, or, not begun yet, created into what it is in.
    const sinceCreation = created < sight.until && (created > sight.at || kind === 'todo');
    const told = dateOf(item, kind, Number.NEGATIVE_INFINITY, sight.until);
    const at = Number.isNaN(told) ? (sinceCreation ? created : sight.at) : told;
    change(item, sight.file, at, EMPTY, sight.status);
    const startTold = !Number.isNaN(told) && kind !== 'done' && kind !== 'dropped';
    if (!isNew && !startTold && !(kind === 'todo' && sinceCreation)) log.cut(item, Number.isNaN(told) ? at + 1 : at);
    return sight;
  }

  /** The instant at which an item came to the status of a sight: exactly where a date tells, else the day of the sight. */
  function entryInstant(item: number, before: Sight, sight: Sight): number {
    const kind = kindOf(sight.status);
    const begins = kind !== 'active' && kind !== 'waiting' ? true : kindOf(before.status) === 'todo';
    const told = begins ? dateOf(item, kind, before.at, sight.until) : Number.NaN;
    return Number.isNaN(told) ? sight.at : told;
  }

  /** The finish or start that the files give, if it lies between two instants. */
  function dateOf(item: number, kind: StageKind, after: number, before: number): number {
    if (kind === 'todo') return Number.NaN;
    const date = kind === 'done' || kind === 'dropped' ? log.finished.at(item) : log.started.at(item);
    return date > after && date < before ? date : Number.NaN;
  }

  function change(item: number, file: number, at: number, from: number, to: number): void {
    const list = changes.get(file);
    if (list === undefined) changes.set(file, [{ item, at, from, to }]);
    else list.push({ item, at, from, to });
  }
}

/** What each status stands for: as the source or the workflow says, else as its name does. */
function kinds(log: EventLog, { workflow }: Settings): (status: number) => StageKind {
  const known = new Map<number, StageKind>();
  return (status) => {
    let kind = known.get(status);
    if (kind === undefined) {
      const written = log.statuses.value(status);
      const key = statusKey(log.statusStages.get(status) ?? written);
      const stage = workflow?.find(({ stage: name, statuses }) =>
        [name, ...statuses].some((one) => statusKey(one) === key),
      );
      kind = stage?.kind ?? kindOfStatus(log, written) ?? 'active';
      known.set(status, kind);
    }
    return kind;
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
