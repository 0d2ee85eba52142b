import { adherence } from './measures/adherence/adherence.ts';
import { age } from './measures/age/age.ts';
import { blocked } from './measures/blocked/blocked.ts';
import { bottleneck } from './measures/bottleneck/bottleneck.ts';
import { cumulativeFlow } from './measures/cumulative-flow/cumulative-flow.ts';
import { cycleTime } from './measures/cycle-time/cycle-time.ts';
import { distribution } from './measures/distribution/distribution.ts';
import { flowEfficiency } from './measures/flow-efficiency/flow-efficiency.ts';
import { handoffs } from './measures/handoffs/handoffs.ts';
import { items } from './measures/items/items.ts';
import { leadTime } from './measures/lead-time/lead-time.ts';
import { littlesLaw } from './measures/littles-law/littles-law.ts';
import { opportunities } from './measures/opportunities/opportunities.ts';
import { reviewYield } from './measures/review-yield/review-yield.ts';
import { rework } from './measures/rework/rework.ts';
import { stages } from './measures/stages/stages.ts';
import { throughput } from './measures/throughput/throughput.ts';
import { valueStream } from './measures/value-stream/value-stream.ts';
import { waste } from './measures/waste/waste.ts';
import { wip } from './measures/wip/wip.ts';
import { wipLimits } from './measures/wip-limits/wip-limits.ts';
import type { Metric, MetricId } from './metric.ts';

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
