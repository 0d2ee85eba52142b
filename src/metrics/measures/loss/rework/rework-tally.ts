import type { Rework } from '../../../../contract/rework-schema.ts';
import { blockedBetween } from '../../../../facts/index.ts';
import { ACTIVE, DONE, TODO } from '../../../../model/workflow/stage-columns.ts';
import { leftOutReason } from '../../../derive/cost/charged-items.ts';
import { ChargedVisits } from '../../../derive/cost/charged-visits.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { ItemCount, ReworkSum } from './rework-sum.ts';

/** A move back from one stage to another, and what followed it. */
class Move {
  readonly from: number;
  readonly to: number;
  count = 0;
  readonly items = new ItemCount();
  readonly again = new ReworkSum();

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }
}

class StageLoops {
  repeats = 0;
  selfLoops = 0;
  readonly items = new ItemCount();
  readonly again = new ReworkSum();
}

/** What one item adds. */
export interface ItemLoops {
  repeats: number;
  selfLoops: number;
  /** NaN if unknown. */
  hours: number;
}

/** Where work went back, and what was done again: item by item. */
export class ReworkTally {
  readonly moves = new Map<number, Move>();
  /** What no move back came before. */
  readonly withoutMove = new ReworkSum();
  readonly byStage: StageLoops[];
  readonly #input: MetricInput;
  readonly #charged: ChargedVisits;
  /** The current item's last visit to each stage, and the item that it is of. */
  readonly #lastVisit: Int32Array;
  readonly #lastItem: Int32Array;

  constructor(input: MetricInput) {
    const stages = input.workflow.stages.length;
    this.#input = input;
    this.#charged = new ChargedVisits(input);
    this.byStage = input.workflow.stages.map(() => new StageLoops());
    this.#lastVisit = new Int32Array(stages);
    this.#lastItem = new Int32Array(stages).fill(-1);
  }

  /** Adds a finished item whose start is known. */
  add(item: number): ItemLoops {
    const { backward, facts, kinds, rework, timelines } = this.#input;
    const { blockedEnd, blockedOffsets, offsets, stage, start } = timelines;
    const started = facts.started[item] as number;
    const ended = facts.ended[item] as number;
    const startVisit = facts.startVisit[item] as number;
    const end = facts.endVisit[item] as number;
    const charged = leftOutReason(this.#input, item) === null;
    if (charged) this.#charged.read(item);
    const first = offsets[item] as number;
    const own: ItemLoops = { repeats: 0, selfLoops: 0, hours: 0 };
    /** Visits and periods both ascend: a period that ended before a visit concerns no later one. */
    let period = blockedOffsets[item] as number;
    const periods = blockedOffsets[item + 1] as number;
    let directed = -1;
    let active = -1;
    let done = -1;
    let cause: ReworkSum = this.withoutMove;
    for (let visit = first; visit < end; visit++) {
      const at = stage[visit] as number;
      const kind = kinds[at];
      const entered = start[visit] as number;
      const inside = entered > started && entered < ended;
      if (backward[visit] === 1) cause = this.#moveBack(item, directed, at);
      if (kind === ACTIVE) {
        const last = this.#lastItem[at] === item ? (this.#lastVisit[at] as number) : -1;
        if (inside && last !== -1) this.#loop(item, at, active > last || done > last, own);
        this.#lastItem[at] = item;
        this.#lastVisit[at] = visit;
        active = visit;
        if (rework[visit] === 1 && visit >= startVisit) {
          const until = visit + 1 < end ? (start[visit + 1] as number) : ended;
          const hours = charged ? (this.#charged.hours[visit - first] as number) : Number.NaN;
          const cost = charged ? (this.#charged.cost[visit - first] as number) : Number.NaN;
          while (period < periods && (blockedEnd[period] as number) <= entered) period++;
          const days = this.#unblockedDays(item, entered, until, period);
          cause.add(days, hours, cost);
          this.byStage[at]?.again.add(days, hours, cost);
          own.hours += hours;
        }
      } else if (kind === DONE) done = visit;
      if (kind === ACTIVE || kind === TODO || kind === DONE) directed = at;
    }
    return own;
  }

  #moveBack(item: number, from: number, to: number): ReworkSum {
    const key = from * this.#input.kinds.length + to;
    let move = this.moves.get(key);
    if (move === undefined) {
      move = new Move(from, to);
      this.moves.set(key, move);
    }
    move.count++;
    move.items.add(item);
    return move.again;
  }

  #loop(item: number, stage: number, repeat: boolean, own: ItemLoops): void {
    const loops = this.byStage[stage] as StageLoops;
    loops.items.add(item);
    if (repeat) {
      loops.repeats++;
      own.repeats++;
    } else {
      loops.selfLoops++;
      own.selfLoops++;
    }
  }

  #unblockedDays(item: number, from: number, to: number, period: number): number {
    const { duration, timelines } = this.#input;
    if (to <= from) return 0;
    return (duration.between(from, to) - blockedBetween(timelines, duration, item, from, to, period)) / duration.dayMs;
  }

  /** The moves as the contract has them: the most frequent first, then in the order of the work. */
  moveFigures(): NonNullable<Rework['moves']> {
    const { stages } = this.#input.workflow;
    return [...this.moves.values()]
      .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
      .map(({ again, count, from, items, to }) => ({
        from: stages[from]?.name as string,
        to: stages[to]?.name as string,
        count,
        items: items.count,
        ...again.figures(),
      }));
  }

  stageFigures(): NonNullable<Rework['byStage']> {
    const { kinds, workflow } = this.#input;
    return this.byStage.flatMap(({ again, items, repeats, selfLoops }, stage) =>
      kinds[stage] === ACTIVE
        ? [
            {
              stage: workflow.stages[stage]?.name as string,
              repeats,
              selfLoops,
              items: items.count,
              ...again.figures(),
            },
          ]
        : [],
    );
  }
}
