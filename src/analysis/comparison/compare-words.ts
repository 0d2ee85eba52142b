import { countOf } from '../../model/document/number-format.ts';
import type { Compared } from './compare-metrics.ts';
import type { Sides } from './sides.ts';

/** What there is too little of, in words: `7 finished items from 2026-04-01, of 10 needed`. */
export function lackWords({ figures: { n }, measure: { nouns }, tooFew }: Compared, sides: Sides): string | null {
  switch (tooFew) {
    case null:
      return null;
    case 'unknown':
      return 'nothing is known of it on one side';
    case 'none':
      return 'none on either side';
    case 'definitions':
      return 'the sides count it by other rules';
    default: {
      const less = n.a <= n.b ? sides.a : sides.b;
      const where = sideWords(sides, less.label);
      const { have, need, of } = tooFew;
      if (of === 'exchanges')
        return 'too few weeks to show a change of one metric among so many: name one with --metric';
      if (of === 'weeks') return `a side has ${countOf(have, 'week')} with items, of ${need} needed`;
      return `${countOf(have, ...nouns)} ${where}, of ${need} needed`;
    }
  }
}

/** Where a side is: `before 2026-04-01`, `in old.csv`, `of Bug`. */
function sideWords({ kind }: Sides, label: string): string {
  return { dates: '', exports: 'in ', groups: 'of ' }[kind] + label;
}
