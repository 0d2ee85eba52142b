import type { Analysis } from './analyze.ts';
import type { Past } from './check/baseline.ts';
import type { CheckReport } from './contract/statistics/check-schema.ts';
import { METRICS } from './metrics/index.ts';
import type { Reporter } from './model/document/document-parts.ts';
import { PitwallError } from './model/errors.ts';
import type { CheckOptions } from './settings/checks/checks-of.ts';
import { withoutValues } from './settings/without-values.ts';

/** Limits on figures, ready to judge an analysis. */
export interface Checks {
  /** Whether they are about figures that need the rows, so that `open` must keep them. */
  needsRows: boolean;
  /** Whether a limit is relative to a baseline, which a history has. */
  needsPast: boolean;
  /**
   * Judges every check: what `check --format json` prints.
   * @param past what relative limits are taken from, as `Analysis.past` finds it; without it they cannot be judged
   * @throws PitwallError `unknown-figure` if the data has no such stage, group or percentile
   */
  judge(analysis: Analysis, past?: Past | null): Promise<CheckReport>;
}

/**
 * Reads limits on figures.
 * @throws PitwallError `bad-check`, `no-checks`, `unknown-figure`
 */
export async function readChecks(options: CheckOptions): Promise<Checks> {
  // No other command needs these, so they are loaded here.
  const [{ checksOf }, { readyChecks }] = await Promise.all([
    import('./settings/checks/checks-of.ts'),
    import('./check/check-analysis.ts'),
  ]);
  const ready = () => readyChecks(checksOf(options));
  const { details, judge, relative } = options.anonymizePeople === true ? withoutTexts(ready) : ready();
  return {
    needsRows: details.some((id) => METRICS[id].needsRows === true),
    needsPast: relative,
    judge: (analysis, past = null) => judge(analysis, past),
  };
}

/** The outputs that only checks have. */
export async function checkReporters(): Promise<readonly Reporter[]> {
  return (await import('./report/checks/index.ts')).CHECK_REPORTERS;
}

/** An error quotes what was written, which may name a person. */
function withoutTexts<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const hidden = withoutValues(error);
    if (!(hidden instanceof PitwallError)) throw hidden;
    // The nearest figure quotes the names that were written.
    const { code, cure, what, where } = hidden;
    throw new PitwallError(code, what, where, cure.startsWith('Did you mean') ? 'Check its spelling' : cure);
  }
}
