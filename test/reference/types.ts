/** What the reference reads and how it is asked to look at it. Plain data only. */

type Kind = 'todo' | 'active' | 'waiting' | 'done' | 'dropped';
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type Unit = 'day' | 'week' | 'month' | 'sprint';

/** One row of a transition log, in the order of the file. */
export interface ReferenceRow {
  id: string;
  /** The instant of the transition, in epoch milliseconds. */
  at: number;
  from: string | null;
  to: string;
  /** null: the log has no assignee column at all; []: nobody. */
  assignee: string[] | null;
  /** The creation instant that this row gives for its item. */
  created: number | null;
  /** undefined: the log has no such column; null: an empty cell, which is not blocked. */
  blocked?: boolean | null;
  /** Why it is blocked, where the cell says more than that it is. */
  reason?: string;
  /** title, type, points, resolution and whatever else the log has. */
  fields: Record<string, string>;
}

/** What a list says of an item as it is today. */
export interface ReferenceToday {
  id: string;
  /** Empty where it gives none. */
  status: string;
  created: number | null;
  started: number | null;
  finished: number | null;
}

export interface ReferenceStage {
  stage: string;
  kind: Kind;
  statuses: string[];
  limit?: number;
}

export interface ReferenceCalendar {
  days: Weekday[];
  /** "09:00-17:00" and so on: one list for all days, or a list for each. */
  hours: string[] | Partial<Record<Weekday, string[]>>;
  /** Local dates. */
  holidays: string[];
}

export interface ReferenceCost {
  currency?: string;
  hourlyRate?: number;
  rates?: { assignee?: Record<string, number>; stage?: Record<string, number> };
  delayPerDay?: number | { default?: number; byType?: Record<string, number> };
  delayBasis?: 'elapsed' | 'working';
  handoffMinutes?: number;
  effort?: 'shared' | 'full';
  staleAfterDays?: number;
}

export interface ReferenceSettings {
  timeZone: string;
  basis: 'elapsed' | 'working' | 'inclusive';
  workflow: ReferenceStage[];
  startPolicy: 'first' | 'last';
  finishPolicy: 'last' | 'first';
  commitAt: string | null;
  finishAt: string | null;
  excludePaused: boolean;
  /** Milliseconds; 0 is none. */
  ignoreVisitsShorterThan: number;
  /** Epoch milliseconds; null: the latest instant in the data. */
  asOf: number | null;
  from: number | null;
  to: number | null;
  /** "12w", "30d", "3m". */
  last: string | null;
  unit: Unit;
  sprint: { days: number; start: string } | null;
  percentiles: { points: number[]; method: 'linear' | 'nearest-rank' };
  calendar: ReferenceCalendar;
  /** Field → values that make a finished item a dropped one. */
  dropped: Record<string, string[]>;
  cost: ReferenceCost | null;
  path?: string[];
  reviews?: string[];
  limits?: { stage: string; maxDays: number }[];
  sle?: { days: number; share?: number };
}

/** A half-open stretch of time. */
export interface Interval {
  start: number;
  end: number;
}

/** A stay in one stage. `stage` is the stage's place in the workflow. */
export interface Visit extends Interval {
  stage: number;
  kind: Kind;
  /** The last visit of an item: it has not ended, and `end` is asOf for computing. */
  open: boolean;
}

export interface Assignment {
  at: number;
  people: string[];
}

/** An item after §3. */
export interface Timeline {
  id: string;
  created: number;
  visits: Visit[];
  /** The stage that it is in today, nobody knows since when, after these. */
  unknown: Visit | null;
  /** One entry an instant, in order; null where the log names nobody at all. */
  assignments: Assignment[] | null;
  /** The rows that count, in order. */
  rows: ReferenceRow[];
  /** Disjoint and in order. */
  blocked: Interval[];
  fields: Record<string, string>;
}

export interface FindingCounts {
  duplicate: number;
  repeated: number;
  gap: number;
  'created-after-first': number;
  flicker: number;
  'status-differs': number;
}

export interface Handoff {
  at: number;
  from: string[];
  to: string[];
  /** The stage the item is in from that instant on. */
  stage: number;
}

/** An item after §4. Parts and counts that hang on `started` are null where the item has none. */
export interface Facts {
  timeline: Timeline;
  outcome: 'notStarted' | 'inProgress' | 'finished' | 'dropped';
  /** The place in `timeline.visits` of the visit that ends the item; the number of visits while it is open. */
  endIndex: number;
  /** The finish, the drop, or asOf; NaN where it is over since an unknown instant. */
  end: number;
  /** True if nothing says whether it was over at asOf: its status of today alone says that it is. */
  outcomeUnknown: boolean;
  open: boolean;
  started: number | null;
  reworkVisits: Set<number>;
  backwardMoves: number | null;
  handoffs: Handoff[] | null;
  activeDays: number | null;
  waitingDays: number | null;
  blockedDays: number | null;
  pausedDays: number | null;
  reworkDays: number | null;
  cycleTimeDays: number | null;
  leadTimeDays: number | null;
  ageDays: number | null;
}
