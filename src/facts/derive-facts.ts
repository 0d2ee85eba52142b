import { DROPPED, FINISHED, IN_PROGRESS, type ItemFacts, NOT_STARTED } from '../model/item-facts.ts';
import type { PeopleSets } from '../model/people/people-sets.ts';
import { DONE, DROPPED_STAGE, kindCodes, TODO } from '../model/stage-columns.ts';
import type { Duration } from '../model/time/duration.ts';
import type { Timelines } from '../model/timelines.ts';
import type { Workflow } from '../model/workflow.ts';
import { HandoffReader } from './handoff-reader.ts';
import { MoveReader } from './moves.ts';
import { type EndRule, endOf } from './outcome.ts';
import { type StartRule, startOf } from './start.ts';
import { divideTime } from './time-parts.ts';

/** What decides an item's facts besides its timeline. */
export interface FactRules extends StartRule, EndRule {
  excludePaused: boolean;
  /** True for an item that counts as dropped once it is finished. */
  droppedWhenFinished: (item: number) => boolean;
  /** Points of each item; NaN: none. */
  points: Float64Array;
}

/** The facts, with what was found about each visit on the way. */
export interface Derived {
  facts: ItemFacts;
  /** 1 for each visit that entered its stage by a backward move: strictly between the item's start and end. */
  backward: Uint8Array;
  /** 1 for each visit that is rework. */
  rework: Uint8Array;
}

/** Derives every item's facts from its timeline, as of an instant. */
export function deriveFacts(
  timelines: Timelines,
  workflow: Workflow,
  duration: Duration,
  people: PeopleSets,
  asOf: number,
  rules: FactRules,
): Derived {
  const kinds = kindCodes(workflow);
  const facts = emptyFacts(timelines, rules.points);
  const moves = new MoveReader(timelines, kinds);
  const handoffs = new HandoffReader(timelines, people);
  for (let item = 0; item < timelines.count; item++) {
    const first = timelines.offsets[item] as number;
    const last = timelines.offsets[item + 1] as number;
    const end = endOf(timelines.stage, first, last, kinds, rules);
    settleOutcome(item, first, end);
    const reopened = moves.read(item, end.outcome === FINISHED ? end.visit : last);
    facts.reopened[item] = end.outcome === FINISHED && reopened ? 1 : 0;
    if ((facts.startVisit[item] as number) !== -1) measureClock(item, end.visit);
    settleBackward(item, first, last);
    const ended = facts.ended[item] as number;
    if (facts.outcome[item] === FINISHED && !Number.isNaN(ended)) {
      facts.leadTimeDays[item] = duration.spanDays(facts.created[item] as number, ended, 0);
    }
  }
  return { facts, backward: moves.backward, rework: moves.rework };

  function settleOutcome(item: number, first: number, end: { outcome: number; visit: number }): void {
    const cut = timelines.cutBefore[item] as number;
    const sure = { todo: false };
    const start = startOf(timelines.stage, first, end.visit, kinds, rules, sure);
    // A log that is cut may begin with what an item was in by then: since when is not known.
    const cutStart = !Number.isNaN(cut) && !((timelines.created[item] as number) >= cut);
    const unknownStart = cutStart && !sure.todo;
    let outcome = end.outcome === IN_PROGRESS && start === -1 ? NOT_STARTED : end.outcome;
    if (outcome === FINISHED && rules.droppedWhenFinished(item)) outcome = DROPPED;
    facts.endVisit[item] = end.visit;
    const endStart = end.outcome === IN_PROGRESS ? Number.NaN : (timelines.start[end.visit] as number);
    if (!(endStart < cut)) facts.ended[item] = endStart;
    if (unknownStart) facts.startUnknown[item] = start !== -1 || end.outcome !== IN_PROGRESS ? 1 : 0;
    else if (start !== -1) {
      facts.startVisit[item] = start;
      facts.started[item] = timelines.start[start] as number;
    }
    if (timelines.milestones[item] === 1) {
      facts.partsUnknown[item] = 1;
      if (end.outcome === IN_PROGRESS) outcome = outcomeOfSnapshot(item, outcome);
      if (outcome >= FINISHED && timelines.startTold[item] === 0) facts.startUnknown[item] = 1;
    }
    facts.outcome[item] = outcome;
  }

  /** Milestone dates are silent about an item that is over or under way only by its status of today. */
  function outcomeOfSnapshot(item: number, outcome: number): number {
    const stage = timelines.snapshotStage[item] as number;
    if (stage === -1) return outcome;
    const kind = kinds[stage] as number;
    if (kind === DONE) return rules.droppedWhenFinished(item) ? DROPPED : FINISHED;
    if (kind === DROPPED_STAGE) return DROPPED;
    if (kind === TODO || outcome === IN_PROGRESS) return outcome;
    facts.startUnknown[item] = 1;
    return IN_PROGRESS;
  }

  function measureClock(item: number, endVisit: number): void {
    const started = facts.started[item] as number;
    const over = facts.outcome[item] === FINISHED || facts.outcome[item] === DROPPED;
    const until = over ? (facts.ended[item] as number) : asOf;
    // Over, but nobody knows since when: the clock cannot be read.
    if (Number.isNaN(until)) return;
    const first = facts.startVisit[item] as number;
    divideTime(timelines, kinds, duration, item, first, endVisit, until, moves.rework, facts);
    const days = duration.spanDays(started, until, rules.excludePaused ? (facts.pausedMs[item] as number) : 0);
    if (facts.outcome[item] === FINISHED) facts.cycleTimeDays[item] = days;
    if (facts.outcome[item] === IN_PROGRESS) facts.ageDays[item] = days;
    if (timelines.peopleKnown[item] === 1) {
      facts.handoffs[item] = handoffs.read(item, started, until);
    }
  }

  /** Of the moves backward, those between start and end count; the others are unmarked. */
  function settleBackward(item: number, first: number, last: number): void {
    const started = facts.started[item] as number;
    const ended = facts.ended[item] as number;
    const isOver = (facts.outcome[item] as number) >= FINISHED;
    for (let visit = first; visit < last; visit++) {
      if (moves.backward[visit] === 0) continue;
      const at = timelines.start[visit] as number;
      if (at > started && (isOver ? at < ended : at < asOf)) facts.backwardMoves[item]!++;
      else moves.backward[visit] = 0;
    }
  }
}

function emptyFacts(timelines: Timelines, points: Float64Array): ItemFacts {
  const { count } = timelines;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  return {
    count,
    outcome: new Uint8Array(count),
    created: timelines.created,
    started: unknown(),
    ended: unknown(),
    startUnknown: new Uint8Array(count),
    partsUnknown: new Uint8Array(count),
    startVisit: new Int32Array(count).fill(-1),
    endVisit: new Int32Array(count),
    activeMs: new Float64Array(count),
    waitingMs: new Float64Array(count),
    blockedMs: new Float64Array(count),
    pausedMs: new Float64Array(count),
    reworkMs: new Float64Array(count),
    backwardMoves: new Int32Array(count),
    handoffs: new Int32Array(count).fill(-1),
    reopened: new Uint8Array(count),
    leadTimeDays: unknown(),
    cycleTimeDays: unknown(),
    ageDays: unknown(),
    points,
  };
}
