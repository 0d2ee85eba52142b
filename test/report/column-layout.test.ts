import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnSize, layout, widthOfAll } from '../../src/report/draw/column-layout.ts';

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

  it('takes back what has room beside the rest, the most telling first', () => {
    // 30 columns: without the wide one, both narrow ones have room again, and with 25 one of them.
    const columns = [number(20), number(4, 5), number(3, 6), number(12, 7)];
    expect(layout(columns, 31)?.shown).toEqual([0, 1, 2]);
    expect(layout(columns, 25)?.shown).toEqual([0, 2]);
    expect(layout(columns, 24)?.shown).toEqual([0]);
  });

  it('lets bars go before a column that matters, and mere additions before bars', () => {
    const columns = (expendable: number) => [number(20, 0, true), number(5, expendable)];
    expect(layout(columns(5), 35)).toMatchObject({ shown: [0, 1], barWidth: 0 });
    expect(layout(columns(4), 35)).toMatchObject({ shown: [0], barWidth: 8 });
  });

  it('knows the least width in which all is shown', () => {
    const size = fc.record({
      natural: fc.integer({ min: 1, max: 30 }),
      cuttable: fc.boolean(),
      expendable: fc.nat(8),
      bar: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 8 }), (columns) => {
        const whole = widthOfAll(columns);
        const shown = (width: number) => layout(columns, width)?.shown.length;
        expect(shown(whole)).toBe(columns.length);
        // One column less costs a column, or the bars, or texts that read well.
        const less = layout(columns, whole - 1);
        if (less !== null && less.shown.length === columns.length && columns.some(({ bar }) => bar)) return;
        if (columns.every(({ expendable }) => expendable === 0)) return;
        expect(less?.shown.length ?? 0).toBeLessThan(columns.length);
      }),
    );
  });

  it('shows no more than has room, and of two columns that may go never the less telling alone', () => {
    const size = fc.record({
      natural: fc.integer({ min: 1, max: 12 }),
      cuttable: fc.constant(false),
      expendable: fc.nat(8),
      bar: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 8 }), fc.integer({ min: 5, max: 80 }), (columns, width) => {
        const fitted = layout(columns, width);
        if (fitted === null) return;
        const used = fitted.widths.reduce((sum, one) => sum + one, 2 * (fitted.shown.length - 1));
        expect(used).toBeLessThanOrEqual(width);
        const gone = columns.filter((_, index) => !fitted.shown.includes(index));
        for (const missing of gone) {
          expect(missing.expendable).toBeGreaterThan(0);
          // It would not fit instead of what matters less.
          const lesser = fitted.shown
            .map((index) => columns[index] as ColumnSize)
            .filter(({ expendable }) => expendable > 0 && expendable < missing.expendable);
          for (const { natural } of lesser) expect(missing.natural).toBeGreaterThan(natural);
        }
      }),
    );
  });

  it('counts a bar with the space before it, and shrinks it first', () => {
    expect(layout([number(5, 0, true)], 5 + 1 + 20)?.barWidth).toBe(20);
    expect(layout([number(5, 0, true)], 5 + 1 + 19)?.barWidth).toBe(16);
    expect(layout([number(5, 0, true)], 5 + 1 + 8)?.barWidth).toBe(8);
    expect(layout([number(5, 0, true)], 5 + 1 + 7)?.barWidth).toBe(0);
  });
});
