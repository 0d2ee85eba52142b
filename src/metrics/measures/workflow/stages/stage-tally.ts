import type { StageFigures } from '../../../../contract/result.ts';
import { isoOf } from '../../../../model/time/instants.ts';
import { within } from '../../../../model/time/window.ts';
import { visitsByStage } from '../../../derive/visits/visits-by-stage.ts';
import type { MetricInput } from '../../../metric-input.ts';

type Visits = NonNullable<StageFigures['byVisit']>;

/** Counts the visits to each stage, item by item. */
export class StageTally {
  /** By stage: items with a visit that counts, and entries. */
  readonly items: Int32Array;
  readonly entries: Int32Array;
  /** By stage: time between start and end, in milliseconds of the basis. */
  readonly sharedMs: Float64Array;
  readonly #input: MetricInput;
  /** Days of the visits that count: those of stage s from `first[s]` to `next[s]`. */
  readonly #days: Float64Array;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  /** The last item with a visit that counts. */
  readonly #lastItem: Int32Array;
  readonly #visits: Visits[] | null;

  /** @param detail whether the visits are listed one by one */
  constructor(input: MetricInput, detail: boolean) {
    const stages = input.workflow.stages.length;
    this.#input = input;
    this.items = new Int32Array(stages);
    this.entries = new Int32Array(stages);
    this.sharedMs = new Float64Array(stages);
    this.#first = visitsByStage(input);
    this.#next = this.#first.slice(0, stages);
    this.#days = new Float64Array(this.#first[stages] as number);
    this.#lastItem = new Int32Array(stages).fill(-1);
    this.#visits = detail ? input.workflow.stages.map(() => []) : null;
  }

  /** Days of each visit to a stage that counts. */
  daysOf(stage: number): Float64Array {
    return this.#days.subarray(this.#first[stage], this.#next[stage]);
  }

  visitsOf(stage: number): Visits {
    return this.#visits?.[stage] ?? [];
  }

  /** Adds an item. Returns true if a visit was left out because nobody knows when it began. */
  add(item: number): boolean {
    const { timelines, facts, duration, window } = this.#input;
    const { offsets, stage, start } = timelines;
    const last = (offsets[item + 1] as number) - 1;
    const started = facts.started[item] as number;
    const ended = facts.ended[item] as number;
    const cut = timelines.cutBefore[item] as number;
    let leftOut = false;
    for (let visit = offsets[item] as number; visit <= last; visit++) {
      const at = stage[visit] as number;
      const from = start[visit] as number;
      if (from < cut) {
        leftOut = true;
        continue;
      }
      if (within(window, from)) this.entries[at]!++;
      if (visit === last) break;
      const to = start[visit + 1] as number;
      if (!within(window, to)) continue;
      const ms = duration.between(from, to);
      const days = ms / duration.dayMs;
      this.#days[this.#next[at]!++] = days;
      if (this.#lastItem[at] !== item) {
        this.#lastItem[at] = item;
        this.items[at]!++;
      }
      const clockFrom = Math.max(from, started);
      const clockTo = Number.isNaN(ended) ? to : Math.min(to, ended);
      if (clockFrom === from && clockTo === to) this.sharedMs[at]! += ms;
      else if (clockTo > clockFrom) this.sharedMs[at]! += duration.between(clockFrom, clockTo);
      this.#visits?.[at]?.push({
        id: timelines.ids[item] as string,
        start: isoOf(from),
        end: isoOf(to),
        timeDays: days,
      });
    }
    return leftOut;
  }
}
