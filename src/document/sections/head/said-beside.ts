import type { Finding } from '../../../contract/result.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import type { Shown } from './end-of-cases.ts';

/** Metrics whose figures tell work from waiting. */
export const OF_WORK: readonly MetricId[] = [
  'flowEfficiency',
  'stages',
  'waste',
  'opportunities',
  'valueStream',
  'bottleneck',
  'blocked',
];

/** Findings that stand beside the headline in sentences of their own. */
export const SAID_BESIDE: ReadonlySet<string> = new Set([
  'no-done-stage',
  'guessed-kind',
  'stale-source',
  'no-queue',
  'end-taken',
  'few-reach-end',
]);

/** That no stage waits is in the headline, where it matters: beside it stands the stage that may be a queue. */
export function saysNoQueue({ examples }: Finding, { flowEfficiency }: Shown, metric: MetricId | null): boolean {
  return metric === null
    ? (flowEfficiency?.efficiency ?? null) !== null && examples.length !== 0
    : OF_WORK.includes(metric);
}

/** The finding with this code, if there is one. */
export function findingOf({ findings }: Shown, code: string): Finding | undefined {
  return findings.find((one) => one.code === code);
}

/** What its examples quote. */
export function valuesOf({ examples }: Finding): string[] {
  return examples.flatMap(({ value }) => (value === undefined ? [] : [value]));
}
