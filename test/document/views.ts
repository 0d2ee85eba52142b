import type { Views } from '../../src/document/views.ts';
import { adherenceView } from '../../src/metrics/measures/adherence/adherence-view.ts';
import { ageView } from '../../src/metrics/measures/age/age-view.ts';
import { blockedView } from '../../src/metrics/measures/blocked/blocked-view.ts';
import { bottleneckView } from '../../src/metrics/measures/bottleneck/bottleneck-view.ts';
import { cumulativeFlowView } from '../../src/metrics/measures/cumulative-flow/cumulative-flow-view.ts';
import { cycleTimeView } from '../../src/metrics/measures/cycle-time/cycle-time-view.ts';
import { flowDistributionView } from '../../src/metrics/measures/distribution/distribution-view.ts';
import { flowEfficiencyView } from '../../src/metrics/measures/flow-efficiency/flow-efficiency-view.ts';
import { handoffsView } from '../../src/metrics/measures/handoffs/handoffs-view.ts';
import { itemsView } from '../../src/metrics/measures/items/items-view.ts';
import { leadTimeView } from '../../src/metrics/measures/lead-time/lead-time-view.ts';
import { littlesLawView } from '../../src/metrics/measures/littles-law/littles-law-view.ts';
import { opportunitiesView } from '../../src/metrics/measures/opportunities/opportunities-view.ts';
import { reviewYieldView } from '../../src/metrics/measures/review-yield/review-yield-view.ts';
import { reworkView } from '../../src/metrics/measures/rework/rework-view.ts';
import { stagesView } from '../../src/metrics/measures/stages/stages-view.ts';
import { throughputView } from '../../src/metrics/measures/throughput/throughput-view.ts';
import { valueStreamView } from '../../src/metrics/measures/value-stream/value-stream-view.ts';
import { wasteView } from '../../src/metrics/measures/waste/waste-view.ts';
import { wipView } from '../../src/metrics/measures/wip/wip-view.ts';
import { wipLimitsView } from '../../src/metrics/measures/wip-limits/wip-limits-view.ts';

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
