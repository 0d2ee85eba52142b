import type { Views } from '../../src/document/views.ts';
import { adherenceView } from '../../src/metrics/view/adherence.ts';
import { ageView } from '../../src/metrics/view/age.ts';
import { blockedView } from '../../src/metrics/view/blocked.ts';
import { bottleneckView } from '../../src/metrics/view/bottleneck.ts';
import { cumulativeFlowView } from '../../src/metrics/view/cumulative-flow.ts';
import { cycleTimeView } from '../../src/metrics/view/cycle-time.ts';
import { flowDistributionView } from '../../src/metrics/view/distribution.ts';
import { flowEfficiencyView } from '../../src/metrics/view/flow-efficiency.ts';
import { handoffsView } from '../../src/metrics/view/handoffs.ts';
import { itemsView } from '../../src/metrics/view/items.ts';
import { leadTimeView } from '../../src/metrics/view/lead-time.ts';
import { littlesLawView } from '../../src/metrics/view/littles-law.ts';
import { opportunitiesView } from '../../src/metrics/view/opportunities.ts';
import { reviewYieldView } from '../../src/metrics/view/review-yield.ts';
import { reworkView } from '../../src/metrics/view/rework.ts';
import { stagesView } from '../../src/metrics/view/stages.ts';
import { throughputView } from '../../src/metrics/view/throughput.ts';
import { valueStreamView } from '../../src/metrics/view/value-stream.ts';
import { wasteView } from '../../src/metrics/view/waste.ts';
import { wipView } from '../../src/metrics/view/wip.ts';
import { wipLimitsView } from '../../src/metrics/view/wip-limits.ts';

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
