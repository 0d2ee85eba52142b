import type { MetricComparison } from '../../contract/statistics/compare-schema.ts';
import type { Settings } from '../../model/settings.ts';
import {
  compareCounts,
  compareDurations,
  compareShares,
  type Design,
  type DurationComparison,
  holm,
  type Sample,
  type ShareSide,
  sharesWeeks,
  type TooFew,
  tooFewItems,
  tooFewPeriods,
  verdictOf,
} from '../../stats/compare/index.ts';
import { percentile } from '../../stats/index.ts';
import type { Measure, Measured } from './measures.ts';
import type { WeekShares } from './samples.ts';

/** What a comparison of a metric came to, before the others are known. */
export interface Compared {
  measure: Measure;
  figures: Omit<MetricComparison, 'metric' | 'unit' | 'better' | 'pAdjusted' | 'verdict' | 'reason'>;
  /** Of durations alone. */
  durations: DurationComparison | null;
  tooFew: TooFew | 'unknown' | 'none' | 'definitions' | null;
  /** B less A: its sign is the direction. */
  direction: number;
  /** How much neighbouring weeks hang together; null if nobody knows. */
  correlation: number | null;
}

interface Plan {
  apart: boolean;
  seed: number;
  method: Settings['percentiles']['method'];
  /** Metrics whose definitions differ between the sides, so that no figure of one is one of the other. */
  differs: (measure: Measure) => boolean;
}

/** Compares metrics as one family: as many as there is enough of. */
export function compareMetrics(measures: readonly Measure[], plan: Plan): Compared[] {
  const lacks = measures.map((measure) => (plan.differs(measure) ? 'definitions' : lackOf(measure, plan)));
  const comparisons = Math.max(1, lacks.filter((lack) => lack === null).length);
  return measures.map((measure, at) => {
    const compared = compareOne(measure, plan, comparisons);
    const lack = lacks[at] ?? null;
    return lack === null ? compared : { ...compared, tooFew: lack, figures: { ...compared.figures, p: null } };
  });
}

/** The chances of all of them, adjusted, and what each comes to in a word. */
export function verdictsOf(compared: readonly Compared[]): Pick<MetricComparison, 'pAdjusted' | 'verdict'>[] {
  const adjusted = holm(compared.map(({ figures }) => figures.p));
  return compared.map(({ direction, measure: { better } }, at) => {
    const p = adjusted[at] ?? null;
    // Every metric here has a better side.
    return { pAdjusted: p, verdict: verdictOf(p, direction, better) as MetricComparison['verdict'] };
  });
}

/** What there is too little of whatever the other metrics are; null if nothing. */
function lackOf({ measured }: Measure, { apart }: Plan): Compared['tooFew'] {
  switch (measured.kind) {
    case 'counts':
      if ([measured.a, measured.b].every((side) => side.length > 0 && side.every((count) => count === 0)))
        return 'none';
      return tooFewPeriods([measured.a.length, measured.b.length]);
    case 'durations': {
      const { a, b } = measured;
      const weeks = [new Set(Array.from(a.weeks)).size, new Set(Array.from(b.weeks)).size] as const;
      return tooFewItems([a.values.length, b.values.length], weeks, designOf(measured, apart));
    }
    case 'shares': {
      const { a, b } = measured;
      if ([a, b].some(({ all, whole }) => all > 0 && whole === 0)) return 'unknown';
      if (a.all > 0 && b.all > 0 && a.sum === 0 && b.sum === 0) return 'none';
      return tooFewItems([a.items, b.items], [busyWeeks(a).length, busyWeeks(b).length], designOf(measured, apart));
    }
  }
}

/** Weeks that both sides share are swapped, unless the windows have a border between them. */
function designOf(measured: Exclude<Measured, { kind: 'counts' }>, apart: boolean): Design {
  if (apart) return 'dealt';
  const [a, b] =
    measured.kind === 'durations'
      ? [measured.a.weeks, measured.b.weeks]
      : [busyWeeks(measured.a), busyWeeks(measured.b)];
  return sharesWeeks(a, b) ? 'swapped' : 'dealt';
}

