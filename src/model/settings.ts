import type { StageKind } from './workflow.ts';

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
  where: Condition[];
  by: string | null;
}
