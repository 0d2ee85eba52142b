import type { Views } from '../../src/document/views.ts';
import { cumulativeFlowView } from '../../src/metrics/measures/flow/cumulative-flow/cumulative-flow-view.ts';
import { flowDistributionView } from '../../src/metrics/measures/flow/distribution/distribution-view.ts';
import { itemsView } from '../../src/metrics/measures/flow/items/items-view.ts';
import { littlesLawView } from '../../src/metrics/measures/flow/littles-law/littles-law-view.ts';
import { throughputView } from '../../src/metrics/measures/flow/throughput/throughput-view.ts';
import { wipView } from '../../src/metrics/measures/flow/wip/wip-view.ts';
import { wipLimitsView } from '../../src/metrics/measures/flow/wip-limits/wip-limits-view.ts';
import { blockedView } from '../../src/metrics/measures/loss/blocked/blocked-view.ts';
import { handoffsView } from '../../src/metrics/measures/loss/handoffs/handoffs-view.ts';
import { opportunitiesView } from '../../src/metrics/measures/loss/opportunities/opportunities-view.ts';
import { reworkView } from '../../src/metrics/measures/loss/rework/rework-view.ts';
import { wasteView } from '../../src/metrics/measures/loss/waste/waste-view.ts';
import { ageView } from '../../src/metrics/measures/time/age/age-view.ts';
import { cycleTimeView } from '../../src/metrics/measures/time/cycle-time/cycle-time-view.ts';
import { flowEfficiencyView } from '../../src/metrics/measures/time/flow-efficiency/flow-efficiency-view.ts';
import { leadTimeView } from '../../src/metrics/measures/time/lead-time/lead-time-view.ts';
import { adherenceView } from '../../src/metrics/measures/workflow/adherence/adherence-view.ts';
import { bottleneckView } from '../../src/metrics/measures/workflow/bottleneck/bottleneck-view.ts';
import { reviewYieldView } from '../../src/metrics/measures/workflow/review-yield/review-yield-view.ts';
import { stagesView } from '../../src/metrics/measures/workflow/stages/stages-view.ts';
import { valueStreamView } from '../../src/metrics/measures/workflow/value-stream/value-stream-view.ts';

/** The views as the registry of metrics gives them. */
export const views: Views = {
  items: itemsView,
  cycleTime: cycleTimeView,
  leadTime: leadTimeView,
  age: ageView,
  flowEfficiency: flowEfficiencyView,
  throughput: throughputView,
  wip: wipView,
  cumulativeFlow: cumulativeFlowView,
  littlesLaw: littlesLawView,
  stages: stagesView,
  rework: reworkView,
  handoffs: handoffsView,
  waste: wasteView,
  opportunities: opportunitiesView,
  valueStream: valueStreamView,
  bottleneck: bottleneckView,
  reviewYield: reviewYieldView,
  wipLimits: wipLimitsView,
  adherence: adherenceView,
  blocked: blockedView,
  distribution: flowDistributionView,
};
