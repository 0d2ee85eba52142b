import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signFlipChance } from '../../src/stats/index.ts';

/** All ways to choose signs, one after another. */
function enumerated(differences: readonly number[]): number {
  const ways = 2 ** differences.length;
  const target = differences.reduce((sum, one) => sum + one, 0);
  let atLeast = 0;
  for (let way = 0; way < ways; way++) {
    const sum = differences.reduce((total, one, place) => total + ((way >> place) & 1 ? -one : one), 0);
    if (sum >= target) atLeast++;
  }
  return atLeast / ways;
}

describe('the sign-flip chance', () => {
  it.each([
    // Of 8 ways, only + + + reaches 3.
    [[1, 1, 1], 1 / 8],
    // 2 − 1 + 1 = 2: + + +, + − + and + + − reach it.
    [[2, -1, 1], 3 / 8],
    // Parts without any difference change nothing: + + of 4 ways.
    [[0, 1, 0, 1, 0], 1 / 4],
    // 5: + alone.
    [[5], 1 / 2],
  ])('of %j is %d', (differences, chance) => {
    expect(signFlipChance(differences)).toBe(chance);
  });

  it.each([
    // One way alone: its sum is 0.
    [[], 1],
    [[0, 0], 1],
    // Of 2, 0, 0 and −2, three reach 0.
    [[1, -1], 3 / 4],
    [[3, -3], 3 / 4],
    // Of 5, −3, 3 and −5, three reach −3.
    [[1, -4], 3 / 4],
    // Both reach −5.
    [[-5], 1],
  ])('counts the ways where nothing grew, too: of %j it is %d', (differences, chance) => {
    expect(signFlipChance(differences)).toBe(chance);
  });

  it('is the share of all ways that reach the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 10 }), (differences) => {
        expect(signFlipChance(differences)).toBeCloseTo(enumerated(differences), 12);
      }),
    );
  });

  it('does not hang on the order, and is never 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 40 }), (differences) => {
        const chance = signFlipChance(differences);
        expect(signFlipChance([...differences].reverse())).toBeCloseTo(chance, 12);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('errs to caution where sums are too large to count out', () => {
    // 3000 in each of 12 parts: counted out it would be 1 in 4096; the bound is exp(−36 000² ÷ (2 × 12 × 3000²)) = e^−6.
    const chance = signFlipChance(new Array<number>(12).fill(3000));
    expect(chance).toBeCloseTo(Math.exp(-6), 12);
    expect(chance).toBeGreaterThan(1 / 4096);
    // No bound below 1 holds for a sum of 0, or less.
    expect(signFlipChance([6000, -6000])).toBe(1);
    expect(signFlipChance([1, -12_000])).toBe(1);
    // Up to a size of 10 000 all ways are counted.
    expect(signFlipChance([5000, 5000])).toBe(1 / 4);
    expect(signFlipChance([5000, 5001])).toBeCloseTo(Math.exp(-(10_001 ** 2) / (5000 ** 2 + 5001 ** 2) / 2), 12);
    // And no size makes it slow.
    expect(signFlipChance([2e9, 1e9, 3e9])).toBeLessThan(1);
  });
});
