import { sorted } from '../../model/canonical-json.ts';
import type { CalendarSettings } from '../../model/settings.ts';
import type { Dataset } from '../dataset.ts';

/** Goes up when a figure comes to mean something else with the same settings. */
const DEFINITIONS_VERSION = 1;
/** More holidays are told by their hash: the public ones of a country would be most of a line. */
const MOST_HOLIDAYS = 60;

/**
 * Whatever changes the meaning of a figure: snapshots are compared only where all of it is the same.
 * @param hash of a text
 */
export function definitionsOf(dataset: Dataset, hash: (text: string) => string): Record<string, unknown> {
  const { gate, settings, workflow } = dataset;
  const owners = new Map(settings.workflow?.map(({ owner, stage }) => [stage, owner]));
  const definitions = {
    version: DEFINITIONS_VERSION,
    unit: settings.unit,
    sprint: settings.unit === 'sprint' ? settings.sprint : null,
    timeZone: settings.timeZone,
    basis: settings.basis,
    window: { from: settings.from, last: settings.last },
    // Where it was inferred, it is what the data made of it: another status may be another workflow.
    workflow: workflow.stages.map(({ kind, limit, name, statuses }) => ({
      stage: name,
      kind,
      statuses: [...statuses].sort(),
      limit,
      owner: owners.get(name) ?? null,
    })),
    startPolicy: settings.startPolicy,
    finishPolicy: settings.finishPolicy,
    excludePaused: settings.excludePaused,
    ignoreVisitsShorterThanMs: settings.ignoreVisitsShorterThanMs,
    commitAt: settings.commitAt,
    finishAt: settings.finishAt,
    dropped: settings.dropped,
    path: settings.path,
    reviews: settings.reviews,
    limits: settings.limits,
    percentiles: settings.percentiles,
    calendar: calendarOf(settings.calendar, hash),
    cost: settings.cost,
    snapshots: settings.snapshots,
    where: settings.where
      .map(({ field, negated, values }) => ({ field, negated, values: [...values].sort() }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
  return sorted(gate === null ? definitions : gate.value(definitions)) as Record<string, unknown>;
}

function calendarOf({ days, holidays, hours }: CalendarSettings, hash: (text: string) => string) {
  const listed =
    holidays.length <= MOST_HOLIDAYS
      ? holidays
      : {
          count: holidays.length,
          from: holidays[0] ?? null,
          to: holidays.at(-1) ?? null,
          hash: hash(holidays.join(' ')).slice(0, 16),
        };
  return { days, hours, holidays: listed };
}
