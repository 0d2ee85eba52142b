import type { Blocked } from '../../../../contract/blocked-schema.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import { waitsInSeveralStatuses } from '../../../../model/workflow/waiting-statuses.ts';
import { statusKey } from '../../../../model/workflow/workflow.ts';
import { compareNames } from '../../../derive/compare-names.ts';
import { type DelayTime, delayTimeOf } from '../../../derive/cost/delay-time.ts';
import { priceOf, Rates } from '../../../derive/cost/rates.ts';
import { Staff } from '../../../derive/cost/staff.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { DelayWalk } from './item-delays.ts';

type Kind = 'blocked' | 'waiting';

/** What waits for one reason. Money is NaN where part of it has no rate. */
class Reason {
  readonly kind: Kind;
  readonly name: string | null;
  count = 0;
  items = 0;
  days = 0;
  cost = 0;
  /** The period or visit that was counted last, and the current item's part. */
  last = -1;
  ownCount = 0;
  ownDays = 0;

  constructor(kind: Kind, name: string | null) {
    this.kind = kind;
    this.name = name;
  }
}

type ItemDelay = NonNullable<Blocked['byItem']>[number];

/** Adds up blocked and waiting time by its reasons, item by item. */
export class ReasonTally {
  readonly #input: MetricInput;
  readonly #time: DelayTime;
  readonly #rates: Rates;
  readonly #walk: DelayWalk;
  readonly #reasons = new Map<string, Reason>();
  /** The same by their numbers, so that no text is made for each stretch. */
  readonly #ofFlag: Reason[] = [];
  readonly #ofStatus: Reason[] = [];
  readonly #ofStage: Reason[] = [];
  /** The reasons that the current item has: the first `ownCount` of them. */
  readonly #own: Reason[] = [];
  #ownCount = 0;

  constructor(input: MetricInput) {
    this.#input = input;
    this.#time = delayTimeOf(input);
    this.#rates = new Rates(input.cost, new Staff(input.people), input.workflow);
    this.#walk = new DelayWalk(input, waitsInSeveralStatuses(input.workflow, input.kinds), {
      blocked: (period, from, to) => this.#add(this.#flagged(period), period, from, to),
      waiting: (stage, status, visit, from, to) => this.#add(this.#waited(stage, status), visit, from, to),
    });
  }

  /** Adds an item. @param list gets what it waited for; null: nobody asks */
  add(item: number, list: ItemDelay[] | null): void {
    this.#ownCount = 0;
    this.#walk.read(item);
    if (this.#ownCount === 0) return;
    const rate = this.#rates.delay(this.#input.typeOf(item));
    for (let index = 0; index < this.#ownCount; index++) {
      const reason = this.#own[index] as Reason;
      const { ownCount, ownDays } = reason;
      const cost = priceOf(ownDays, rate);
      reason.count += ownCount;
      reason.items++;
      reason.days += ownDays;
      reason.cost += cost;
      reason.ownCount = 0;
      reason.ownDays = 0;
      if (list === null) continue;
      const id = this.#input.timelines.ids[item] as string;
      list.push({ id, kind: reason.kind, reason: reason.name, count: ownCount, days: ownDays, cost: orNull(cost) });
    }
  }

  #add(reason: Reason, visit: number, from: number, to: number): void {
    if (reason.ownCount === 0) this.#own[this.#ownCount++] = reason;
    if (reason.ownCount === 0 || reason.last !== visit) reason.ownCount++;
    reason.last = visit;
    reason.ownDays += this.#time.between(from, to) / this.#time.dayMs;
  }

  #flagged(period: number): Reason {
    const id = this.#input.timelines.blockedReason[period] as number;
    this.#ofFlag[id] ??= this.#named('blocked', this.#input.blockedReason(id));
    return this.#ofFlag[id];
  }

  #waited(stage: number, status: number): Reason {
    const name = this.#input.workflow.stages[stage]?.name as string;
    if (status === -1) {
      this.#ofStage[stage] ??= this.#named('waiting', name);
      return this.#ofStage[stage];
    }
    this.#ofStatus[status] ??= this.#named('waiting', this.#input.statuses().names[status] as string);
    return this.#ofStatus[status];
  }

  /** Names that differ only in letter case and white space are one: as the first of them is written. */
  #named(kind: Kind, name: string | null): Reason {
    const key = name === null ? kind : `${kind} ${statusKey(name)}`;
    let reason = this.#reasons.get(key);
    if (reason === undefined) {
      reason = new Reason(kind, name);
      this.#reasons.set(key, reason);
    }
    return reason;
  }

  figures(): Omit<Blocked, 'leftOut' | 'byItem'> {
    const reasons = [...this.#reasons.values()].sort(
      (a, b) => b.days - a.days || compareNames(a.kind, b.kind) || compareNames(a.name, b.name),
    );
    const total = (kind: Kind) => reasons.reduce((sum, one) => sum + (one.kind === kind ? one.days : 0), 0);
    const blockedDays = total('blocked');
    const waitingDays = total('waiting');
    return {
      blockedDays,
      waitingDays,
      currency: this.#input.cost.currency,
      cost: orNull(reasons.reduce((sum, { cost }) => sum + cost, 0)),
      reasons: reasons.map(({ cost, count, days, items, kind, name }) => ({
        kind,
        reason: name,
        count,
        items,
        days,
        share: ratio(days, blockedDays + waitingDays),
        cost: orNull(cost),
      })),
    };
  }
}
