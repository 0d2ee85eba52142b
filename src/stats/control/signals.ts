import { type Baseline, isPoint, type Points } from './limits.ts';

/** `both` are the rules that stand by themselves; Western Electric's two finer ones are asked for. */
export type RuleSet = 'both' | 'western-electric';
type Rule = 'outside' | 'run' | 'twoOfThree' | 'fourOfFive';

export interface Signal {
  rule: Rule;
  /** Indices of the first and last point that it speaks of. */
  from: number;
  to: number;
  direction: 'above' | 'below';
}

export interface Signals {
  signals: Signal[];
  /** The first point of a run that goes on to the end of the series: where a new baseline could start; else null. */
  shiftFrom: number | null;
}

/** Points in a row on one side of the mean. */
const RUN = 8;
/** So many of so many points in a row beyond so many standard deviations, on one side. */
const ZONES = [
  { rule: 'twoOfThree', points: 2, of: 3, sigmas: 2 },
  { rule: 'fourOfFive', points: 4, of: 5, sigmas: 1 },
] as const;

/**
 * What does not look like chance: a point outside the limits, or 8 in a row on one side of the mean (D. J. Wheeler,
 * "Understanding Variation", 1993); with `western-electric` also 2 of 3 beyond 2 standard deviations and 4 of 5 beyond
 * 1 (Western Electric, "Statistical Quality Control Handbook", 1956). One unbroken run, or one unbroken chain of the
 * finer patterns, is one signal. A point on the mean ends a run; a period without a point does not.
 *
 * @returns in the order of their first point; none without limits
 */
export function findSignals(values: Points, baseline: Baseline, rules: RuleSet = 'both'): Signals {
  const { mean, limits } = baseline;
  if (mean === null || limits === null) return { signals: [], shiftFrom: null };
  const indices: number[] = [];
  for (let index = 0; index < values.length; index++) if (isPoint(values[index])) indices.push(index);
  // How many standard deviations each point is from the mean; what rounding leaves of a point on it is none.
  const scores = indices.map((index) => {
    const score = ((values[index] as number) - mean) / limits.sigma;
    return Math.abs(score) < 1e-9 ? 0 : score;
  });
  const runs = spansOf(runMembers(scores), 'run');
  const found = [
    ...outside(values, indices, limits),
    ...runs,
    ...(rules === 'both' ? [] : ZONES.flatMap((zone) => spansOf(zoneMembers(scores, zone), zone.rule))),
  ];
  const signals = found
    .map((signal) => ({ ...signal, from: indices[signal.from] as number, to: indices[signal.to] as number }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const open = runs.find(({ to }) => to === indices.length - 1);
  return { signals, shiftFrom: open === undefined ? null : (indices[open.from] as number) };
}

function outside(
  values: Points,
  indices: readonly number[],
  { upper, lower }: { upper: number | null; lower: number | null },
): Signal[] {
  return indices.flatMap((index, at): Signal[] => {
    const value = values[index] as number;
    if (upper !== null && value > upper) return [{ rule: 'outside', from: at, to: at, direction: 'above' }];
    if (lower !== null && value < lower) return [{ rule: 'outside', from: at, to: at, direction: 'below' }];
    return [];
  });
}

/** For each point the side on which it is part of a run of 8 or more, 0 for none. */
function runMembers(scores: readonly number[]): number[] {
  const sides = scores.map(Math.sign);
  const members = sides.map(() => 0);
  let first = 0;
  for (let at = 0; at <= sides.length; at++) {
    if (at < sides.length && sides[at] === sides[first] && sides[at] !== 0) continue;
    if (at - first >= RUN && sides[first] !== 0) members.fill(sides[first] as number, first, at);
    first = at;
  }
  return members;
}

/** For each point the side on which it is one of enough far ones among the last few, 0 for none. */
function zoneMembers(scores: readonly number[], zone: { points: number; of: number; sigmas: number }): number[] {
  const members = scores.map(() => 0);
  for (const side of [1, -1]) {
    for (let end = 0; end < scores.length; end++) {
      const far: number[] = [];
      for (let at = Math.max(0, end - zone.of + 1); at <= end; at++) {
        if (side * (scores[at] as number) > zone.sigmas) far.push(at);
      }
      if (far.length < zone.points || far.at(-1) !== end) continue;
      members.fill(side, far[0], end + 1);
    }
  }
  return members;
}

function spansOf(members: readonly number[], rule: Rule): Signal[] {
  const spans: Signal[] = [];
  let first = 0;
  for (let at = 1; at <= members.length; at++) {
    if (at < members.length && members[at] === members[first]) continue;
    const side = members[first] as number;
    if (side !== 0) spans.push({ rule, from: first, to: at - 1, direction: side > 0 ? 'above' : 'below' });
    first = at;
  }
  return spans;
}
