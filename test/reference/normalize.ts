import { gapsIn, inInputOrder, sorted, statedFrom, withoutDuplicates } from './log/order-rows.ts';
import { merge } from './time/calendar.ts';
import { heardOfDates, heardOfLog, visitSinceUnknown } from './today.ts';
import type {
  Assignment,
  FindingCounts,
  Interval,
  ReferenceRow,
  ReferenceSettings,
  ReferenceStage,
  ReferenceToday,
  Timeline,
} from './types.ts';
import { entriesOf, flickersIn, visitsOf, withoutShortVisits } from './visits.ts';
import { stageOfStatus, withUnknownStages } from './workflow.ts';

/** Definitions §3: from rows to one timeline per item, as they stood at asOf. */

export interface Normalized {
  stages: ReferenceStage[];
  timelines: Timeline[];
  findings: FindingCounts;
}

/** Definitions §1: the latest creation, transition, start or finish in the data as read. */
export function latestInstant(
  rows: ReferenceRow[],
  list: ReferenceToday[] = [],
  configured: ReferenceStage[] = [],
): number {
  const known = (instants: (number | null)[]) => instants.filter((instant) => instant !== null);
  const ofRows = rows.flatMap((row) => [row.at, row.created]);
  const all = list.flatMap(({ created, started, finished }) => [created, started, finished]);
  const used = list.flatMap(({ status, created, started, finished }) => {
    // A plan of what is not begun, or not over, is no event.
    const kind = configured[stageOfStatus(configured, status)]?.kind;
    if (kind === 'todo') return [created];
    return kind === 'active' || kind === 'waiting' ? [created, started] : [created, started, finished];
  });
  const limit = Math.max(...withoutFarOnes(known([...ofRows, ...all])));
  return Math.max(...known([...ofRows, ...used]).filter((instant) => instant <= limit));
}

/** All but those that more than forty years part from more than half of all. */
function withoutFarOnes(instants: number[]): number[] {
  const groups: number[][] = [];
  for (const instant of [...instants].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && instant - group.at(-1)! <= 40 * 365.25 * 86_400_000) group.push(instant);
    else groups.push([instant]);
  }
  return groups.find((group) => group.length > instants.length / 2) ?? instants;
}

/** One item's rows, in input order and all of them, with the creation instants that exist at asOf. */
interface RawItem {
  id: string;
  rows: ReferenceRow[];
  creations: number[];
}

function groupByItem(rows: ReferenceRow[], list: ReferenceToday[], asOf: number): RawItem[] {
  const items = new Map<string, RawItem>();
  for (const row of rows) {
    const id = row.id.trim();
    const item = items.get(id) ?? { id, rows: [], creations: [] };
    items.set(id, item);
    if (row.at <= asOf) item.rows.push(row);
    if (row.created !== null && row.created <= asOf) item.creations.push(row.created);
  }
  for (const { id, created } of list) {
    if (created !== null && created <= asOf) items.get(id)?.creations.push(created);
  }
  // Neither a transition nor a creation up to asOf: the item does not exist.
  return [...items.values()].filter((item) => item.rows.length > 0 || item.creations.length > 0);
}

/** Rule 12: what holds from each instant on; of several rows at one instant the last. */
export function assignmentsOf(rows: Pick<ReferenceRow, 'at' | 'assignee'>[]): Assignment[] {
  const assignments: Assignment[] = [];
  for (const row of rows) {
    const people = [...new Set((row.assignee ?? []).map((person) => person.trim()).filter((person) => person !== ''))];
    if (assignments.at(-1)?.at === row.at) assignments.pop();
    assignments.push({ at: row.at, people });
  }
  return assignments;
}

/** Rule 11: a flag on the rows holds from each row's instant on; an unclosed period goes on. */
function blockedPeriods(rows: ReferenceRow[]): Interval[] {
  const periods: Interval[] = [];
  for (const [place, row] of rows.entries()) {
    if (row.blocked !== true) continue;
    const end = rows[place + 1]?.at ?? Infinity;
    if (end > row.at) periods.push({ start: row.at, end });
  }
  return merge(periods);
}

