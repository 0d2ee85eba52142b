import { deriveFacts } from '../facts/index.ts';
import { Calendar } from '../model/calendar.ts';
import { Duration } from '../model/duration.ts';
import type { EventLog } from '../model/event-log.ts';
import type { Settings } from '../model/settings.ts';
import { kindCodes } from '../model/stage-columns.ts';
import type { Timelines } from '../model/timelines.ts';
import { type Zone, zoneOf } from '../model/zone.ts';
import { buildTimelines, latestInstant, orderTransitions, resolveWorkflow, stageNamed } from '../normalize/index.ts';
import type { Dataset } from './dataset.ts';
import { droppedRule } from './dropped.ts';
import { ItemFieldValues } from './item-field-values.ts';
import { pointsOf } from './points.ts';
import { asOfOption, resolveWindow } from './resolve-window.ts';

/** Takes a log to timelines and facts, as of the instant that the settings name. */
export function loadDataset(log: EventLog, settings: Settings): Dataset {
  const zone = zoneOf(settings.timeZone);
  const asOf = settings.asOf === null ? latestInstant(log) : asOfOption(settings.asOf, zone);
  const ordered = orderTransitions(log, asOf);
  const resolved = resolveWorkflow(log, ordered, settings);
  const { workflow } = resolved;
  const timelines = buildTimelines({ log, ordered, resolved, settings, asOf });
  const fields = new ItemFieldValues(log, ordered, timelines, workflow);
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
    points: Float64Array.from({ length: timelines.count }, (_, item) => pointsOf(fields.text('points', item))),
  });
  return {
    settings,
    log,
    ordered,
    workflow,
    kinds: kindCodes(workflow),
    zone,
    duration,
    asOf,
    asOfSource: settings.asOf === null ? 'data' : 'option',
    window: resolveWindow(settings, zone, asOf, derived.facts),
    timelines,
    derived,
    fields,
  };
}

/** The calendar over all that durations can be asked about; without working durations only its hours matter. */
function calendarFor(settings: Settings, zone: Zone, timelines: Timelines, asOf: number): Calendar {
  const end = Number.isNaN(asOf) ? 0 : asOf + 1;
  let first = end;
  if (settings.basis === 'working') {
    for (const instant of timelines.start) if (instant < first) first = instant;
    for (const instant of timelines.created) if (instant < first) first = instant;
  }
  return new Calendar(settings.calendar, zone, first, end);
}
