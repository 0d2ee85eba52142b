import { exchanges, teamsOfField, teamsOfOwners } from './exchanges.ts';
import { factsOf } from './facts.ts';
import { blockedMetric } from './metrics/blocked-metric.ts';
import { flowDistributionMetric } from './metrics/flow-distribution-metric.ts';
import { latestInstant, normalize } from './normalize.ts';
import { reworkMoves } from './rework-moves.ts';
import { clockFor } from './time/clock.ts';
import { windowOf } from './time/window.ts';
import type { ReferenceRow, ReferenceSettings } from './types.ts';
import { statusKey } from './workflow.ts';

/**
 * What the commands on people, rework, reasons and kinds of work say in full.
 * @param owners the owner of each stage by its name, or the field of the rows that names teams
 */
export function referencePeopleAndReasons(
  rows: ReferenceRow[],
  settings: ReferenceSettings,
  teams: { owners: Map<string, string> } | { field: string },
) {
  const asOf = settings.asOf ?? latestInstant(rows);
  const { stages, timelines } = normalize(rows, settings, asOf);
  const first = timelines.reduce((earliest, { created }) => Math.min(earliest, created), asOf);
  const clock = clockFor(settings, { start: first, end: asOf + 1 });
  const facts = timelines.map((timeline) => factsOf(timeline, stages, settings, asOf, clock));
  const window = windowOf(facts, settings, asOf);
  const people = timelines.some(({ assignments }) => assignments !== null);
  return {
    handoffs: people ? exchanges(facts, window, settings, clock, ({ assignments }) => assignments) : null,
    teams: exchanges(facts, window, settings, clock, (timeline) =>
      'field' in teams
        ? teamsOfField(timeline, teams.field)
        : teamsOfOwners(
            timeline,
            stages.map(({ stage }) => teams.owners.get(statusKey(stage)) ?? null),
          ),
    ),
    rework: reworkMoves(facts, window, stages, settings, clock),
    blocked: blockedMetric(facts, window, stages, settings.cost ?? {}, clock),
    distribution: flowDistributionMetric(facts, window, 'type', asOf, settings, clock),
  };
}