/** Rule 8: the latest non-empty value of each field. */
function latestFields(rows: ReferenceRow[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(row.fields)) {
      if (value.trim() !== '') fields[name] = value.trim();
    }
  }
  return fields;
}

export function normalize(
  input: ReferenceRow[],
  settings: ReferenceSettings,
  asOf: number,
  list: ReferenceToday[] = [],
): Normalized {
  // An empty column is no column: it does not say that nobody had the items.
  const namesPeople = input.some(({ assignee }) => assignee !== null && assignee.length > 0);
  const findings: FindingCounts = {
    duplicate: 0,
    repeated: 0,
    gap: 0,
    'created-after-first': 0,
    flicker: 0,
    'status-differs': 0,
  };
  const latest = latestInstant(input, list, settings.workflow);
  const today = new Map(list.map((item) => [item.id, item]));
  const logged = new Set(input.map(({ id }) => id.trim()));
  const dated = list.filter(({ id }) => !logged.has(id));

  // Rules 1 to 3.
  const items = groupByItem(inInputOrder(input), list, asOf).map((item) => {
    const kept = withoutDuplicates(item.rows);
    findings.duplicate += item.rows.length - kept.length;
    return { ...item, rows: sorted(kept) };
  });

  const known = withUnknownStages(
    settings.workflow,
    items.map(({ rows }) => {
      const first = rows[0] === undefined ? null : statedFrom(rows[0]);
      return [...(first === null ? [] : [first]), ...rows.map((row) => row.to)];
    }),
    input.flatMap((row) => (row.from === null ? [row.to] : [row.from, row.to])),
  );
  // Items that have only dates need something to do.
  const stages: ReferenceStage[] =
    dated.length > 0 && known.every(({ kind }) => kind !== 'todo')
      ? [{ stage: 'To do', kind: 'todo', statuses: [] }, ...known]
      : known;

  const timelines = items.map(({ id, rows, creations }): Timeline => {
    // Rule 4.
    const given = creations.length > 0 ? Math.min(...creations) : null;
    const first = rows[0]?.at ?? null;
    if (given !== null && first !== null && given > first) findings['created-after-first'] += 1;
    const created = given === null ? first! : first === null ? given : Math.min(given, first);
    // Rules 5 to 7 and 9.
    const own = entriesOf(rows, created, stages);
    const goesOn = input.some((row) => row.id.trim() === id && row.at > asOf);
    const lastAt = rows.at(-1)?.at ?? null;
    const heard = heardOfLog(today.get(id), own.entries, lastAt, goesOn, stages, settings.workflow, asOf, latest);
    const { entries, unknown } = heard;
    const { repeated } = own;
    if (heard.differs) findings['status-differs'] += 1;
    findings.repeated += repeated;
    findings.gap += gapsIn(rows);
    let visits = visitsOf(entries, asOf, stages);
    if (settings.ignoreVisitsShorterThan > 0) visits = withoutShortVisits(visits, settings.ignoreVisitsShorterThan);
    else findings.flicker += flickersIn(visits);
    return {
      id,
      created,
      rows,
      visits,
      unknown: unknown === null ? null : visitSinceUnknown(unknown, stages, visits),
      assignments: namesPeople ? assignmentsOf(rows) : null,
      blocked: blockedPeriods(rows),
      fields: latestFields(rows),
    };
  });

  for (const item of dated) {
    const heard = heardOfDates(item, stages, settings.workflow, asOf, latest);
    if (heard === null) continue;
    if (heard.differs) findings['status-differs'] += 1;
    timelines.push({
      id: item.id,
      created: heard.created,
      rows: [],
      visits: visitsOf(heard.entries, asOf, stages),
      unknown: heard.unknown === null ? null : visitSinceUnknown(heard.unknown, stages),
      assignments: null,
      blocked: [],
      fields: {},
    });
  }
  return { stages, timelines, findings };
}
