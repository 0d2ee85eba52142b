import { deriveFacts } from '../facts/index.ts';
import type { Dictionary } from '../model/log/dictionary.ts';
import type { EventLog } from '../model/log/event-log.ts';
import type { Settings } from '../model/settings.ts';
import { kindCodes } from '../model/stage-columns.ts';
import { Calendar } from '../model/time/calendar.ts';
import { Duration } from '../model/time/duration.ts';
import type { Window } from '../model/time/window.ts';
import { type Zone, zoneOf } from '../model/time/zone.ts';
import type { Timelines } from '../model/timelines.ts';
import { waitsInSeveralStatuses } from '../model/waiting-statuses.ts';
import type { Workflow } from '../model/workflow.ts';
import {
  addSnapshotChanges,
  buildTimelines,
  changeHistoryOf,
  type DateSpan,
  dateSpanOf,
  orderTransitions,
  resolveWorkflow,
  stageNamed,
} from '../normalize/index.ts';
import { anonymizePeople } from './anonymize-people.ts';
import type { Dataset } from './dataset.ts';
import { droppedRule } from './findings/dropped.ts';
import { noteFarDates } from './findings/far-dates.ts';
import { noteLaterThanAsOf, noteLaterThanRun } from './findings/rows-after-as-of.ts';
import { ItemFieldValues } from './item-field-values.ts';
import { KeptRows } from './kept-rows.ts';
import { pointsOf } from './points.ts';
import { asOfOption, resolveWindow } from './resolve-window.ts';
import { teamHistoryOf } from './team-history.ts';

/**
 * Takes a log to timelines and facts, as of the instant that the settings name.
 *
 * @param now when the analysis runs, in epoch milliseconds: only to say that a row lies in the future
 * @param met people as the reading met them, where the settings want nobody named; else null
 * @param keepRows false lets go of the rows as soon as the timelines stand, and what metrics in brief need of them
 */
export function loadDataset(
  log: EventLog,
  settings: Settings,
  now: number,
  met: Dictionary | null,
  keepRows: boolean,
): Dataset {
  const zone = zoneOf(settings.timeZone);
  if (settings.snapshots) addSnapshotChanges(log, settings, zone);
  const span = dateSpanOf(log);
  const asOf = settings.asOf === null ? span.latest : asOfOption(settings.asOf, zone);
  noteFarDates(log, span);
  if (settings.asOf !== null) noteLaterThanAsOf(log, asOf);
  noteLaterThanRun(log, now, span.latest);
  const { offsets, rows, timelines, workflow } = historyOf(log, settings, asOf, span);
  const kinds = kindCodes(workflow);
  const fields = new ItemFieldValues(log, offsets, rows, timelines, workflow);
  const statuses = once(() => changeHistoryOf(log, rows.ordered(), timelines, workflow));
  if (!keepRows) {
    fields.settle();
    if (waitsInSeveralStatuses(workflow, kinds)) statuses();
    rows.release();
  }
  const duration = new Duration(settings.basis, calendarFor(settings, zone, timelines, asOf), zone);
  const derived = deriveFacts(timelines, workflow, duration, log.people, asOf, {
    startPolicy: settings.startPolicy,
    commitAt: settings.commitAt === null ? -1 : stageNamed(workflow, settings.commitAt, 'commitAt'),
    finishPolicy: settings.finishPolicy,
    finishAt: settings.finishAt === null ? -1 : stageNamed(workflow, settings.finishAt, 'finishAt'),
    excludePaused: settings.excludePaused,
    droppedWhenFinished: droppedRule(
      settings,
      log,
      fields,
      (item) => log.files[log.itemFile.at(timelines.item[item] as number)]?.tool === 'table',
    ),
    points: fields.numbers('points', pointsOf),
  });
  const window = resolveWindow(settings, zone, asOf, derived.facts, span.first);
  const nameless = met === null ? null : anonymizePeople(log, timelines, fields, settings, met);
  const told = nameless?.settings ?? settings;
  return {
    settings: told,
    gate: nameless?.gate ?? null,
    log,
    rows,
    workflow,
    kinds,
    zone,
    duration,
    calendar: calendarOver(window, settings, zone, timelines),
    asOf,
    asOfSource: settings.asOf === null ? 'data' : 'option',
    window,
    timelines,
    derived,
    fields,
    teams: once(() => teamHistoryOf({ log, rows, settings: told, timelines, workflow })),
    statuses,
  };
}

/** What is made of the rows. They are held by `rows` alone, so that they can be let go of. */
function historyOf(
  log: EventLog,
  settings: Settings,
  asOf: number,
  { latest }: DateSpan,
): { rows: KeptRows; offsets: Int32Array; timelines: Timelines; workflow: Workflow } {
  const ordered = orderTransitions(log, asOf);
  const resolved = resolveWorkflow(log, ordered, settings);
  const timelines = buildTimelines({ log, ordered, resolved, settings, asOf, latest });
  return { rows: new KeptRows(log, ordered), offsets: ordered.offsets, timelines, workflow: resolved.workflow };
}

/** Makes a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The calendar over all that durations can be asked about; without working durations only its hours matter. */
function calendarFor(settings: Settings, zone: Zone, timelines: Timelines, asOf: number): Calendar {
  const end = Number.isNaN(asOf) ? 0 : asOf + 1;
  const first = settings.basis === 'working' ? Math.min(end, firstInstant(timelines)) : end;
  return new Calendar(settings.calendar, zone, first, end);
}

/** The calendar over the part of the window that holds data: laid out once, and only if a figure asks for it. */
function calendarOver(window: Window, settings: Settings, zone: Zone, timelines: Timelines): () => Calendar {
  let calendar: Calendar | undefined;
  return () => {
    calendar ??= new Calendar(
      settings.calendar,
      zone,
      Math.min(window.to, Math.max(window.from, firstInstant(timelines))),
      window.to,
    );
    return calendar;
  };
}

/** The earliest creation or visit: visits ascend within an item. */
function firstInstant({ count, created, offsets, start }: Timelines): number {
  let first = Number.POSITIVE_INFINITY;
  for (let item = 0; item < count; item++) {
    const entered = start[offsets[item] as number] as number;
    if (offsets[item] !== offsets[item + 1] && entered < first) first = entered;
    if ((created[item] as number) < first) first = created[item] as number;
  }
  return first;
}
