import type { Configuration } from '../../contract/configuration.ts';
import { PitwallError } from '../../model/errors.ts';
import type { Check } from '../../model/statistics/check.ts';
import type { Problem } from '../problems/problem.ts';
import { parseBound, parseCheck } from './parse-check.ts';

type ConfiguredCheck = NonNullable<Configuration['checks']>[number];

/** Limits as a caller gives them. */
export interface CheckOptions {
  /** As `checks:` in `pitwall.yaml`: expressions, or expressions with a name, a level and a least sample. */
  checks?: readonly ConfiguredCheck[] | undefined;
  /** `cycleTime.p85=10d`: at most that. */
  max?: readonly string[] | undefined;
  /** `throughput.medianPerPeriod=4`: at least that. */
  min?: readonly string[] | undefined;
  /** `cycleTime.p85 <= 10d`. */
  check?: readonly string[] | undefined;
  /** Errors quote nothing of what was written. */
  anonymizePeople?: boolean | undefined;
}

/**
 * All limits, in the order of the configuration, `max`, `min`, `check`.
 * @throws PitwallError `bad-check`, `no-checks`
 */
export function checksOf({ checks = [], max = [], min = [], check = [] }: CheckOptions): Check[] {
  const all = [
    ...checks.map((one, index) => configured(one, `checks[${index}]`)),
    ...max.map((text) => plain(parseBound(text, '<=', '--max'), '--max')),
    ...min.map((text) => plain(parseBound(text, '>=', '--min'), '--min')),
    ...check.map((text) => plain(parseCheck(text, '--check'), '--check')),
  ];
  if (all.length > 0) return all;
  throw new PitwallError(
    'no-checks',
    'there is no limit to check',
    null,
    'Add --max cycleTime.p85=10d, --min, --check, or a list `checks:` to pitwall.yaml',
  );
}

function plain(expression: ReturnType<typeof parseCheck>, where: string): Check {
  return { ...expression, name: expression.text, level: 'error', minimum: null, where };
}

function configured(one: ConfiguredCheck, where: string): Check {
  if (typeof one === 'string') return plain(parseCheck(one, where), where);
  const expression = parseCheck(one.check, where);
  const { level = 'error', minimum = null, name = expression.text } = one;
  return { ...expression, name, level, minimum, where };
}

/** The checks of a configuration that cannot be read. */
export function checkProblems({ checks = [] }: Configuration): Problem[] {
  return checks.flatMap((one, index) => {
    try {
      configured(one, 'checks');
      return [];
    } catch (error) {
      if (!(error instanceof PitwallError)) throw error;
      const path = typeof one === 'string' ? ['checks', index] : ['checks', index, 'check'];
      return [{ path, key: false, what: error.what, cure: error.cure }];
    }
  });
}
