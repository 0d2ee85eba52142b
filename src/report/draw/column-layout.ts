/** The properties of a column that the layout needs. */
export interface ColumnSize {
  /** Widest cell, header included. */
  natural: number;
  /** True for text: a number that is cut would be a different number. */
  cuttable: boolean;
  /**
   * If the width is too small, columns with lower numbers are dropped first, and 0 never. Those below `RELUCTANT` are
   * dropped so that texts read well, the others only before texts become unreadable.
   */
  expendable: number;
  /** True if its values have bars. */
  bar: boolean;
}

export interface Layout {
  /** Indexes of the columns that are shown. */
  shown: number[];
  /** Width of each shown column, without its bar. */
  widths: number[];
  /** Columns of every bar; 0: none is drawn. */
  barWidth: number;
}

export const GAP = 2;
const BAR_WIDTHS = [20, 16, 12, 8];
const RELUCTANT = 5;
/** Text is cut to this width before a column below `RELUCTANT` is dropped. */
const COMFORTABLE = 20;
/** Text is cut to this width before any other column is dropped, and below it only when none is left to drop. */
const READABLE = 14;
const LEAST = 6;

/**
 * Fits columns into a width. Bars shrink first, since a name is worth more than a long bar. Then long texts are cut,
 * expendable columns dropped, bars dropped, and texts cut further, in this order. Null if that is still too wide.
 */
export function layout(columns: readonly ColumnSize[], width: number): Layout | null {
  const order = columns.map((_, index) => index).filter((index) => (columns[index] as ColumnSize).expendable > 0);
  order.sort((a, b) => (columns[a] as ColumnSize).expendable - (columns[b] as ColumnSize).expendable);
  const attempt = (gone: number, barWidth: number, least: number): Layout | null => {
    const dropped = new Set(order.slice(0, gone));
    const shown = columns.map((_, index) => index).filter((index) => !dropped.has(index));
    if (shown.length === 0) return null;
    const widths = fitWidths(
      shown.map((index) => columns[index] as ColumnSize),
      width,
      barWidth,
      least,
    );
    return widths === null ? null : { shown, widths, barWidth };
  };
  for (const barWidth of BAR_WIDTHS) {
    const whole = attempt(0, barWidth, Number.POSITIVE_INFINITY);
    if (whole !== null) return whole;
  }
  const shortBar = BAR_WIDTHS.at(-1) as number;
  const additions = order.filter((index) => (columns[index] as ColumnSize).expendable < RELUCTANT).length;
  for (let gone = 0; gone < additions; gone++) {
    const fitted = attempt(gone, shortBar, COMFORTABLE);
    if (fitted !== null) return fitted;
  }
  for (let gone = additions; gone <= order.length; gone++) {
    const fitted = attempt(gone, shortBar, READABLE);
    if (fitted !== null) return fitted;
  }
  return attempt(order.length, 0, LEAST);
}

function fitWidths(columns: readonly ColumnSize[], width: number, barWidth: number, least: number): number[] | null {
  const gaps = GAP * Math.max(0, columns.length - 1);
  const bars = columns.filter(({ bar }) => bar).length * (barWidth === 0 ? 0 : barWidth + 1);
  let room = width - gaps - bars;
  for (const { cuttable, natural } of columns) if (!cuttable) room -= natural;
  const texts = columns.filter(({ cuttable }) => cuttable).map(({ natural }) => natural);
  const level = waterLevel(texts, room);
  if (level < Math.min(least, Math.max(0, ...texts))) return null;
  return columns.map(({ cuttable, natural }) => (cuttable ? Math.min(natural, level) : natural));
}

/** The largest common limit under which the texts fit: the longest is cut first, short ones (ids) stay whole. */
function waterLevel(texts: readonly number[], room: number): number {
  if (room < 0) return -1;
  const ascending = [...texts].sort((a, b) => a - b);
  let left = room;
  for (const [index, natural] of ascending.entries()) {
    const even = Math.floor(left / (ascending.length - index));
    if (natural > even) return even;
    left -= natural;
  }
  return ascending.at(-1) ?? 0;
}
