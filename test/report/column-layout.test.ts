import { describe, expect, it } from 'vitest';
import { type ColumnSize, layout } from '../../src/report/draw/column-layout.ts';

const text = (natural: number): ColumnSize => ({ natural, cuttable: true, expendable: 0, bar: false });
const number = (natural: number, expendable = 0, bar = false): ColumnSize => ({
  natural,
  cuttable: false,
  expendable,
  bar,
});
const widths = (columns: readonly ColumnSize[], width: number) => layout(columns, width)?.widths;

describe('the layout of columns', () => {
  it('holds what fits to the column: 5, 2 between, and 7', () => {
    expect(widths([number(5), number(7)], 14)).toEqual([5, 7]);
    expect(layout([number(5), number(7)], 13)).toBeNull();
  });

  it('cuts the longest text alone, and gives it all that is left', () => {
    // 53 less the gap: 25 and 26.
    expect(widths([text(25), text(40)], 53)).toEqual([25, 26]);
    expect(widths([text(5), text(40), text(41)], 59)).toEqual([5, 25, 25]);
  });

  it('lets a mere addition go for texts of 20 columns, and others for texts of 14 only', () => {
    // A text beside 8 columns: 20, 19, 14 and 13 columns are left for it.
    expect(widths([text(40), number(8, 4)], 30)).toEqual([20, 8]);
    expect(widths([text(40), number(8, 4)], 29)).toEqual([29]);
    expect(widths([text(40), number(8, 5)], 24)).toEqual([14, 8]);
    expect(widths([text(40), number(8, 5)], 23)).toEqual([23]);
    // What must not go stays, down to texts of 6.
    expect(widths([text(40), number(8)], 16)).toEqual([6, 8]);
    expect(layout([text(40), number(8)], 15)).toBeNull();
  });

  it('lets the lowest number go first', () => {
    expect(layout([number(10, 2), number(10), number(10, 1)], 22)?.shown).toEqual([0, 1]);
    expect(layout([number(10, 2), number(10), number(10, 1)], 21)?.shown).toEqual([1]);
  });

  it('counts a bar with the space before it, and shrinks it first', () => {
    expect(layout([number(5, 0, true)], 5 + 1 + 20)?.barWidth).toBe(20);
    expect(layout([number(5, 0, true)], 5 + 1 + 19)?.barWidth).toBe(16);
    expect(layout([number(5, 0, true)], 5 + 1 + 8)?.barWidth).toBe(8);
    expect(layout([number(5, 0, true)], 5 + 1 + 7)?.barWidth).toBe(0);
  });
});
