import { percentile } from '../distribution.ts';
import type { Clock } from '../time/clock.ts';
import { sum } from '../time/intervals.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';

/** The bottleneck, as docs/metrics.md has it. */

const DAY = 86_400_000;

function partsOf({ from, to }: Window): number {
  const days = (to - from) / DAY;
  if (days < 12) return 0;
  const whole = days >= 84 ? Math.floor(days / 7) : Math.floor(days);
  return Math.min(52, whole % 2 === 0 ? whole : whole - 1);
}

/** The share of all ways to choose signs whose sum is at least that of the differences as they are. */
function shareOfSigns(differences: number[]): number {
  const target = sum(differences);
  let sums = new Map([[0, 1]]);
  for (const difference of differences) {
    const next = new Map<number, number>();
    for (const [total, chance] of sums) {
      for (const step of [difference, -difference]) next.set(total + step, (next.get(total + step) ?? 0) + chance / 2);
    }
    sums = next;
  }
  return sum([...sums].filter(([total]) => total >= target).map(([, chance]) => chance));
}

export function bottleneckMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const parts = partsOf(window);
  const length = window.to - window.from;
  const partOf = (at: number) => Math.min(parts - 1, Math.floor(((at - window.from) / length) * parts));
  const rows = stages.flatMap(({ stage, kind }, place) => {
    if (kind !== 'active' && kind !== 'waiting') return [];
    const visits = facts.flatMap(({ timeline }) => timeline.visits.filter((visit) => visit.stage === place));
    const entered = visits.map(({ start }) => start).filter((at) => inWindow(at, window));
    const left = visits.filter(({ end, open }) => !open && inWindow(end, window));
    const differences = Array.from(
      { length: parts },
      (_, part) =>
        entered.filter((at) => partOf(at) === part).length - left.filter(({ end }) => partOf(end) === part).length,
    );
    const growth = entered.length - left.length;
    const halves = [differences.slice(0, parts / 2), differences.slice(parts / 2)].map(sum);
    const middle = window.from + length / 2;
    const median = (of: typeof left) =>
      percentile(
        of.map(({ start, end }) => clock.days(start, end)),
        50,
        settings.percentiles.method,
      );
    const wipAtStart = visits.filter(({ start, end, open }) => start < window.from && (open || end >= window.from));
    return [
      {
        stage,
        kind,
        entries: entered.length,
        exits: left.length,
        growth,
        load: left.length === 0 ? null : entered.length / left.length,
        growthPerWeek: length > 0 ? growth / (length / (7 * DAY)) : null,
        firstHalfGrowth: parts === 0 ? null : halves[0]!,
        secondHalfGrowth: parts === 0 ? null : halves[1]!,
        chance: parts > 0 && entered.length >= 20 ? shareOfSigns(differences) : null,
        wipAtStart: wipAtStart.length,
        wipAtEnd: visits.filter(({ start, end, open }) => start < window.to && (open || end >= window.to)).length,
        firstHalfVisitDays: median(left.filter(({ end }) => end < middle)),
        secondHalfVisitDays: median(left.filter(({ end }) => end >= middle)),
      },
    ];
  });
  const tested = rows.filter(({ chance }) => chance !== null).length;
  const judged = rows.map((row) => {
    const lasting = row.firstHalfGrowth! >= row.growth / 10 && row.secondHalfGrowth! >= row.growth / 3;
    const grows = row.chance !== null && row.chance <= 0.05 / tested && row.growth > 0 && lasting;
    return { ...row, verdict: row.chance === null ? 'too few' : grows ? 'grows' : 'steady' };
  });
  const growing = judged.filter(({ verdict }) => verdict === 'grows');
  const most = Math.max(...growing.map(({ growth }) => growth));
  return {
    stage: growing.find(({ growth }) => growth === most)?.stage ?? null,
    parts,
    partDays: parts === 0 ? null : length / parts / DAY,
    threshold: tested === 0 ? null : 0.05 / tested,
    stages: judged,
  };
}
