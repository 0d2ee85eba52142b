import { adherence } from './adherence.ts';
import { age } from './age.ts';
import { blocked } from './blocked.ts';
import { bottleneck } from './bottleneck.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { cycleTime } from './cycle-time.ts';
import { distribution } from './distribution.ts';
import { flowEfficiency } from './flow-efficiency.ts';
import { handoffs } from './handoffs.ts';
import { items } from './items.ts';
import { leadTime } from './lead-time.ts';
import { littlesLaw } from './littles-law.ts';
import type { Metric, MetricId } from './metric.ts';
import { opportunities } from './opportunities.ts';
import { reviewYield } from './review-yield.ts';
import { rework } from './rework.ts';
import { stages } from './stages.ts';
import { throughput } from './throughput.ts';
import { valueStream } from './value-stream.ts';
import { waste } from './waste.ts';
import { wip } from './wip.ts';
import { wipLimits } from './wip-limits.ts';

/** Every metric, by its key in the JSON contract, in the order of the report. */
export const METRICS: { readonly [Id in MetricId]: Metric<Id> } = {
  items,
  cycleTime,
  leadTime,
  age,
  flowEfficiency,
  throughput,
  wip,
  littlesLaw,
  stages,
  rework,
  handoffs,
  waste,
  opportunities,
  valueStream,
  bottleneck,
  reviewYield,
  wipLimits,
  adherence,
  blocked,
  distribution,
  cumulativeFlow,
};

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** Nothing in brief, or (the value stream) what stages tell in brief already: the report would take longer and say no more. */
const LEFT_TO_THEIR_COMMANDS: ReadonlySet<MetricId> = new Set(['cumulativeFlow', 'valueStream']);

/** The metrics that a report computes. */
export const REPORT_METRIC_IDS: readonly MetricId[] = METRIC_IDS.filter((id) => !LEFT_TO_THEIR_COMMANDS.has(id));
