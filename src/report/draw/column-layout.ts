/** The properties of a column that the layout needs. */
export interface ColumnSize {
  /** Widest cell, header included. */
  natural: number;
  /** True for text: a number that is cut would be a different number. */
  cuttable: boolean;
  /**
   * If the width is too small, columns with lower numbers are dropped first, and 0 never. Those below `MATTERS` are
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
const SHORT_BAR = 8;
/** Columns from here on are no mere additions. */
export const MATTERS = 5;
/** Text is cut to this width before a column below `MATTERS` is dropped. */
const COMFORTABLE = 20;
/** Text is cut to this width before any other column is dropped, and below it only when none is left to drop. */
const READABLE = 14;
const LEAST = 6;

/**
 * Fits columns into a width. Bars shrink first, since a name is worth more than a long bar. Then long texts are cut, mere
 * additions dropped, bars dropped, columns that matter dropped, and texts cut further, in this order. Columns that have
 * room after all come back. Null if that is still too wide.
 */
export function layout(columns: readonly ColumnSize[], width: number): Layout | null {
  for (const barWidth of BAR_WIDTHS) {
    const whole = fit(columns, new Set(), width, barWidth, Number.POSITIVE_INFINITY);
    if (whole !== null) return whole;
  }
  const order = dropOrder(columns);
  const additions = order.filter((index) => isAddition(columns[index])).length;
  for (let gone = 0; gone <= order.length; gone++) {
    const dropped = new Set(order.slice(0, gone));
    const least = gone < additions ? COMFORTABLE : READABLE;
    for (const barWidth of gone < additions ? [SHORT_BAR] : [SHORT_BAR, 0]) {
      const fitted = fit(columns, dropped, width, barWidth, least);
      if (fitted !== null) return refilled(columns, dropped, width, barWidth) ?? fitted;
    }
  }
  return fit(columns, new Set(order), width, 0, LEAST);
}

/** The smallest width in which every column is shown. */
export function widthOfAll(columns: readonly ColumnSize[]): number {
  const least = columns.some(isAddition) ? COMFORTABLE : READABLE;
  const bars = columns.filter(({ bar }) => bar).length * (SHORT_BAR + 1);
  const cells = columns.map(({ cuttable, natural }) => (cuttable ? Math.min(natural, least) : natural));
  return cells.reduce((sum, cell) => sum + cell, bars + GAP * Math.max(0, columns.length - 1));
}

/** The indexes of columns that may go, the first to go first. */
function dropOrder(columns: readonly ColumnSize[]): number[] {
  const worth = (index: number) => (columns[index] as ColumnSize).expendable;
  return columns
    .map((_, index) => index)
    .filter((index) => worth(index) > 0)
    .sort((a, b) => worth(a) - worth(b));
}

function isAddition(column: ColumnSize | undefined): boolean {
  return column !== undefined && column.expendable > 0 && column.expendable < MATTERS;
}

/** With the dropped columns that fit beside the others, those that matter most first. Null if there is none. */
function refilled(
  columns: readonly ColumnSize[],
  dropped: ReadonlySet<number>,
  width: number,
  barWidth: number,
): Layout | null {
  let gone = dropped;
  let filled: Layout | null = null;
  for (const index of [...dropped].reverse()) {
    const without = new Set([...gone].filter((other) => other !== index));
    const fitted = fit(columns, without, width, barWidth, isAddition(columns[index]) ? COMFORTABLE : READABLE);
    if (fitted !== null) [gone, filled] = [without, fitted];
  }
  return filled;
}

/** The columns that are not dropped, with texts of at least `least` columns or whole. Null if they are too wide. */
function fit(
  columns: readonly ColumnSize[],
  dropped: ReadonlySet<number>,
  width: number,
  barWidth: number,
  least: number,
): Layout | null {
  const shown = columns.map((_, index) => index).filter((index) => !dropped.has(index));
  if (shown.length === 0) return null;
  const sizes = shown.map((index) => columns[index] as ColumnSize);
  const widths = fitWidths(sizes, width, barWidth, least);
  return widths === null ? null : { shown, widths, barWidth };
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
