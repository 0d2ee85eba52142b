import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PitwallError } from '../../src/model/errors.ts';
import { type PathStep, pathText } from '../../src/model/statistics/check.ts';
import { parseBound, parseCheck } from '../../src/settings/checks/parse-check.ts';
import { parsePath } from '../../src/settings/checks/parse-path.ts';

const limitOf = (text: string) => parseCheck(`wip.current <= ${text}`, 'here').limit;
const faultOf = (text: string): string => {
  try {
    parseCheck(text, 'here');
  } catch (error) {
    if (error instanceof PitwallError) return error.message;
    throw error;
  }
  return 'none';
};

describe('an expression', () => {
  it('is a path, a comparison and a limit', () => {
    expect(parseCheck(' stage[Waiting for review].p85<=2 d ', 'here')).toEqual({
      text: 'stage[Waiting for review].p85 <= 2 d',
      path: [{ key: 'stage' }, { entry: 'Waiting for review' }, { key: 'p85' }],
      comparison: '<=',
      limit: { value: 2, unit: 'd' },
    });
    expect(parseCheck('a.b ≥ 1', 'here').comparison).toBe('>=');
  });

  it.each(['<=', '<', '>=', '>', '==', '!='])('may compare with %s', (sign) => {
    expect(parseCheck(`wip.current ${sign} 3`, 'here').comparison).toBe(sign);
  });

  it('may have a limit in days, hours, percent or without a unit, or relative to a baseline', () => {
    expect(limitOf('10d')).toEqual({ value: 10, unit: 'd' });
    expect(limitOf('36 h')).toEqual({ value: 36, unit: 'h' });
    expect(limitOf('20 %')).toEqual({ value: 20, unit: '%' });
    expect(limitOf('-0.5')).toEqual({ value: -0.5, unit: null });
    expect(limitOf('0.8 * baseline')).toEqual({ factor: 0.8 });
    expect(limitOf('baseline*1.1')).toEqual({ factor: 1.1 });
    expect(limitOf('baseline')).toEqual({ factor: 1 });
  });

  it.each([
    ['', 'is no check'],
    ['wip.current', 'compares nothing'],
    ['wip.current = 3', '`=` is no comparison'],
    ['wip.current <= ', 'is no limit'],
    ['wip.current <= many', '`many` is no limit'],
    ['wip.current <= 1e999', '`e999` is no unit'],
    [`wip.current <= ${'9'.repeat(400)}`, 'is no limit'],
    ['wip.current <= 2w', '`w` is no unit'],
    ['wip.current <= 2 * baseline * 3', 'no multiple of a baseline'],
    ['wip.current <= 0 * baseline', 'no multiple of a baseline'],
    ['stage[Review.p85 <= 3', '[ without its ]'],
    ['wip..current <= 3', 'no name of a figure at `.current'],
    ['[Review] <= 3', 'no name of a figure'],
  ])('%j says what is wrong', (text, what) => {
    expect(faultOf(text)).toContain(what);
    expect(faultOf(text)).toMatch(/^here: /);
  });
});

describe('--max and --min', () => {
  it('split at the last =: the name of a stage may have one', () => {
    const { path, text, limit } = parseBound('stage[a=b].p85=2d', '<=', '--max');
    expect(text).toBe('stage[a=b].p85 <= 2d');
    expect(path[1]).toEqual({ entry: 'a=b' });
    expect(limit).toEqual({ value: 2, unit: 'd' });
  });

  it.each(['cycleTime.p85', '=3', 'cycleTime.p85<=3', 'wip.current==3'])('%s is refused', (text) => {
    expect(() => parseBound(text, '<=', '--max')).toThrow('path=value');
  });
});

const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/);
const step = fc.oneof(
  word.map((key) => ({ key })),
  fc.string({ unit: 'grapheme' }).map((entry) => ({ entry })),
);
// The contract has numbers at the end of paths alone: two of them side by side would be read as one, `2.5`.
const last = fc.stringMatching(/^p?[0-9]{1,2}(\.[0-9])?$/).map((key) => ({ key }));
const path = fc
  .tuple(word, fc.array(step), fc.option(last))
  .map(([first, rest, end]): PathStep[] => [{ key: first }, ...rest, ...(end === null ? [] : [end])]);

it('reads a path as it is written, whatever the names of entries', () => {
  fc.assert(
    fc.property(path, (steps) => {
      const text = pathText(steps);
      expect(parsePath(text, 'here')).toEqual({ path: steps, end: text.length });
    }),
  );
});

it('ends with a check or a sentence, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof faultOf(text)).toBe('string');
    }),
  );
});
