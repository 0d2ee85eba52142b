import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/stats/distributions/incomplete-beta.ts';
import { atLeast, atMost, quantileT, twoSidedT } from '../../../src/stats/distributions/index.ts';
import { logGamma } from '../../../src/stats/distributions/log-gamma.ts';

const near = (value: number, digits = 12) => expect.closeTo(value, digits);

describe('the logarithm of the gamma function', () => {
  it('is that of the factorials, and half-way √π', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toEqual(near(Math.log(factorial)));
      factorial *= n;
    }
    expect(logGamma(0.5)).toEqual(near(Math.log(Math.PI) / 2));
    expect(logGamma(0.1)).toEqual(near(2.252712651734206));
  });
});

describe('Student’s t', () => {
  it('has the critical values of the tables (NIST/SEMATECH e-Handbook, 1.3.6.7.2)', () => {
    const table = [
      [0.975, 1, 12.706],
      [0.975, 2, 4.303],
      [0.975, 5, 2.571],
      [0.975, 10, 2.228],
      [0.95, 18, 1.734],
      [0.975, 30, 2.042],
      [0.999, 100, 3.174],
      [0.9, 3, 1.638],
    ] as const;
    for (const [share, degrees, value] of table) expect(quantileT(share, degrees)).toEqual(near(value, 3));
  });

  it('takes fractional degrees of freedom (values of SciPy 1.17)', () => {
    expect(quantileT(0.975, 17.683)).toEqual(near(2.1036249503315414));
    expect(quantileT(0.8, 5.5)).toEqual(near(0.9119511921290534));
    expect(twoSidedT(3.13747, 17.683)).toEqual(near(0.005786129287371042));
    expect(2 * 2.7900927075996303e-13 * 0.5).toEqual(near(twoSidedT(12, 30) / 2, 20));
  });

  it('with one degree of freedom is Cauchy’s, with two has a closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (t) => {
        expect(twoSidedT(t, 1)).toEqual(near(1 - (2 / Math.PI) * Math.atan(t)));
        expect(twoSidedT(t, 2)).toEqual(near(1 - t / Math.sqrt(2 + t * t)));
      }),
    );
  });

  it('with very many is normal', () => {
    expect(quantileT(0.975, 1e9)).toEqual(near(1.959963984540054, 6));
  });

  it('has quantiles that undo it', () => {
    const share = fc.double({ min: 0.5, max: 0.99999, noNaN: true });
    const degrees = fc.double({ min: 0.5, max: 5000, noNaN: true });
    fc.assert(
      fc.property(share, degrees, (p, df) => {
        expect(1 - twoSidedT(quantileT(p, df), df) / 2).toEqual(near(p, 9));
      }),
    );
  });
});

describe('the incomplete beta function', () => {
  it('for whole parameters is a sum, and its tails make 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, x) => {
          let sum = 0;
          for (let j = a; j < a + b; j++) sum += choose(a + b - 1, j) * x ** j * (1 - x) ** (a + b - 1 - j);
          expect(incompleteBeta(x, a, b)).toEqual(near(sum, 11));
          expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toEqual(near(1, 12));
        },
      ),
    );
  });
});

describe('the binomial distribution', () => {
  it('is the sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (k, n, p) => {
          let sum = 0;
          for (let j = 0; j <= Math.min(k, n); j++) sum += choose(n, j) * p ** j * (1 - p) ** (n - j);
          expect(atMost(k, n, p)).toEqual(near(sum, 11));
          expect(atLeast(k + 1, n, p)).toEqual(near(1 - sum, 11));
        },
      ),
    );
  });

  it('answers for a million trials', () => {
    expect(atMost(850_000, 1_000_000, 0.85)).toEqual(near(0.5006, 3));
    expect(atMost(-1, 5, 0.5)).toBe(0);
    expect(atLeast(6, 5, 0.5)).toBe(0);
  });
});

function choose(n: number, k: number): number {
  let result = 1;
  for (let j = 1; j <= k; j++) result = (result * (n - k + j)) / j;
  return result;
}
