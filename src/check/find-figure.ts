import type { Report } from '../contract/output.ts';
import type { Finding } from '../contract/result.ts';
import { PitwallError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import { type PathStep, pathText } from '../model/statistics/check.ts';

/** A figure and the sample that it comes from; the sample is null where the figure has none. */
export interface FoundFigure {
  value: number | null;
  n: number | null;
}

type Values = Record<string, unknown>;
/** An output with figures. */
type Findable = Pick<Report, 'findings' | 'workflow'>;

/** Figures of throughput that are taken from its complete periods. */
const OF_PERIODS = ['meanPerPeriod', 'medianPerPeriod', 'standardDeviation', 'meanPointsPerPeriod'];
const OF_EFFICIENCY = ['efficiency', 'medianItem', 'waitToActive'];

/**
 * The figure at a path that the contract has.
 * @param data a report, or the output of a metric's own command
 * @param where where the check is written, for an error
 * @param renamed what outputs call a name that a check uses
 * @throws PitwallError `unknown-figure` if the data has no such stage, group, percentile or the like
 */
export function figureIn(
  data: Findable,
  path: readonly PathStep[],
  where: string,
  renamed: (name: string) => string,
): FoundFigure {
  const [first, second] = path;
  if (first !== undefined && second !== undefined && 'key' in first && first.key === 'findings') {
    return { value: findingsOf(data.findings, 'key' in second ? second.key : ''), n: null };
  }
  const parents: unknown[] = [];
  let at: unknown = data;
  for (const [index, step] of path.entries()) {
    // A whole part that could not be computed, such as the year's figures of a short window.
    if (at === null || at === undefined) return { value: null, n: null };
    parents.unshift(at);
    const so = path.slice(0, index);
    at = 'key' in step ? valueAt(at, step.key, so, where) : entryOf(at, step.entry, so, where, data, renamed);
  }
  const last = path.at(-1);
  const value = typeof at === 'number' ? at : null;
  return { value, n: last === undefined || !('key' in last) ? null : sampleOf(last.key, parents) };
}

function findingsOf(findings: readonly Finding[], weight: string): number {
  return findings.filter((finding) => finding.weight === weight).reduce((sum, { count }) => sum + count, 0);
}

function valueAt(at: unknown, key: string, so: readonly PathStep[], where: string): unknown {
  if (typeof at === 'object' && at !== null && Object.hasOwn(at, key)) return (at as Values)[key];
  const parent = so.at(-1);
  if (parent !== undefined && 'key' in parent && parent.key === 'percentilesDays') {
    const known = Object.keys(at as Values).join(', ');
    const what = `the percentile ${key} of \`${pathText(so.slice(0, -1))}\` is not computed`;
    throw new PitwallError(
      'unknown-figure',
      what,
      where,
      `Use one of ${known}, or add it to percentiles: in pitwall.yaml`,
    );
  }
  if (so.length === 0 && key === 'groups') {
    throw new PitwallError('unknown-figure', 'there are no groups', where, 'Add --by, such as --by type');
  }
  return null;
}

/** The entry of a list by the first of its keys, which is its name; of groups by the value. */
function entryOf(
  list: unknown,
  name: string,
  so: readonly PathStep[],
  where: string,
  data: Findable,
  renamed: (name: string) => string,
): unknown {
  const entries = (Array.isArray(list) ? list : []).filter((entry) => typeof entry === 'object' && entry !== null);
  const nameOf = (entry: Values): string =>
    String((so.length === 1 && pathText(so) === 'groups' ? entry.value : Object.values(entry)[0]) ?? '');
  const wanted = [name, renamed(name)];
  const found = (entries as Values[]).filter((entry) => wanted.includes(nameOf(entry)));
  if (found.length === 1) return found[0];
  // A stage that nothing was in may be left out of a list.
  if (found.length === 0 && data.workflow.stages.some((stage) => wanted.includes(stage.name))) return null;
  const known = [...new Set((entries as Values[]).map(nameOf))];
  const near = nearest(name, known);
  const what = `\`${pathText(so)}\` has ${found.length === 0 ? 'no entry' : `${found.length} entries`} \`${name}\``;
  const list10 = known.slice(0, 10).join(', ');
  const cure = near === null ? (list10 === '' ? 'It is empty here' : `It has ${list10}`) : `Did you mean \`${near}\`?`;
  throw new PitwallError('unknown-figure', what, where, found.length > 1 ? 'Check another figure' : cure);
}

/** @param parents the objects around the figure, the nearest first */
function sampleOf(key: string, [parent, around]: readonly unknown[]): number | null {
  const values = (typeof parent === 'object' && parent !== null ? parent : {}) as Values;
  const outer = (typeof around === 'object' && around !== null ? around : {}) as Values;
  if (outer.percentilesDays === parent) return countOrNull(outer.count);
  if (outer.censoredPercentilesDays === parent) return countOrNull((outer.censoring as Values | undefined)?.items);
  if (key === 'expectedMisses') return Number(values.items) - Number(values.unknown);
  if (key !== 'count' && Object.hasOwn(values, 'percentilesDays') && key.endsWith('Days')) {
    return countOrNull(values.count);
  }
  if (OF_EFFICIENCY.includes(key) && Object.hasOwn(values, 'medianItem')) return countOrNull(values.items);
  if (OF_PERIODS.includes(key) && Object.hasOwn(values, 'completePeriods')) return countOrNull(values.completePeriods);
  return null;
}

function countOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
