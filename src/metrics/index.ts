import { COMMAND_ONLY } from '../contract/command-only.ts';
import { cumulativeFlow } from './measures/flow/cumulative-flow/cumulative-flow.ts';
import { distribution } from './measures/flow/distribution/distribution.ts';
import { items } from './measures/flow/items/items.ts';
import { littlesLaw } from './measures/flow/littles-law/littles-law.ts';
import { throughput } from './measures/flow/throughput/throughput.ts';
import { wip } from './measures/flow/wip/wip.ts';
import { wipLimits } from './measures/flow/wip-limits/wip-limits.ts';
import { blocked } from './measures/loss/blocked/blocked.ts';
import { handoffs } from './measures/loss/handoffs/handoffs.ts';
import { opportunities } from './measures/loss/opportunities/opportunities.ts';
import { rework } from './measures/loss/rework/rework.ts';
import { waste } from './measures/loss/waste/waste.ts';
import { age } from './measures/time/age/age.ts';
import { cycleTime } from './measures/time/cycle-time/cycle-time.ts';
import { flowEfficiency } from './measures/time/flow-efficiency/flow-efficiency.ts';
import { leadTime } from './measures/time/lead-time/lead-time.ts';
import { risk } from './measures/time/risk/risk.ts';
import { adherence } from './measures/workflow/adherence/adherence.ts';
import { bottleneck } from './measures/workflow/bottleneck/bottleneck.ts';
import { reviewYield } from './measures/workflow/review-yield/review-yield.ts';
import { stages } from './measures/workflow/stages/stages.ts';
import { valueStream } from './measures/workflow/value-stream/value-stream.ts';
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
  risk,
};

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

const commandOnly: ReadonlySet<MetricId> = new Set(COMMAND_ONLY);

/** The metrics that a report computes. */
export const REPORT_METRIC_IDS: readonly MetricId[] = METRIC_IDS.filter((id) => !commandOnly.has(id));

/** The metrics with key figures, in the order in which they are read: how long, how much, how well. */
export const KEY_FIGURE_IDS: readonly MetricId[] = METRIC_IDS.filter((id) => METRICS[id].keyFigure !== undefined).sort(
  (a, b) => (METRICS[a].keyFigure ?? 0) - (METRICS[b].keyFigure ?? 0),
);
