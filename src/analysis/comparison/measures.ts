import type { MetricComparison } from '../../contract/statistics/compare-schema.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import type { ComparedMetric } from '../../model/statistics/compare-settings.ts';
import { statusKey } from '../../model/workflow/workflow.ts';
import { stageNamed } from '../../normalize/index.ts';
import type { Sample } from '../../stats/compare/index.ts';
import {
  activeShares,
  blockedShares,
  cycleTimes,
  finishedByPeriod,
  leadTimes,
  sentBackShares,
  stageTimes,
  type WeekShares,
  wastedShares,
} from './samples.ts';
import type { Sides } from './sides.ts';

/** What both sides hold of a metric. */
export type Measured =
  | { kind: 'durations'; a: Sample; b: Sample }
  | { kind: 'counts'; a: number[]; b: number[] }
  | { kind: 'shares'; a: WeekShares; b: WeekShares };

export interface Measure {
  /** As the contract has it: `stage[Review]`. */
  metric: string;
  unit: MetricComparison['unit'];
  better: MetricComparison['better'];
  /** What it counts, one and several: `finished item`, `finished items`. */
  nouns: readonly [string, string];
  measured: Measured;
}

const FINISHED = ['finished item', 'finished items'] as const;
const CHARGED = ['item with charged hours', 'items with charged hours'] as const;
/** Of those that have a cycle time, or a lead time. */
const WITH_START = ['finished item with a known start', 'finished items with a known start'] as const;
const WITH_CREATION = ['finished item with a known creation', 'finished items with a known creation'] as const;

type Headline = Exclude<ComparedMetric['id'], 'stage'>;

const SHARES: Readonly<
  Record<
    Exclude<Headline, 'cycleTime' | 'leadTime' | 'throughput'>,
    { of: (input: MetricInput) => WeekShares; better: Measure['better']; nouns: Measure['nouns'] }
  >
> = {
  flowEfficiency: { of: activeShares, better: 'higher', nouns: FINISHED },
  sentBackShare: { of: sentBackShares, better: 'lower', nouns: FINISHED },
  blockedShare: { of: blockedShares, better: 'lower', nouns: FINISHED },
  wastedShare: { of: wastedShares, better: 'lower', nouns: CHARGED },
};

/**
 * Takes a metric of both sides.
 * @throws PitwallError `unknown-stage` if neither side has the stage
 */
export function measureOf({ a, b }: Sides, metric: ComparedMetric): Measure {
  switch (metric.id) {
    case 'cycleTime':
    case 'leadTime': {
      const of = metric.id === 'cycleTime' ? cycleTimes : leadTimes;
      const measured: Measured = { kind: 'durations', a: of(a.input), b: of(b.input) };
      const nouns = metric.id === 'cycleTime' ? WITH_START : WITH_CREATION;
      return { metric: metric.id, unit: 'days', better: 'lower', nouns, measured };
    }
    case 'throughput': {
      const measured: Measured = { kind: 'counts', a: finishedByPeriod(a.input), b: finishedByPeriod(b.input) };
      const nouns = [`complete ${a.input.unit}`, `complete ${a.input.unit}s`] as const;
      return { metric: metric.id, unit: 'per period', better: 'higher', nouns, measured };
    }
    case 'stage':
      return stageMeasure({ a, b }, metric.stage);
    default: {
      const { better, nouns, of } = SHARES[metric.id];
      const measured: Measured = { kind: 'shares', a: of(a.input), b: of(b.input) };
      return { metric: metric.id, unit: 'share', better, nouns, measured };
    }
  }
}

function stageMeasure({ a, b }: Pick<Sides, 'a' | 'b'>, name: string): Measure {
  const place = ({ input: { workflow } }: Sides['a']) =>
    workflow.stages.findIndex((stage) => statusKey(stage.name) === statusKey(name));
  const owner = place(a) === -1 ? b : a;
  const stage = owner.input.workflow.stages[stageNamed(owner.input.workflow, name, '--metric')]?.name as string;
  const times = (side: Sides['a']): Sample =>
    place(side) === -1 ? { values: [], weeks: [] } : stageTimes(side.input, place(side));
  // The key of a metric is a word of the contract's own, but the name of a stage may be somebody's.
  const shown = owner.dataset.gate?.text(stage) ?? stage;
  const measured: Measured = { kind: 'durations', a: times(a), b: times(b) };
  return {
    metric: `stage[${shown}]`,
    unit: 'days',
    better: 'lower',
    nouns: [`visit to ${shown}`, `visits to ${shown}`],
    measured,
  };
}
