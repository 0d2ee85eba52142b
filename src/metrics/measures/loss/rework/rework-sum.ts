import { orNull } from '../../../../model/time/instants.ts';

/** Time and labour spent again. NaN if the labour, or its price, is not known. */
export class ReworkSum {
  reworkDays = 0;
  hours = 0;
  cost = 0;

  add(days: number, hours: number, cost: number): void {
    this.reworkDays += days;
    this.hours += hours;
    this.cost += cost;
  }

  figures(): { reworkDays: number; hours: number | null; cost: number | null } {
    return { reworkDays: this.reworkDays, hours: orNull(this.hours), cost: orNull(this.cost) };
  }
}

/** Counts an item once, however often it comes: items come one after the other. */
export class ItemCount {
  count = 0;
  #last = -1;

  add(item: number): void {
    if (this.#last !== item) this.count++;
    this.#last = item;
  }
}
