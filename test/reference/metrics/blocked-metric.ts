import type { Clock } from '../time/clock.ts';
import { outside, overlap, sum } from '../time/intervals.ts';
import type { Window } from '../time/window.ts';
import type { Facts, Interval, ReferenceCost, ReferenceRow, ReferenceStage, Timeline } from '../types.ts';
import { stageOfStatus, statusKey } from '../workflow.ts';

/** Blocked and waiting time by reason. Reasons have the form in which statuses are compared. */

interface Stretch extends Interval {
  kind: 'blocked' | 'waiting';
  reason: string | null;
  /** Tells apart the periods, or the stays. */
  stay: string;
}

/** Flags that touch are one period, for the reason of the first. */
function periodsOf(rows: ReferenceRow[]): (Interval & { reason: string | null })[] {
  const periods: (Interval & { reason: string | null })[] = [];
  for (const [place, row] of rows.entries()) {
    const end = rows[place + 1]?.at ?? Infinity;
    if (row.blocked !== true || end === row.at) continue;
    const last = periods.at(-1);
    if (last?.end === row.at) last.end = end;
    else periods.push({ start: row.at, end, reason: row.reason === undefined ? null : statusKey(row.reason) });
  }
  return periods;
}

/** The statuses that the rows name, with the instant from which on. */
function statusesOf({ created, rows }: Timeline): { at: number; status: string }[] {
  const first = rows[0];
  const before = first !== undefined && created < first.at && first.from !== null ? [first.from] : [];
  return [...before.map((status) => ({ at: created, status })), ...rows.map(({ at, to }) => ({ at, status: to }))];
}

function stretchesOf({ timeline, started, end }: Facts, stages: ReferenceStage[], window: Window): Stretch[] {
  const within = overlap({ start: started!, end }, { start: window.from, end: window.to });
  if (within === null) return [];
  const periods = periodsOf(timeline.rows);
  const blocked = periods.flatMap((period, place): Stretch[] => {
    const stretch = overlap(period, within);
    return stretch === null ? [] : [{ ...stretch, kind: 'blocked', reason: period.reason, stay: `period ${place}` }];
  });
  const waiting = timeline.visits.flatMap((visit, place): Stretch[] => {
    if (visit.kind !== 'waiting') return [];
    const own = statusesOf(timeline).filter(({ status }) => stageOfStatus(stages, status) === visit.stage);
    const cuts = own.map(({ at }) => at).filter((at) => visit.start < at && at < visit.end);
    const starts = [...new Set([visit.start, ...cuts])];
    let stay = 0;
    let last: string | null = null;
    return starts.flatMap((start, index): Stretch[] => {
      const status = own.findLast(({ at }) => at <= start)?.status ?? stages[visit.stage]!.stage;
      const reason = statusKey(status);
      if (reason !== last) stay += 1;
      last = reason;
      const piece = overlap({ start, end: starts[index + 1] ?? visit.end }, within);
      if (piece === null) return [];
      return outside(piece, periods).map((free) => ({ ...free, kind: 'waiting', reason, stay: `${place} ${stay}` }));
    });
  });
  return [...blocked, ...waiting];
}

export function blockedMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  cost: ReferenceCost,
  clock: Clock,
) {
  const daysOf = cost.delayBasis === 'working' ? clock.workingDays : clock.elapsedDays;
  const rateOf = (type: string | undefined) => {
    const { delayPerDay } = cost;
    if (delayPerDay === undefined || typeof delayPerDay === 'number') return delayPerDay ?? null;
    return (type === undefined ? undefined : delayPerDay.byType?.[type]) ?? delayPerDay.default ?? null;
  };
  const all = facts
    .filter(({ started, outcome }) => started !== null && outcome !== 'dropped')
    .flatMap((item) =>
      stretchesOf(item, stages, window).map((stretch) => {
        const days = daysOf(stretch.start, stretch.end);
        const rate = rateOf(item.timeline.fields.type);
        return { ...stretch, id: item.timeline.id, days, cost: days === 0 ? 0 : rate === null ? null : days * rate };
      }),
    );
  const costOf = (rows: typeof all) =>
    rows.some((row) => row.cost === null) ? null : sum(rows.map((row) => row.cost!));
  const daysIn = (rows: typeof all) => sum(rows.map(({ days }) => days));
  const keys = [...new Set(all.map(({ kind, reason }) => JSON.stringify([kind, reason])))];
  return {
    blockedDays: daysIn(all.filter(({ kind }) => kind === 'blocked')),
    waitingDays: daysIn(all.filter(({ kind }) => kind === 'waiting')),
    cost: costOf(all),
    reasons: keys.map((key) => {
      const [kind, reason] = JSON.parse(key) as [string, string | null];
      const rows = all.filter((row) => row.kind === kind && row.reason === reason);
      return {
        kind,
        reason,
        count: new Set(rows.map(({ id, stay }) => `${id} ${stay}`)).size,
        items: new Set(rows.map(({ id }) => id)).size,
        days: daysIn(rows),
        share: daysIn(all) === 0 ? null : daysIn(rows) / daysIn(all),
        cost: costOf(rows),
      };
    }),
  };
}
