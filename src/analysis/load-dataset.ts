import { deriveFacts, type FactRules } from '../facts/index.ts';
import type { Dictionary } from '../model/log/dictionary.ts';
import type { EventLog } from '../model/log/event-log.ts';
import type { Settings } from '../model/settings.ts';
import { Duration } from '../model/time/duration.ts';
import { type Zone, zoneOf } from '../model/time/zone.ts';
import type { Timelines } from '../model/timelines.ts';
import { kindCodes } from '../model/workflow/stage-columns.ts';
import { waitsInSeveralStatuses } from '../model/workflow/waiting-statuses.ts';
import {
  addSnapshotChanges,
  buildTimelines,
  changeHistoryOf,
  type DateSpan,
  dateSpanOf,
  orderTransitions,
  type ResolvedWorkflow,
  resolveWorkflow,
  stageNamed,
} from '../normalize/index.ts';
import { anonymizePeople } from './anonymize-people.ts';
import { calendarFor, calendarOver } from './calendars.ts';
import type { Dataset } from './dataset.ts';
import { droppedRule } from './findings/dropped.ts';
import { noteFarDates } from './findings/far-dates.ts';
import { noteDatesLaterThanRun, noteLaterThanAsOf, noteLaterThanRun } from './findings/rows-after-as-of.ts';
import { noteStageKinds } from './findings/stage-kinds.ts';
import { ItemFieldValues } from './item-field-values.ts';
import { KeptRows } from './kept-rows.ts';
import { pointsOf } from './points.ts';
import { asOfOption, resolveWindow } from './resolve-window.ts';
import { teamHistoryOf } from './team-history.ts';

