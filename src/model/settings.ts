import type { StageKind } from './workflow/workflow.ts';

export type Basis = 'elapsed' | 'working' | 'inclusive';
export type PeriodUnit = 'day' | 'week' | 'month' | 'sprint';
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A stage as configured. */
export interface ConfiguredStage {
  stage: string;
  kind: StageKind;
  statuses: string[];
  limit: number | null;
  /** The team that has the items in it, if one is named. */
  owner: string | null;
}

/** Working hours as configured: `HH:MM-HH:MM` spans. */
export interface CalendarSettings {
  days: Weekday[];
  hours: string[] | Partial<Record<Weekday, string[]>>;
  /** Local dates, `YYYY-MM-DD`, those of a country included. */
  holidays: string[];
  /** True where nothing was configured. */
  assumed: boolean;
}

/** What time costs. Amounts are in the currency, whatever it is; null: not given, so that no money follows from it. */
export interface CostSettings {
  currency: string | null;
  /** For whoever has no rate of their own, in stages that have none. */
  hourlyRate: number | null;
  /** Hourly rates by the person's name and by the stage's. */
  rates: { assignee: Record<string, number>; stage: Record<string, number> };
  /** What a day of waiting or of a blocked flag costs, by the item's type. */
  delayPerDay: { default: number | null; byType: Record<string, number> };
  delayBasis: 'elapsed' | 'working';
  handoffMinutes: number | null;
  /** `shared`: a person's time is divided among the items that the person has at once; `full`: each is charged all of it. */
  effort: 'shared' | 'full';
  /** Elapsed days after which a visit is charged no longer. */
  staleAfterDays: number | null;
}

/** The longest that a visit to a stage should take, in days of the basis. */
interface TimeLimit {
  stage: string;
  maxDays: number;
}

/** By when a share of the items should be done: the service level expectation. */
interface ExpectationSettings {
  /** Of the basis. */
  days: number;
  /** More than 0 and less than 1. */
  share: number;
  source: 'option' | 'configuration';
}

/** `field=value`, `field=a,b`, `field!=value`. */
export interface Condition {
  field: string;
  values: string[];
  negated: boolean;
  /** As the user wrote it. */
  text: string;
}

/** Everything that decides an analysis, complete: defaults are filled in before it is made. */
export interface Settings {
  timeZone: string;
  basis: Basis;
  unit: PeriodUnit;
  /** ISO instant, local date, `now` (resolved to an instant by whoever reads the clock), or null: the data's latest event. */
  asOf: string | null;
  from: string | null;
  to: string | null;
  /** `12w`, `30d`, `6m`. */
  last: string | null;
  /** Null: infer. */
  workflow: ConfiguredStage[] | null;
  startPolicy: 'first' | 'last';
  finishPolicy: 'first' | 'last';
  excludePaused: boolean;
  ignoreVisitsShorterThanMs: number;
  commitAt: string | null;
  finishAt: string | null;
  percentiles: { points: number[]; method: 'linear' | 'nearest-rank' };
  calendar: CalendarSettings;
  sprint: { days: number; start: string } | null;
  /** Field → values: a finished item that matches is dropped. Null: the usual resolutions, and say so. */
  dropped: Record<string, string[]> | null;
  /** Stages that every item should pass, in order. Null: taken from the workflow, or from the items themselves. */
  path: string[] | null;
  /** Stages that check what others made. Null: found by their names, and by what they sent back. */
  reviews: string[] | null;
  limits: TimeLimit[];
  /** Null: nobody expects anything; then the items' own past says what is usual. */
  sle: ExpectationSettings | null;
  cost: CostSettings;
  /** True if the files are dated snapshots, whose differences are changes. */
  snapshots: boolean;
  where: Condition[];
  by: string | null;
  /** True if conditions that no item meets make an answer, not an error. */
  allowEmpty: boolean;
  /** Outputs call people `person 1` and so on. */
  anonymizePeople: boolean;
  /** The file of the configuration, if outputs should say which it was. */
  configurationFile?: string;
}
