import { readTimestamp } from './time/timestamps.ts';
import { startOfDate } from './time/zone.ts';
import type { ReferenceSettings } from './types.ts';

/** What holds where a configuration says nothing. */
export const DEFAULT_SETTINGS: Omit<ReferenceSettings, 'workflow'> = {
  timeZone: 'UTC',
  basis: 'elapsed',
  startPolicy: 'first',
  finishPolicy: 'last',
  commitAt: null,
  finishAt: null,
  excludePaused: false,
  ignoreVisitsShorterThan: 0,
  asOf: null,
  from: null,
  to: null,
  last: null,
  unit: 'week',
  sprint: null,
  percentiles: { points: [50, 70, 85, 95], method: 'linear' },
  calendar: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: ['09:00-17:00'], holidays: [] },
  dropped: {},
  cost: null,
};

const MILLISECONDS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "30s", "5m", "2h", "1d" in milliseconds. */
function readDuration(text: string): number {
  const [, count, unit] = /^(\d+)\s*([smhd])$/.exec(text.trim())!;
  return Number(count) * MILLISECONDS[unit!]!;
}

/** A date (its local midnight) or an instant. */
export function readBound(text: string, zone: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDate(text, zone) : readTimestamp(text, zone)!;
}

/** A configuration file's content, already parsed; its names are those of the settings. */
export function settingsFrom(config: Record<string, unknown>): ReferenceSettings {
  const { ignoreVisitsShorterThan, percentiles, calendar, ...rest } = config as Partial<
    Omit<ReferenceSettings, 'ignoreVisitsShorterThan'> & { ignoreVisitsShorterThan: string }
  >;
  if (rest.workflow === undefined) throw new Error('the reference infers no workflow');
  return {
    ...DEFAULT_SETTINGS,
    ...rest,
    workflow: rest.workflow.map((stage) => ({ ...stage, statuses: stage.statuses ?? [] })),
    ignoreVisitsShorterThan: ignoreVisitsShorterThan === undefined ? 0 : readDuration(ignoreVisitsShorterThan),
    percentiles: { ...DEFAULT_SETTINGS.percentiles, ...percentiles },
    calendar: { ...DEFAULT_SETTINGS.calendar, ...calendar },
  };
}