function compareOne(measure: Measure, plan: Plan, comparisons: number): Compared {
  const { measured, metric: name } = measure;
  const options = { comparisons, seed: plan.seed, name };
  if (measured.kind === 'counts') return countsOf(measure, measured, options);
  const withDesign = { ...options, design: designOf(measured, plan.apart) };
  return measured.kind === 'durations'
    ? durationsOf(measure, measured, { ...withDesign, method: plan.method })
    : sharesOf(measure, measured, withDesign);
}

const NO_EFFECT = { effect: null, effectInterval: null, percentiles: null };

function durationsOf(
  measure: Measure,
  { a, b }: { a: Sample; b: Sample },
  options: Parameters<typeof compareDurations>[2] & Pick<Plan, 'method'>,
): Compared {
  const found = compareDurations(a, b, options);
  const median = ({ values }: Sample) => percentile(Float64Array.from(values), 50, options.method);
  const [medianA, medianB] = [median(a), median(b)];
  return {
    measure,
    figures: {
      a: medianA,
      b: medianB,
      ratio: finite(found.ratio?.ratio),
      interval: finiteInterval(found.ratio?.interval),
      difference: less(medianB, medianA),
      p: found.p,
      detectableRatio: finite(found.detectableRatio),
      n: found.items,
      effect: found.effect,
      effectInterval: found.effectInterval,
      percentiles: found.percentiles.length === 0 ? null : found.percentiles,
    },
    durations: found,
    tooFew: found.tooFew,
    direction: found.difference,
    correlation: found.correlation,
  };
}

function countsOf(
  measure: Measure,
  { a, b }: { a: number[]; b: number[] },
  options: Parameters<typeof compareCounts>[2],
): Compared {
  const found = compareCounts(a, b, options);
  return {
    measure,
    figures: {
      a: found.a,
      b: found.b,
      ratio: finite(found.ratio),
      interval: finiteInterval(found.ratioInterval),
      difference: less(found.b, found.a),
      p: found.p,
      detectableRatio: finite(found.detectableRatio),
      n: found.periods,
      ...NO_EFFECT,
    },
    durations: null,
    tooFew: found.tooFew,
    direction: found.difference,
    correlation: found.correlation,
  };
}

function sharesOf(
  measure: Measure,
  { a, b }: { a: WeekShares; b: WeekShares },
  options: Parameters<typeof compareShares>[2] & { design: Design },
): Compared {
  const weeks = (side: WeekShares) => [...side.byWeek.keys()].sort((one, other) => one - other);
  const all = [...new Set([...weeks(a), ...weeks(b)])].sort((one, other) => one - other);
  const side = (own: WeekShares): ShareSide => {
    const inWeeks = options.design === 'swapped' ? all : weeks(own);
    const of = (part: 'sum' | 'whole') => inWeeks.map((week) => own.byWeek.get(week)?.[part] ?? 0);
    return { sums: of('sum'), wholes: of('whole'), items: own.items };
  };
  const found = compareShares(side(a), side(b), options);
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  return {
    measure,
    figures: {
      a: shareA,
      b: shareB,
      ratio: finite(found.ratio),
      interval: finiteInterval(found.ratioInterval),
      difference: less(shareB, shareA),
      p: found.p,
      detectableRatio: finite(found.detectableRatio),
      n: { a: a.items, b: b.items },
      ...NO_EFFECT,
    },
    durations: null,
    tooFew: found.tooFew,
    direction: found.difference ?? 0,
    correlation: null,
  };
}

function busyWeeks({ byWeek }: WeekShares): number[] {
  return [...byWeek].filter(([, { whole }]) => whole > 0).map(([week]) => week);
}

function shareOf({ sum, whole }: WeekShares): number | null {
  return whole === 0 ? null : sum / whole;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** What has grown beyond all numbers is not known. */
function finite(value: number | null | undefined): number | null {
  return value == null || !Number.isFinite(value) ? null : value;
}

function finiteInterval(ends: [number, number] | null | undefined): [number, number] | null {
  return ends == null || !ends.every(Number.isFinite) ? null : ends;
}
