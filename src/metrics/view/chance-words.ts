import type { Outlook } from '../../contract/statistics/risk-schema.ts';
import { formatNumber } from '../../model/document/number-format.ts';

/**
 * A chance as people read it: never 0 % or 100 % unless it is certain, as it is of what is late.
 * @returns `72 %`, `<1 %`, `>99 %`, `≥ 40 %`, `late`; null: not known
 */
export function chanceWords({ atLeast, chance, late }: Outlook): string | null {
  if (late) return 'late';
  if (chance === null) return null;
  if (chance > 0.99) return '>99 %';
  if (chance < 0.01) return atLeast ? null : '<1 %';
  const share = formatNumber(Math.round(chance * 100) / 100, 'share').replace('.0 %', ' %');
  return atLeast ? `≥ ${share}` : share;
}
