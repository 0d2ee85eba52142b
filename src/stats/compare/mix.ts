import { type CompareOptions, compareDurations, type DurationComparison } from './compare-durations.ts';
import type { Sample } from './samples.ts';

/** Values with the type of each item, as a number. */
export interface TypedSample extends Sample {
  types: ArrayLike<number>;
}

interface TypeComparison {
  type: number;
  /** Its share of the items of each side. */
  share: { a: number; b: number };
  comparison: DurationComparison;
}

export interface Mix {
  /** The two types with the most items, the largest first. */
  types: TypeComparison[];
  /** A type goes the other way than the whole, and chance explains not both. */
  disagree: boolean;
}

const LEVEL = 0.05;

/**
 * Whether a change of the mix may be what the whole shows: the same comparison within the two largest types (E. H. Simpson,
 * "The interpretation of interaction in contingency tables", JRSS B 13, 1951).
 *
 * @param whole the comparison of all items
 */
export function compareWithinTypes(
  a: TypedSample,
  b: TypedSample,
  whole: DurationComparison,
  options: CompareOptions = {},
): Mix {
  const counts = new Map<number, number>();
  for (const { types } of [a, b]) {
    for (let index = 0; index < types.length; index++) {
      const type = types[index] as number;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  const largest = [...counts].sort(([one, many], [other, more]) => more - many || one - other).slice(0, 2);
  const types = largest.map(([type]): TypeComparison => {
    const [inA, inB] = [only(a, type), only(b, type)];
    const share = { a: inA.values.length / (a.values.length || 1), b: inB.values.length / (b.values.length || 1) };
    const name = `${options.name ?? ''} type ${type}`;
    return { type, share, comparison: compareDurations(inA, inB, { ...options, name, resamples: 0 }) };
  });
  const disagree = types.some(({ comparison }) => {
    if (comparison.tooFew !== null || comparison.difference * whole.difference >= 0) return false;
    return (comparison.p ?? 1) <= LEVEL || (whole.p ?? 1) <= LEVEL;
  });
  return { types, disagree };
}

function only({ values, weeks, types }: TypedSample, type: number): { values: number[]; weeks: number[] } {
  const indices = Array.from(types, (_, index) => index).filter((index) => types[index] === type);
  return {
    values: indices.map((index) => values[index] as number),
    weeks: indices.map((index) => weeks[index] as number),
  };
}
