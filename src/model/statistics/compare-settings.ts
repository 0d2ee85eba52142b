/** The metrics that are compared unless others are named: one family. */
export const HEADLINE_METRICS = [
  'cycleTime',
  'leadTime',
  'throughput',
  'flowEfficiency',
  'sentBackShare',
  'blockedShare',
  'wastedShare',
] as const;

/** A metric that can be compared: one of the headline, or the time that visits to a stage take. */
export type ComparedMetric = { id: (typeof HEADLINE_METRICS)[number] } | { id: 'stage'; stage: string };

/** How one export becomes two sides: the finishes before and from a moment, or the items of two values of a field. */
export type SideRule = { kind: 'dates'; at: string } | { kind: 'groups'; field: string; values: [string, string] };

/** The checked options of a comparison. */
export interface CompareSettings {
  metrics: ComparedMetric[];
  seed: number;
}

const NAMES: Readonly<Record<(typeof HEADLINE_METRICS)[number], string>> = {
  cycleTime: 'cycle time',
  leadTime: 'lead time',
  throughput: 'throughput',
  flowEfficiency: 'flow efficiency',
  sentBackShare: 'the share sent back',
  blockedShare: 'the share of blocked time',
  wastedShare: 'the share of wasted labour',
};

/** The name of a stage in `stage[Review]`; null of another metric. */
export function stageOf(metric: string): string | null {
  return /^stage\[(.*)\]$/s.exec(metric)?.[1] ?? null;
}

/** What a sentence calls a compared metric, as the contract has it. */
export function comparedName(metric: string): string {
  const id = HEADLINE_METRICS.find((known) => known === metric);
  return id === undefined ? `time in ${stageOf(metric) ?? metric}` : NAMES[id];
}
