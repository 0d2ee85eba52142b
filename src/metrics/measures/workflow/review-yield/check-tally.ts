import { Float64Column } from '../../../../model/log/columns.ts';

/** What is counted of one stage. Money is NaN where part of it has no rate. */
export class CheckTally {
  passed = 0;
  sentBack = 0;
  dropped = 0;
  /** In milliseconds of the basis. */
  queueMs = 0;
  ownMs = 0;
  /** Queue and own time of each visit, in days of the basis. */
  readonly days = new Float64Column(8);
  hours = 0;
  labourCost = 0;
  delayCost = 0;
  /** Stage that work returned to → how often. */
  readonly to = new Map<number, number>();
  /** Returns that are over. */
  over = 0;
  returnMs = 0;
  returnHours = 0;
  returnCost = 0;
}

/** A return that is not over: the work is behind the stage that sent it back. */
export interface OpenReturn {
  from: number;
  left: number;
  /** Whether it left within the window. */
  counts: boolean;
  /** The item's visit that it returned to. */
  visit: number;
}
