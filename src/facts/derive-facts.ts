import { DROPPED, FINISHED, IN_PROGRESS, type ItemFacts, NOT_STARTED } from '../model/item-facts.ts';
import type { PeopleSets } from '../model/people/people-sets.ts';
import type { Duration } from '../model/time/duration.ts';
import type { Timelines } from '../model/timelines.ts';
import { kindCodes } from '../model/workflow/stage-columns.ts';
import type { Workflow } from '../model/workflow/workflow.ts';
import { HandoffReader } from './handoff-reader.ts';
import { MoveReader } from './moves.ts';
import { type End, type EndRule, endOf } from './outcome.ts';
import { PathReader } from './path-reader.ts';
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
  const writer = new FactWriter(timelines, kindCodes(workflow), duration, people, asOf, rules);
  for (let item = 0; item < timelines.count; item++) writer.write(item);
  const { backward, rework } = writer.moves;
  return { facts: writer.facts, backward, rework };
}

/** Writes the facts of one item after another. */
class FactWriter {
  readonly facts: ItemFacts;
  readonly moves: MoveReader;
  readonly #timelines: Timelines;
  readonly #kinds: Uint8Array;
  readonly #duration: Duration;
  readonly #handoffs: HandoffReader;
  readonly #asOf: number;
  readonly #rules: FactRules;
  readonly #paths: PathReader;

  constructor(
    timelines: Timelines,
    kinds: Uint8Array,
    duration: Duration,
    people: PeopleSets,
    asOf: number,
    rules: FactRules,
  ) {
    this.facts = emptyFacts(timelines, rules.points);
    this.moves = new MoveReader(timelines, kinds);
    this.#handoffs = new HandoffReader(timelines, people);
    this.#timelines = timelines;
    this.#kinds = kinds;
    this.#duration = duration;
    this.#asOf = asOf;
    this.#rules = rules;
    this.#paths = new PathReader(timelines);
  }

  write(item: number): void {
    const { facts } = this;
    const first = this.#timelines.offsets[item] as number;
    const last = this.#timelines.offsets[item + 1] as number;
    const end = this.#writeOutcome(item, first, last);
    const reopened = this.moves.read(item, end.outcome === FINISHED ? end.visit : last);
    facts.reopened[item] = end.outcome === FINISHED && reopened ? 1 : 0;
    if ((facts.startVisit[item] as number) !== -1) this.#writeClock(item, end.visit);
    this.#writeBackward(item, first, last);
    const ended = facts.ended[item] as number;
    if (facts.outcome[item] === FINISHED && !Number.isNaN(ended)) {
      facts.leadTimeDays[item] = this.#duration.spanDays(facts.created[item] as number, ended, 0);
    }
  }

  /** Writes when an item started and ended, and what became of it. */
  #writeOutcome(item: number, first: number, last: number): End {
    const { facts } = this;
    const timelines = this.#timelines;
    const cut = timelines.cutBefore[item] as number;
    const sure = { todo: false };
    const path = this.#paths.of(item);
    const reached = endOf(path.stage, path.first, path.last, this.#kinds, this.#rules);
    const begun = startOf(path.stage, path.first, reached.visit, this.#kinds, this.#rules, sure);
    const start = begun === -1 ? -1 : begun - path.first + first;
    // What only today's status says comes after the last visit.
    const end: End = { outcome: reached.outcome, visit: Math.min(last, reached.visit - path.first + first) };
    // A cut log may begin in the stage that an item was in already: since when is not known.
    const cutStart = !Number.isNaN(cut) && !((timelines.created[item] as number) >= cut);
    let outcome = end.outcome === IN_PROGRESS && start === -1 ? NOT_STARTED : end.outcome;
    if (outcome === FINISHED && this.#rules.droppedWhenFinished(item)) outcome = DROPPED;
    facts.endVisit[item] = end.visit;
    const endStart =
      end.outcome === IN_PROGRESS || end.visit === last ? Number.NaN : (timelines.start[end.visit] as number);
    if (!(endStart < cut)) facts.ended[item] = endStart;
    if (cutStart && !sure.todo) facts.startUnknown[item] = start !== -1 || end.outcome !== IN_PROGRESS ? 1 : 0;
    else if (start === last) facts.startUnknown[item] = 1;
    else if (start !== -1) {
      facts.startVisit[item] = start;
      facts.started[item] = timelines.start[start] as number;
    }
    facts.outcome[item] = outcome;
    if (outcome >= FINISHED && end.visit === last) this.#noteUndated(item);
    if (timelines.milestones[item] === 1) this.#noteMilestones(item);
    return end;
  }

  /** Nobody knows when its last visit ended, nor, before today, whether it had ended by then. */
  #noteUndated(item: number): void {
    this.facts.partsUnknown[item] = 1;
    this.facts.outcomeUnknown[item] = this.#timelines.overLater[item] as number;
  }

  /** Milestone dates say nothing of the time between them, and may lack the start. */
  #noteMilestones(item: number): void {
    this.facts.partsUnknown[item] = 1;
    const isOver = (this.facts.outcome[item] as number) >= FINISHED;
    if (isOver && this.#timelines.startKnown[item] === 0) this.facts.startUnknown[item] = 1;
  }

  #writeClock(item: number, endVisit: number): void {
    const { facts } = this;
    const started = facts.started[item] as number;
    const over = facts.outcome[item] === FINISHED || facts.outcome[item] === DROPPED;
    const until = over ? (facts.ended[item] as number) : this.#asOf;
    // Over, but nobody knows since when: the clock cannot be read.
    if (Number.isNaN(until)) return;
    const first = facts.startVisit[item] as number;
    divideTime(this.#timelines, this.#kinds, this.#duration, item, first, endVisit, until, this.moves.rework, facts);
    const pausedMs = this.#rules.excludePaused ? (facts.pausedMs[item] as number) : 0;
    const days = this.#duration.spanDays(started, until, pausedMs);
    if (facts.outcome[item] === FINISHED) facts.cycleTimeDays[item] = days;
    if (facts.outcome[item] === IN_PROGRESS) facts.ageDays[item] = days;
    if (this.#timelines.peopleKnown[item] === 1) facts.handoffs[item] = this.#handoffs.read(item, started, until);
  }

  /** Of the moves backward, those between start and end count; the others are unmarked. */
  #writeBackward(item: number, first: number, last: number): void {
    const { facts } = this;
    const { backward } = this.moves;
    const started = facts.started[item] as number;
    const ended = facts.ended[item] as number;
    const isOver = (facts.outcome[item] as number) >= FINISHED;
    for (let visit = first; visit < last; visit++) {
      if (backward[visit] === 0) continue;
      const at = this.#timelines.start[visit] as number;
      if (at > started && (isOver ? at < ended : at < this.#asOf)) facts.backwardMoves[item]!++;
      else backward[visit] = 0;
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
    outcomeUnknown: new Uint8Array(count),
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
