import Table from 'cli-table3';
import { textWidth } from './text-width.ts';

/** A column of drawn rows. */
export interface RowColumn {
  /** Columns of the terminal, at least 1. No cell is wider. */
  width: number;
  align: 'left' | 'right';
  /** Columns of the terminal before it. */
  gap: number;
}

/** A cell's text, already cut to its column, and its colours. */
export interface RowCell {
  text: string;
  style: (text: string) => string;
}

/**
 * Longer lists are drawn by hand. cli-table3 takes 40 µs for every cell and compares each with all rows above it: a list
 * of 7 500 items took more than two seconds.
 */
const MOST_ROWS = 50;

/**
 * Texts whose width cli-table3 measures as we do: one column a character for Latin, Greek, Cyrillic, punctuation,
 * arrows and bars, two for Han, kana, Hangul syllables and full-width forms. It misjudges some emoji and the vowel signs
 * of Indic scripts, so rows with these would be too wide.
 */
const MEASURED_ALIKE =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** Rows of cells as aligned lines without borders. */
export function drawRows(rows: readonly (readonly RowCell[])[], columns: readonly RowColumn[]): string[] {
  const byTable = rows.map((row) => rows.length <= MOST_ROWS && measuredAlike(row));
  const drawn = drawnByTable(
    rows.filter((_, index) => byTable[index]),
    columns,
  );
  let next = 0;
  return rows.map((row, index) => (byTable[index] ? (drawn[next++] as string) : drawnByHand(row, columns)).trimEnd());
}

function measuredAlike(row: readonly RowCell[]): boolean {
  return row.every(({ text }) => MEASURED_ALIKE.test(text));
}

/** No lines around or between cells, only space. */
const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

function drawnByTable(rows: readonly (readonly RowCell[])[], columns: readonly RowColumn[]): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: BORDERLESS,
    colWidths: columns.map(({ gap, width }) => gap + width),
    colAligns: columns.map(({ align }) => align),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    wordWrap: false,
  });
  for (const row of rows) {
    table.push(
      row.map(({ text, style }, index) => ({
        content: style(text),
        style: { 'padding-left': (columns[index] as RowColumn).gap },
      })),
    );
  }
  return table.toString().split('\n');
}

function drawnByHand(row: readonly RowCell[], columns: readonly RowColumn[]): string {
  return row
    .map(({ text, style }, index) => {
      const { width, align, gap } = columns[index] as RowColumn;
      const space = ' '.repeat(width - textWidth(text));
      return ' '.repeat(gap) + (align === 'left' ? style(text) + space : space + style(text));
    })
    .join('');
}
