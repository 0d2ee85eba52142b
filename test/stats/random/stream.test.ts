import { describe, expect, it } from 'vitest';
import { gammaDraw, RandomStream } from '../../../src/stats/random/index.ts';

const draws = (stream: RandomStream, count = 5) => Array.from({ length: count }, () => stream.uniform());
const stream = (seed = 1, name = 'test') => RandomStream.named(seed, name);

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

describe('a stream of random numbers', () => {
  it('is the same for the same seed and name, and another for another', () => {
    expect(draws(stream())).toEqual(draws(stream()));
    const others = [stream(2), stream(1, 'tesu'), stream(11, 'test'), stream(-1), stream(0.5)].map((one) => draws(one));
    const all = [draws(stream()), ...others].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('stays what it was: a change here would change every forecast that people compare with an older one', () => {
    expect(draws(stream(), 3)).toEqual([0.22067545290139245, 0.6149311510284531, 0.3784776357124545]);
  });

  it('goes on the same whatever a branch draws', () => {
    const [one, other] = [stream(), stream()];
    const branches = [one.branch(), other.branch()] as const;
    draws(branches[0], 100);
    branches[1].normal();
    expect(draws(one)).toEqual(draws(other));
  });

  it('has branches that differ from it and from each other', () => {
    const parent = stream();
    const all = [draws(parent.branch()), draws(parent.branch()), draws(parent)].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('is flat: each tenth holds a tenth, neighbours and branches do not hang together', () => {
    const count = 100_000;
    const values = draws(stream(), count);
    const tenths = new Array(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)]++;
    // Four standard deviations of a binomial share.
    for (const tenth of tenths) expect(Math.abs(tenth / count - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / count));
    const parent = stream();
    const firsts = Array.from({ length: count }, () => parent.branch().uniform());
    for (const series of [values, firsts]) {
      const { mean, variance } = moments(series);
      expect(mean).toBeCloseTo(0.5, 2);
      expect(variance).toBeCloseTo(1 / 12, 2);
      const lagged = series.slice(1).map((value, index) => (value - mean) * ((series[index] as number) - mean));
      expect(Math.abs(moments(lagged).mean / variance)).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  it('draws each whole number below a count as often', () => {
    const one = stream();
    const counts = new Array(7).fill(0);
    for (let draw = 0; draw < 70_000; draw++) counts[one.below(7)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(70_000 * (6 / 49)));
  });
});

describe('normal and gamma numbers', () => {
  const count = 100_000;

  it('normal: mean 0, variance 1, 2.5 % beyond 1.96 on either side', () => {
    const one = stream();
    const values = Array.from({ length: count }, () => one.normal());
    const { mean, variance } = moments(values);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    for (const side of [1, -1]) {
      const share = values.filter((value) => side * value > 1.96).length / count;
      expect(Math.abs(share - 0.025)).toBeLessThan(4 * Math.sqrt(0.025 / count));
    }
  });

  it.each([0.05, 0.5, 1, 2.5, 40])('gamma of shape %s: mean and variance are the shape', (shape) => {
    const one = stream();
    const { mean, variance } = moments(Array.from({ length: count }, () => gammaDraw(one, shape)));
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / count));
    // The variance of a sample variance: (kurtosis − 1) σ⁴ ÷ n, with kurtosis 3 + 6 ÷ shape.
    expect(Math.abs(variance - shape)).toBeLessThan(4 * shape * Math.sqrt((2 + 6 / shape) / count));
  });

  it('gamma: a shape next to nothing gives numbers, all of them 0 or more', () => {
    const one = stream();
    for (let draw = 0; draw < 1000; draw++) {
      const value = gammaDraw(one, 1e-9);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(100);
    }
  });
});
