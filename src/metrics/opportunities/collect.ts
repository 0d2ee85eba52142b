import type { Opportunity } from '../../contract/opportunities.ts';
import { DROPPED } from '../../model/item-facts.ts';
import { ACTIVE } from '../../model/stage-columns.ts';
import { within } from '../../model/window.ts';
import { eachCameFrom } from '../derive/came-from.ts';
import { isCheckByName } from '../derive/check-names.ts';
import { leftOutReason, livesInWindow } from '../derive/cost/charged-items.ts';
import { chargedLabour, hoursOf, rateOf } from '../derive/cost/charged-labour.ts';
import { delayTimeOf } from '../derive/cost/delay-time.ts';
import { eachDelay } from '../derive/cost/delays.ts';
import { eachPricedHandoff, handoffHoursOf } from '../derive/cost/priced-handoffs.ts';
import { BACKWARD, eachStay, FORWARD } from '../derive/stays.ts';
import type { MetricInput } from '../metric-input.ts';
import { Candidate } from './candidate.ts';

/** How often the stays in a stage went on and back, within the window. */
interface Passes {
  forward: number;
  backward: number;
}

export interface Collected {
  candidates: Candidate[];
  passes: readonly Passes[];
  /** All labour and all delay of the window, of which a candidate is a share. */
  hours: number;
  days: number;
}

/**
 * Everything that could be fixed. No hour and no day is in two candidates: charged hours of dropped items are abandoned,
 * other hours of rework visits belong to the stage that sent the item back, and what is left of a checking stage to the
 * check; days belong to the stage waited in, or to the flag.
 */
export function collect(input: MetricInput): Collected {
  const { facts, kinds, reviews, rework, selection, timelines, window, workflow } = input;
  /** By kind, then by stage; those of no stage first. */
  const candidates = new Map<Opportunity['kind'], (Candidate | undefined)[]>();
  const checks = workflow.stages.map(
    ({ name }, stage) => kinds[stage] === ACTIVE && (reviews === null ? isCheckByName(name) : reviews.includes(stage)),
  );
  const handoffsCost = handoffHoursOf(input) > 0;
  const needsPasses = workflow.inferred || checks.includes(true);
  const passes = workflow.stages.map(() => ({ forward: 0, backward: 0 }));
  const labour = chargedLabour(input);
  const delay = delayTimeOf(input);
  const bounds = window.from < window.to ? Float64Array.of(window.from, window.to) : new Float64Array(0);
  /** Used again for each item. */
  let scratch = new Int32Array(64);
  let allHours = 0;
  let allDays = 0;
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (!livesInWindow(input, item) || leftOutReason(input, item) !== null) continue;
    const dropped = facts.outcome[item] === DROPPED;
    const cameFrom = dropped ? null : returnsOf(item);
    addCharges(item, cameFrom);
    if (facts.startVisit[item] !== -1) {
      if (handoffsCost)
        eachPricedHandoff(input, labour, item, (_at, _visit, hours, cost) => {
          allHours += hours;
          const handoffs = candidate('handoffs', -1);
          handoffs.times++;
          handoffs.add(item, hours, cost / hours);
        });
      if (!dropped) addDelays(item);
    }
    if (needsPasses) {
      eachStay(timelines, kinds, item, (stage, end, exit) => {
        if (!within(window, end)) return;
        if (exit === FORWARD) (passes[stage] as Passes).forward++;
        else if (exit === BACKWARD) (passes[stage] as Passes).backward++;
      });
    }
  }
  const all = [...candidates.values()].flat().filter((one) => one !== undefined);
  return { candidates: all, passes, hours: allHours, days: allDays };

  function candidate(kind: Opportunity['kind'], stage: number): Candidate {
    let ofKind = candidates.get(kind);
    if (ofKind === undefined) {
      ofKind = [];
      candidates.set(kind, ofKind);
    }
    let found = ofKind[stage + 1];
    if (found === undefined) {
      found = new Candidate(kind, stage);
      ofKind[stage + 1] = found;
    }
    return found;
  }

  /** Counts the item's moves back; for each of its visits the stage that it last came back from, −1: none. */
  function returnsOf(item: number): Int32Array {
    const first = timelines.offsets[item] as number;
    const end = facts.endVisit[item] as number;
    if (scratch.length < end - first) scratch = new Int32Array(2 * (end - first));
    eachCameFrom(timelines, kinds, item, end, (visit, stage, isReturn) => {
      scratch[visit - first] = stage;
      const at = timelines.start[visit] as number;
      if (isReturn && at > (facts.started[item] as number) && within(window, at)) candidate('rework', stage).times++;
    });
    return scratch;
  }

  /** @param cameFrom null: the item is dropped */
  function addCharges(item: number, cameFrom: Int32Array | null): void {
    const first = timelines.offsets[item] as number;
    const end = labour.charges.offsets[item + 1] as number;
    for (let charge = labour.charges.offsets[item] as number; charge < end; charge++) {
      const visit = labour.charges.visit[charge] as number;
      const stage = timelines.stage[visit] as number;
      const hours = hoursOf(labour, charge);
      allHours += hours;
      if (cameFrom !== null && rework[visit] !== 1 && !checks[stage]) continue;
      const rate = rateOf(labour, input, charge);
      if (cameFrom === null) candidate('abandoned', -1).add(item, hours, rate);
      else if (rework[visit] === 1) candidate('rework', cameFrom[visit - first] as number).add(item, hours, rate);
      else candidate('review', stage).add(item, hours, rate);
    }
  }

  function addDelays(item: number): void {
    const rate = labour.rates.delay(input.typeOf(item));
    eachDelay(input, delay, bounds, item, (visit, _month, waiting, blocked) => {
      allDays += waiting + blocked;
      if (waiting > 0) {
        const wait = candidate('wait', timelines.stage[visit] as number);
        wait.add(item, waiting, rate);
        wait.visitDays.push(waiting);
      }
      if (blocked > 0) candidate('blocked', -1).add(item, blocked, rate);
    });
  }
}
