import { distribution, sample } from './distribution.ts';
import { factsOf } from './facts.ts';
import { adherenceMetric } from './metrics/adherence-metric.ts';
import { bottleneckMetric } from './metrics/bottleneck-metric.ts';
import { cumulativeFlowMetric } from './metrics/cumulative-flow-metric.ts';
import { cycleTimeMetric } from './metrics/cycle-time-metric.ts';
import { flowEfficiencyMetric } from './metrics/flow-efficiency-metric.ts';
import { handoffsMetric } from './metrics/handoffs-metric.ts';
import { itemsMetric } from './metrics/items-metric.ts';
import { littlesLawMetric } from './metrics/littles-law-metric.ts';
import { opportunitiesMetric } from './metrics/opportunities-metric.ts';
import { reviewYieldMetric } from './metrics/review-yield-metric.ts';
import { reworkMetric } from './metrics/rework-metric.ts';
import { riskMetric } from './metrics/risk-metric.ts';
import { stagesMetric } from './metrics/stages-metric.ts';
import { throughputMetric } from './metrics/throughput-metric.ts';
import { valueStreamMetric } from './metrics/value-stream-metric.ts';
import { wasteMetric } from './metrics/waste-metric.ts';
import { wipLimitsMetric } from './metrics/wip-limits-metric.ts';
import { wipMetric } from './metrics/wip-metric.ts';
import { latestInstant, normalize } from './normalize.ts';
import { finishedIn, inProgress } from './populations.ts';
import { type Clock, clockFor } from './time/clock.ts';
import { type Window, windowOf } from './time/window.ts';
import type { Facts, ReferenceRow, ReferenceSettings, ReferenceToday } from './types.ts';

/**
 * A second, slow and plain reading of the definitions, written apart from the engine, to compare the engine with.
 * The answer has the names of the JSON contract.
 */

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function itemFacts(facts: Facts) {
  const { timeline, outcome, started, open, end, handoffs } = facts;
  return {
    id: timeline.id,
    outcome,
    created: Number.isNaN(timeline.created) ? null : iso(timeline.created),
    started: started === null ? null : iso(started),
    /** The finish or the drop. */
    ended: open || Number.isNaN(end) ? null : iso(end),
    finished: outcome === 'finished' && !Number.isNaN(end) ? iso(end) : null,
    dropped: outcome === 'dropped' && !Number.isNaN(end) ? iso(end) : null,
    cycleTimeDays: facts.cycleTimeDays,
    leadTimeDays: facts.leadTimeDays,
    ageDays: facts.ageDays,
    activeDays: facts.activeDays,
    waitingDays: facts.waitingDays,
    blockedDays: facts.blockedDays,
    pausedDays: facts.pausedDays,
    backwardMoves: facts.backwardMoves,
    reworkDays: facts.reworkDays,
    handoffs: handoffs === null ? null : handoffs.length,
    fields: timeline.fields,
  };
}

export function factsAndWindow(rows: ReferenceRow[], settings: ReferenceSettings, list: ReferenceToday[]) {
  const latest = latestInstant(rows, list, settings.workflow);
  const asOf = settings.asOf ?? latest;
  const { stages, timelines, findings } = normalize(rows, settings, asOf, list);
  const first = timelines
    .map(({ created }) => created)
    .filter((created) => !Number.isNaN(created))
    .reduce((earliest, created) => Math.min(earliest, created), asOf);
  const clock = clockFor(settings, { start: first, end: asOf + 1 });
  const facts = timelines.map((timeline) => factsOf(timeline, stages, settings, asOf, clock, latest));
  const window = windowOf(facts, settings, asOf);
  return { asOf, stages, timelines, findings, clock, facts, window };
}

function distributions(facts: Facts[], window: Window, settings: ReferenceSettings, clock: Clock) {
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  return {
    cycleTime: cycleTimeMetric(facts, window, settings, clock),
    leadTime: sample(known(finishedIn(facts, window).map(({ leadTimeDays }) => leadTimeDays)), settings.percentiles),
    age: distribution(known(inProgress(facts).map(({ ageDays }) => ageDays)), settings.percentiles),
  };
}

/** What statuses of today have a say in, of a log and a list of items beside it. */
export function referenceToday(rows: ReferenceRow[], settings: ReferenceSettings, list: ReferenceToday[]) {
  const { asOf, stages, findings, clock, facts, window } = factsAndWindow(rows, settings, list);
  return {
    asOf: iso(asOf),
    window: { from: iso(window.from), to: iso(window.to) },
    items: itemsMetric(facts, window),
    ...distributions(facts, window, settings, clock),
    throughput: throughputMetric(facts, window, settings),
    wip: wipMetric(facts, window, stages, settings),
    cumulativeFlow: cumulativeFlowMetric(facts, window, stages, settings),
    littlesLaw: littlesLawMetric(facts, window),
    perItem: facts.filter(({ outcomeUnknown }) => !outcomeUnknown).map(itemFacts),
    findings,
  };
}

export function referenceAnalyze(rows: ReferenceRow[], settings: ReferenceSettings) {
  const { asOf, stages, timelines, findings, clock, facts, window } = factsAndWindow(rows, settings, []);
  return {
    asOf: iso(asOf),
    timeZone: settings.timeZone,
    basis: settings.basis,
    window: { from: iso(window.from), to: iso(window.to) },
    items: itemsMetric(facts, window),
    ...distributions(facts, window, settings, clock),
    flowEfficiency: flowEfficiencyMetric(facts, window, settings),
    throughput: throughputMetric(facts, window, settings),
    wip: wipMetric(facts, window, stages, settings),
    cumulativeFlow: cumulativeFlowMetric(facts, window, stages, settings),
    littlesLaw: littlesLawMetric(facts, window),
    stages: stagesMetric(facts, window, stages, settings, clock),
    rework: reworkMetric(facts, window),
    handoffs: handoffsMetric(facts, window, timelines),
    waste: wasteMetric(facts, window, stages, settings, clock),
    opportunities: opportunitiesMetric(facts, window, stages, settings, clock),
    valueStream: valueStreamMetric(facts, window, stages, settings, clock),
    bottleneck: bottleneckMetric(facts, window, stages, settings, clock),
    reviewYield: reviewYieldMetric(facts, window, stages, settings, clock),
    wipLimits: wipLimitsMetric(facts, window, stages, settings, clock),
    adherence: adherenceMetric(facts, window, stages, settings, clock),
    risk: riskMetric(facts, window, stages, settings, clock),
    perItem: facts.filter(({ outcomeUnknown }) => !outcomeUnknown).map(itemFacts),
    findings,
  };
}
