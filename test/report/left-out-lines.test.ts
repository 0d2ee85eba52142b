import { describe, expect, it } from 'vitest';
import { leftOutLines } from '../../src/report/draw/left-out-lines.ts';

const names = ['Type', 'Started', 'Ended', 'Lead time'];

describe('what was left out for the width', () => {
  it.each([
    [80, 'No room for Type, Started, Ended and Lead time: --width 135 or -f csv'],
    [69, 'No room for Type, Started, Ended and Lead time: --width 135 or -f csv'],
    [68, 'No room for Type, Started, Ended and 1 more: --width 135 or -f csv'],
    [65, 'No room for Type, Started and 2 more: --width 135 or -f csv'],
    [58, 'No room for Type and 3 more: --width 135 or -f csv'],
    [40, '4 more columns: --width 135 or -f csv'],
  ])('is said in one line of %d', (width, line) => {
    expect(leftOutLines(names, 135, { allIn: 'csv' }, width)).toEqual([line]);
  });

  it('names JSON, which has everything, where CSV has not', () => {
    expect(leftOutLines(['Type'], 50, {}, 80)).toEqual(['No room for Type: --width 50 or -f json']);
    expect(leftOutLines(['Type', 'Ended'], 50, {}, 80)).toEqual(['No room for Type and Ended: --width 50 or -f json']);
    expect(leftOutLines(['In the window'], 50, {}, 40)).toEqual(['1 more column: --width 50 or -f json']);
  });

  it('says where a whole table is that a list stands for', () => {
    expect(leftOutLines(null, 305, { allIn: 'csv' }, 80)).toEqual([
      'Too narrow for the whole table: --width 305 or -f csv',
    ]);
    expect(leftOutLines(null, 305, { allIn: 'csv' }, 20).length).toBeGreaterThan(1);
  });
});