/** `loadDatasetInSteps`, all at once. */
export function loadDataset(...args: Parameters<typeof loadDatasetInSteps>): Dataset {
  const steps = loadDatasetInSteps(...args);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Takes a log to timelines and facts, as of the instant that the settings name. It pauses after each step that takes long
 * with many rows, so that the caller can let other work run, or stop.
 *
 * @param now when the analysis runs, in epoch milliseconds: only to find rows that lie in the future
 * @param met people as the reading met them, if the settings want nobody named; else null
 * @param keepRows false releases the rows once the timelines are made, with all that metrics in brief need of them
 */
export function* loadDatasetInSteps(
  log: EventLog,
  settings: Settings,
  now: number,
  met: Dictionary | null,
  keepRows: boolean,
): Generator<void, Dataset, void> {
  const zone = zoneOf(settings.timeZone);
  if (settings.snapshots) addSnapshotChanges(log, settings, zone);
  const span = dateSpanOf(log, settings);
  const asOf = settings.asOf === null ? span.latest : asOfOption(settings.asOf, zone);
  noteDates(log, settings, span, asOf, now);

  yield;
  const history = yield* historyOf(log, settings, asOf, span);
  const { rows, timelines, workflow } = history;
  noteDatesLaterThanRun(log, timelines, now);
  yield;
  const kinds = kindCodes(workflow);
  noteStageKinds(log, timelines, workflow);
  const source: Source = { log, settings, zone, span, kinds, history };
  yield;
  const { fields, statuses, ...rebuilt } = rebuild(source, asOf);
  yield;
  if (!keepRows) {
    fields.settle([
      ...settings.where.map(({ field }) => field),
      settings.by ?? '',
      ...Object.keys(settings.dropped ?? {}),
    ]);
    if (waitsInSeveralStatuses(workflow, kinds)) statuses();
    rows.release();
  }

  const nameless = met === null ? null : anonymizePeople(log, timelines, fields, settings, met);
  const shown = nameless?.settings ?? settings;
  const dataset: Dataset = {
    ...rebuilt,
    settings: shown,
    gate: nameless?.gate ?? null,
    log,
    workflow,
    statusKinds: history.statusKinds,
    kinds,
    zone,
    asOf,
    asOfSource: settings.asOf === null ? 'data' : 'option',
    span,
    fields,
    statuses,
    teams: once(() => teamHistoryOf({ log, rows, settings: shown, timelines, workflow })),
    at: (instant) => lookAgain(source, dataset, instant, nameless?.nameOf ?? null),
  };
  return dataset;
}

/** What a dataset is made of, whatever instant it is seen from. */
interface Source {
  log: EventLog;
  settings: Settings;
  zone: Zone;
  span: DateSpan;
  kinds: Uint8Array;
  history: History;
}

/** Timelines, and all that follows from them. */
function rebuild({ history, log, settings, span, zone }: Source, asOf: number) {
  const { offsets, rows, timelines, workflow } = history;
  const fields = new ItemFieldValues(log, offsets, rows, timelines, workflow);
  const duration = new Duration(settings.basis, calendarFor(settings, zone, timelines, asOf), zone);
  const isTable = (item: number) => log.files[log.itemFile.at(timelines.item[item] as number)]?.tool === 'table';
  const rules = factRules(log, settings, history, fields, isTable);
  const derived = deriveFacts(timelines, workflow, duration, log.people, asOf, rules);
  const windowOf = (asked: Settings) => resolveWindow(asked, zone, asOf, derived.facts, span.first);
  const window = windowOf(settings);
  return {
    rows,
    timelines,
    fields,
    duration,
    rules: { ...rules, droppedWhenFinished: droppedRule(settings, log, fields, isTable, false) },
    derived,
    window,
    wholeWindow: () => windowOf({ ...settings, from: null, to: null, last: null }),
    calendar: once(() => calendarOver(window, settings, zone, timelines)),
    statuses: once(() => changeHistoryOf(log, rows.ordered(), timelines, workflow)),
  };
}

/** The dataset as of another instant, by the workflow that is known; what is noticed on the way has been noticed before. */
function lookAgain(
  source: Source,
  known: Dataset,
  asOf: number,
  nameOf: ((field: string, text: string) => string) | null,
): Dataset {
  const { history, log, settings, span } = source;
  history.rows.ordered();
  const resolved: ResolvedWorkflow = history;
  const rebuilt = withoutTrace(log, () => {
    const ordered = orderTransitions(log, asOf);
    const timelines = buildTimelines({ log, ordered, resolved, settings, asOf, latest: span.latest });
    const rows = new KeptRows(log, ordered);
    return rebuild({ ...source, history: { ...history, rows, offsets: ordered.offsets, timelines } }, asOf);
  });
  if (nameOf !== null) rebuilt.fields.rename(nameOf);
  const { rows, timelines } = rebuilt;
  const teams = once(() =>
    teamHistoryOf({ log, rows, settings: known.settings, timelines, workflow: history.workflow }),
  );
  return { ...known, ...rebuilt, asOf, asOfSource: 'option', teams };
}

/** Looks at a log without a note, and without counting its rows again. */
function withoutTrace<Result>(log: EventLog, look: () => Result): Result {
  const counted = log.files.map(({ merged, used }) => ({ merged, used }));
  try {
    return log.findings.aside(look);
  } finally {
    for (const [file, counts] of counted.entries()) Object.assign(log.files[file] as object, counts);
  }
}

/** Notes dates that cannot be right, or are left out. */
function noteDates(log: EventLog, settings: Settings, span: DateSpan, asOf: number, now: number): void {
  noteFarDates(log, span);
  if (settings.asOf !== null) noteLaterThanAsOf(log, asOf);
  noteLaterThanRun(log, now, span.latest);
}

/** What the rows give. `rows` alone holds them, so that they can be released. */
interface History extends ResolvedWorkflow {
  rows: KeptRows;
  offsets: Int32Array;
  timelines: Timelines;
}

function* historyOf(
  log: EventLog,
  settings: Settings,
  asOf: number,
  { latest }: DateSpan,
): Generator<void, History, void> {
  const ordered = orderTransitions(log, asOf);
  yield;
  const resolved = resolveWorkflow(log, ordered, settings);
  yield;
  const timelines = buildTimelines({ log, ordered, resolved, settings, asOf, latest });
  return { ...resolved, rows: new KeptRows(log, ordered), offsets: ordered.offsets, timelines };
}

function factRules(
  log: EventLog,
  settings: Settings,
  { workflow }: History,
  fields: ItemFieldValues,
  isTable: (item: number) => boolean,
): FactRules {
  const stageOf = (key: 'commitAt' | 'finishAt') => {
    const name = settings[key];
    return name === null ? -1 : stageNamed(workflow, name, key);
  };
  return {
    startPolicy: settings.startPolicy,
    commitAt: stageOf('commitAt'),
    finishPolicy: settings.finishPolicy,
    finishAt: stageOf('finishAt'),
    excludePaused: settings.excludePaused,
    droppedWhenFinished: droppedRule(settings, log, fields, isTable),
    points: fields.numbers('points', pointsOf),
  };
}

/** Makes a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
