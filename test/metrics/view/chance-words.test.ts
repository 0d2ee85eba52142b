import { describe, expect, it } from 'vitest';
import { chanceWords } from '../../../src/metrics/view/chance-words.ts';

describe('a chance in words', () => {
  it.each([
    [0, '<1 %'],
    [0.0099, '<1 %'],
    [0.01, '1 %'],
    [0.072, '7 %'],
    [0.5, '50 %'],
    [0.99, '99 %'],
    [0.9901, '>99 %'],
    [1, '>99 %'],
    [null, null],
  ])('%s is %s', (chance, words) => {
    expect(chanceWords({ chance, atLeast: false, late: false, reason: null })).toBe(words);
  });

  it('is at least so much, late, or nothing', () => {
    expect(chanceWords({ chance: 0.4, atLeast: true, late: false, reason: null })).toBe('≥ 40 %');
    expect(chanceWords({ chance: 0, atLeast: true, late: false, reason: null })).toBeNull();
    expect(chanceWords({ chance: 0, atLeast: false, late: true, reason: null })).toBe('late');
  });
});
