import { within } from '../../../../model/time/window.ts';
import { type ChargedLabour, chargedLabour, hoursOf, rateOf } from '../../../derive/cost/charged-labour.ts';
import { DelayReader } from '../../../derive/cost/delays.ts';
import { PricedHandoffs } from '../../../derive/cost/priced-handoffs.ts';
import { ReturnOriginReader } from '../../../derive/visits/return-origin.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { Candidate } from './candidate.ts';

/**
 * Divides hours and days among what could be fixed; none is in two candidates: charged hours of dropped items are
 * abandoned, other hours of rework visits belong to the stage that sent the item back, and what is left of a checking
 * stage to the check; days belong to the stage waited in, or to the flag.
 */
export class CandidateTally {
  /** All hours and days that were added. */
  hours = 0;
  days = 0;
  readonly #input: MetricInput;
  /** 1 for each stage that checks. */
  readonly #checks: Uint8Array;
  readonly #labour: ChargedLabour;
  readonly #delays: DelayReader;
  readonly #handoffs: PricedHandoffs;
  readonly #cameFrom: ReturnOriginReader;
  readonly #abandoned = new Candidate('abandoned', -1);
  readonly #blocked = new Candidate('blocked', -1);
  readonly #changes = new Candidate('handoffs', -1);
  /** By the stage, those of no stage first; made when first added to, as there may be very many stages. */
  readonly #rework: (Candidate | undefined)[];
  readonly #reviews: (Candidate | undefined)[];
  readonly #waits: (Candidate | undefined)[];

  constructor(input: MetricInput, checks: Uint8Array) {
    const { timelines, kinds, window, workflow } = input;
    this.#input = input;
    this.#checks = checks;
    this.#labour = chargedLabour(input);
    const bounds = window.from < window.to ? Float64Array.of(window.from, window.to) : new Float64Array(0);
    this.#delays = new DelayReader(input, bounds);
    this.#handoffs = new PricedHandoffs(input, this.#labour);
    this.#cameFrom = new ReturnOriginReader(timelines, kinds);
    const ofStages = () => new Array<Candidate | undefined>(workflow.stages.length + 1).fill(undefined);
    this.#rework = ofStages();
    this.#reviews = ofStages();
    this.#waits = ofStages();
  }

  /** What there is to fix, with something added to it or not. */
  candidates(): Candidate[] {
    const byStage = [...this.#rework, ...this.#reviews, ...this.#waits].filter((one) => one !== undefined);
    return [this.#abandoned, this.#blocked, this.#changes, ...byStage];
  }

  /** Adds the labour on an item that was dropped. */
  addAbandoned(item: number): void {
    const { offsets } = this.#labour.charges;
    const end = offsets[item + 1] as number;
    for (let charge = offsets[item] as number; charge < end; charge++) {
      const hours = hoursOf(this.#labour, charge);
      this.hours += hours;
      this.#abandoned.add(item, hours, rateOf(this.#labour, this.#input, charge));
    }
  }

  /** Adds the labour on any other item, and counts its moves back. */
  addWork(item: number): void {
    const { rework, timelines } = this.#input;
    const labour = this.#labour;
    const { offsets, visit: visits } = labour.charges;
    const first = timelines.offsets[item] as number;
    this.#countReturns(item, first);
    const end = offsets[item + 1] as number;
    for (let charge = offsets[item] as number; charge < end; charge++) {
      const visit = visits[charge] as number;
      const stage = timelines.stage[visit] as number;
      const hours = hoursOf(labour, charge);
      this.hours += hours;
      const again = rework[visit] === 1;
      if (!again && this.#checks[stage] === 0) continue;
      const candidate = again
        ? candidateOf(this.#rework, 'rework', this.#cameFrom.stage[visit - first] as number)
        : candidateOf(this.#reviews, 'review', stage);
      candidate.add(item, hours, rateOf(labour, this.#input, charge));
    }
  }

  #countReturns(item: number, first: number): void {
    const { facts, timelines, window } = this.#input;
    const end = facts.endVisit[item] as number;
    const started = facts.started[item] as number;
    if (!this.#cameFrom.read(item, end)) return;
    const { isReturn, stage } = this.#cameFrom;
    for (let visit = first; visit < end; visit++) {
      if (isReturn[visit - first] === 0) continue;
      const at = timelines.start[visit] as number;
      if (at > started && within(window, at)) {
        candidateOf(this.#rework, 'rework', stage[visit - first] as number).times++;
      }
    }
  }

  /** Adds what the changes of hands of an item cost, if each takes any time. It has started. */
  addHandoffs(item: number): void {
    const handoffs = this.#handoffs;
    const { hours } = handoffs;
    if (!(hours > 0)) return;
    handoffs.read(item);
    for (let index = 0; index < handoffs.length; index++) {
      this.hours += hours;
      this.#changes.times++;
      this.#changes.add(item, hours, (handoffs.cost[index] as number) / hours);
    }
  }

  /** Adds the waiting and blocked days of an item that is not dropped. It has started. */
  addDelays(item: number): void {
    const { timelines, typeOf } = this.#input;
    const rate = this.#labour.rates.delay(typeOf(item));
    const delays = this.#delays;
    delays.read(item);
    for (let row = 0; row < delays.length; row++) {
      const waiting = delays.waiting[row] as number;
      const blocked = delays.blocked[row] as number;
      this.days += waiting + blocked;
      if (waiting > 0) {
        const wait = candidateOf(this.#waits, 'wait', timelines.stage[delays.visit[row] as number] as number);
        wait.add(item, waiting, rate);
        wait.visitDays.push(waiting);
      }
      if (blocked > 0) this.#blocked.add(item, blocked, rate);
    }
  }
}

function candidateOf(byStage: (Candidate | undefined)[], kind: Candidate['kind'], stage: number): Candidate {
  const known = byStage[stage + 1];
  if (known !== undefined) return known;
  const made = new Candidate(kind, stage);
  byStage[stage + 1] = made;
  return made;
}
