/** Sums up to this are counted out exactly. */
const MOST_EXACT = 10_000;

/**
 * How likely a sum at least as large as that of some differences is, if each of them were as likely to have the other
 * sign: the one-sample randomization test (R. A. Fisher, "The Design of Experiments", 1935, § 21), one-sided.
 *
 * The differences may have any size and any spread: only their signs are played with. All sums are counted out; where
 * they are too large for that, the answer is the bound exp(−z² ÷ 2) with z = sum ÷ √(sum of squares), which no such
 * probability exceeds (B. Efron, "Student's t-test under symmetry conditions", JASA 64, 1969), so it errs to caution;
 * for a sum of 0 or less that bound is 1.
 *
 * @param differences whole numbers
 * @returns more than 0, up to 1
 */
export function signFlipChance(differences: readonly number[]): number {
  let sum = 0;
  let range = 0;
  let squares = 0;
  for (const difference of differences) {
    sum += difference;
    range += Math.abs(difference);
    squares += difference * difference;
  }
  if (range > MOST_EXACT) return sum <= 0 ? 1 : Math.exp(-(sum * sum) / squares / 2);
  return countedOut(differences, sum, range);
}

function countedOut(differences: readonly number[], sum: number, range: number): number {
  // The place of a sum is the sum + range.
  let chances = new Float64Array(2 * range + 1);
  chances[range] = 1;
  let reach = 0;
  for (const difference of differences) {
    const size = Math.abs(difference);
    if (size === 0) continue;
    const next = new Float64Array(2 * range + 1);
    for (let place = range - reach; place <= range + reach; place++) {
      const half = (chances[place] as number) / 2;
      if (half === 0) continue;
      next[place - size]! += half;
      next[place + size]! += half;
    }
    reach += size;
    chances = next;
  }
  let chance = 0;
  for (let place = range + sum; place <= 2 * range; place++) chance += chances[place] as number;
  return chance;
}
