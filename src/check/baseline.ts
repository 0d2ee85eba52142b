import type { CheckResult } from '../contract/statistics/check-schema.ts';
import type { SnapshotLine } from '../contract/statistics/history-schema.ts';
import { countOf } from '../model/document/number-format.ts';
import { PitwallError } from '../model/errors.ts';
import { figureIn } from './find-figure.ts';
import type { KnownCheck } from './known-path.ts';

/** The snapshots that relative limits are taken from. */
export interface Past {
  /** Oldest first. */
  lines: readonly SnapshotLine[];
  unit: SnapshotLine['period']['unit'];
  /** How many periods before the run's last complete one the latest of them is; null if there is none. */
  agePeriods: number | null;
  /** Why there are none; null if there are. */
  reason: string | null;
}

type Baseline = NonNullable<CheckResult['baseline']>;

const NO_HISTORY = 'there is no history to take one from';

/** What a relative limit is a multiple of: the median of its figure over the snapshots. */
export function baselineOf(
  check: KnownCheck,
  factor: number,
  past: Past | null,
  renamed: (name: string) => string,
): Baseline {
  const none = { factor, value: null, periods: 0, from: null, to: null, agePeriods: past?.agePeriods ?? null };
  if (past === null || past.reason !== null) return { ...none, reason: past?.reason ?? NO_HISTORY };
  const values = past.lines.flatMap((line) => figureOf(line, check, renamed) ?? []).sort((a, b) => a - b);
  const [first, last] = [past.lines[0], past.lines.at(-1)];
  if (values.length === 0 || first === undefined || last === undefined) {
    return { ...none, reason: `none of ${countOf(past.lines.length, past.unit)} in the history has this figure` };
  }
  const middle = values.length / 2;
  const value = ((values[Math.ceil(middle) - 1] as number) + (values[Math.floor(middle)] as number)) / 2;
  return {
    factor,
    value,
    periods: values.length,
    from: first.period.start,
    to: last.period.end,
    agePeriods: past.agePeriods,
    reason: null,
  };
}

/** Null where a snapshot does not have the figure: findings, details and groups are in none. */
function figureOf(
  { definitions, figures }: SnapshotLine,
  check: KnownCheck,
  renamed: (name: string) => string,
): number | null {
  const [root] = check.full;
  if (check.figure.detail || root === undefined || !('key' in root) || !Object.hasOwn(figures, root.key)) return null;
  const data = { ...figures, findings: [], workflow: { stages: stagesOf(definitions.workflow) } };
  try {
    return figureIn(data as never, check.full, check.where, renamed).value;
  } catch (error) {
    // A stage, a type or a percentile that was not there yet.
    if (error instanceof PitwallError && error.code === 'unknown-figure') return null;
    throw error;
  }
}

/** The stages that a snapshot was taken by: for names alone, so what somebody has made of them by hand is passed over. */
function stagesOf(workflow: unknown): { name: string }[] {
  if (!Array.isArray(workflow)) return [];
  return workflow.flatMap((entry: unknown) => {
    const name = typeof entry === 'object' && entry !== null && 'stage' in entry ? entry.stage : null;
    return typeof name === 'string' ? [{ name }] : [];
  });
}
