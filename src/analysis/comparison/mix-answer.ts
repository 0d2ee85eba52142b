import type { Comparison } from '../../contract/statistics/compare-schema.ts';
import { cycleTimeItems } from '../../metrics/derive/populations.ts';
import { compareWithinTypes, type TypedSample } from '../../stats/compare/index.ts';
import type { Compared } from './compare-metrics.ts';
import { cycleTimes } from './samples.ts';
import type { Side, Sides } from './sides.ts';

type Mix = Comparison['mix'][number];

/**
 * Whether another mix of the work may be what the cycle times show: the same comparison within the two types, and the two
 * sizes, with the most items. Left out where all items are alike.
 */
export function mixOf(sides: Sides, cycleTime: Compared | undefined, apart: boolean, seed: number): Mix[] {
  const whole = cycleTime?.durations ?? null;
  if (whole === null || whole.tooFew !== null) return [];
  return (['type', 'points'] as const).flatMap((by): Mix[] => {
    // The sides are the values of this field.
    if (sides.by === by) return [];
    const [a, b] = [kindsOf(sides.a, by), kindsOf(sides.b, by)];
    const names = [...new Set([...a, ...b])].sort(compareKinds);
    if (names.length < 2) return [];
    const numbers = new Map(names.map((name, at) => [name, at]));
    const sample = (side: Side, kinds: readonly (string | null)[]): TypedSample => ({
      ...cycleTimes(side.input),
      types: kinds.map((kind) => numbers.get(kind) as number),
    });
    const [typedA, typedB] = [sample(sides.a, a), sample(sides.b, b)];
    const design = apart || !sharesWeek(typedA, typedB) ? 'dealt' : 'swapped';
    const found = compareWithinTypes(typedA, typedB, whole, { design, seed, name: `mix ${by}` });
    return [
      {
        by,
        values: found.types.map(({ comparison, share, type }) => ({
          value: names[type] as string | null,
          share,
          ratio: comparison.ratio?.ratio ?? null,
          interval: comparison.ratio?.interval ?? null,
          p: comparison.p,
        })),
        disagree: found.disagree,
      },
    ];
  });
}

function sharesWeek({ weeks }: TypedSample, other: TypedSample): boolean {
  const known = new Set(Array.from(weeks));
  return Array.from(other.weeks).some((week) => known.has(week));
}

/** What each item of cycle time is. */
function kindsOf({ dataset: { derived }, input }: Side, by: Mix['by']): (string | null)[] {
  return Array.from(cycleTimeItems(input), (item) => {
    if (by === 'type') return input.typeOf(item);
    const points = derived.facts.points[item] as number;
    return Number.isNaN(points) ? null : String(points);
  });
}

/** By name, what has none last. */
function compareKinds(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
