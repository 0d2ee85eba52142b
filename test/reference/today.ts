import type { ReferenceStage, ReferenceToday, Timeline, Visit } from './types.ts';
import { initialStage, stageOfStatus } from './workflow.ts';

/** Definitions §3, rule 10: the status of today, held against the dates of an item or the end of its log. */

interface Entry {
  stage: number;
  at: number;
}

/** What a status of today says. The names are taken to suggest no kind: a status that no stage lists is a guess. */
interface Says {
  stage: number;
  kind: ReferenceStage['kind'];
  isSure: boolean;
}

/** How far the status of today has changed what is known of an item. */
export interface Heard {
  entries: Entry[];
  /** The stage that it is in today, nobody knows since when. */
  unknown: number | null;
  differs: boolean;
}

const isOver = (kind: ReferenceStage['kind']) => kind === 'done' || kind === 'dropped';

function firstOf(stages: ReferenceStage[], kind: ReferenceStage['kind']): number {
  return stages.findIndex((stage) => stage.kind === kind);
}

function saysOf({ status }: ReferenceToday, stages: ReferenceStage[], configured: ReferenceStage[]): Says | null {
  if (status.trim() === '') return null;
  const own = stageOfStatus(stages, status);
  if (own === -1) return { stage: firstOf(stages, 'active'), kind: 'active', isSure: false };
  return { stage: own, kind: stages[own]!.kind, isSure: stageOfStatus(configured, status) !== -1 };
}

/** The dates that count, and what the item became at its end. */
interface Dates {
  created: number | null;
  started: number | null;
  finished: number | null;
  end: 'done' | 'dropped';
  differs: boolean;
}

function datesThatCount(item: ReferenceToday, says: Says | null): Dates {
  const { created, started, finished } = item;
  const dates: Dates = { created, started, finished, end: 'done', differs: false };
  if (says === null) return dates;
  if (!says.isSure) {
    const fits = isOver(says.kind)
      ? finished !== null
      : finished === null && (started === null) === (says.kind === 'todo');
    return { ...dates, differs: !fits };
  }
  if (says.kind === 'dropped') return { ...dates, end: 'dropped', differs: true };
  if (says.kind === 'done') return { ...dates, differs: finished === null };
  const planned = says.kind === 'todo' && started !== null;
  return { ...dates, started: planned ? null : started, finished: null, differs: finished !== null || planned };
}

/** An item that has only dates; null where it does not exist yet. */
export function heardOfDates(
  item: ReferenceToday,
  stages: ReferenceStage[],
  configured: ReferenceStage[],
  asOf: number,
  latest: number,
): (Heard & { created: number }) | null {
  const says = saysOf(item, stages, configured);
  const dates = datesThatCount(item, says);
  const known = [dates.created, dates.started, dates.finished].filter((at) => at !== null);
  if (known.length > 0 && known.every((at) => at > asOf)) return null;
  const past = (at: number | null): at is number => at !== null && at <= asOf;
  const moved = [dates.created, dates.started, dates.finished].filter(past);
  const created = past(dates.created) ? Math.min(...moved) : NaN;
  const entries: Entry[] = [];
  if (moved.length === 0 || past(dates.created)) entries.push({ stage: initialStage(stages), at: created });
  if (past(dates.started)) entries.push({ stage: firstOf(stages, 'active'), at: dates.started });
  if (past(dates.finished)) entries.push({ stage: firstOf(stages, dates.end), at: dates.finished });
  let unknown: number | null = null;
  if (says !== null && (says.isSure || !dates.differs)) {
    if (isOver(says.kind) && dates.finished === null) unknown = says.stage;
    if (says.kind !== 'todo' && asOf >= latest) unknown = says.stage;
  }
  return { created, entries, unknown, differs: dates.differs };
}

/** An item with a log, from the entries that its rows give; `goesOn`: it has rows later than asOf. */
export function heardOfLog(
  item: ReferenceToday | undefined,
  entries: Entry[],
  lastAt: number | null,
  goesOn: boolean,
  stages: ReferenceStage[],
  configured: ReferenceStage[],
  asOf: number,
  latest: number,
): Heard {
  const nothing = { entries, unknown: null, differs: false };
  const says = item === undefined ? null : saysOf(item, stages, configured);
  if (item === undefined || says === null || goesOn || lastAt === null) return nothing;
  const { stage } = entries.at(-1)!;
  if (stage === says.stage) return nothing;
  if (!says.isSure) return { ...nothing, differs: true };
  const { kind } = stages[stage]!;
  if (isOver(says.kind)) {
    const differs = says.kind !== kind;
    if (item.finished === null || item.finished <= lastAt) return { entries, unknown: says.stage, differs };
    if (item.finished > asOf) return { ...nothing, differs };
    return { entries: [...entries, { stage: says.stage, at: item.finished }], unknown: null, differs };
  }
  if (isOver(kind)) return { entries: [...entries, { stage: says.stage, at: lastAt }], unknown: null, differs: true };
  const underWay = kind === 'todo' && says.kind !== 'todo' && asOf >= latest;
  return { entries, unknown: underWay ? says.stage : null, differs: true };
}

/** The visit that nobody dated; null where it says nothing of an item that has begun by its log. */
export function visitSinceUnknown(stage: number, stages: ReferenceStage[], visits: Visit[] = []): Visit | null {
  if (!isOver(stages[stage]!.kind) && visits.some(({ kind }) => kind === 'active' || kind === 'waiting')) return null;
  return { stage, kind: stages[stage]!.kind, start: NaN, end: NaN, open: true };
}

/** All visits of an item, the one that nobody dated included. */
export function pathOf({ visits, unknown }: Timeline): Visit[] {
  return unknown === null ? visits : [...visits, unknown];
}
