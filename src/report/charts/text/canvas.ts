import type { Brush, Paint } from './brush.ts';

/** The bits of a braille cell: two columns of four dots, from the top. */
const DOTS: readonly (readonly [left: number, right: number])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

/** Cells of a terminal to draw in: row 0 is the top. What lies outside is not drawn. */
export class Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly #texts: (string | null)[];
  readonly #bits: Uint8Array;
  readonly #paints: (Paint | null)[];

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.#texts = new Array(columns * rows).fill(null);
    this.#paints = new Array(columns * rows).fill(null);
    this.#bits = new Uint8Array(columns * rows);
  }

  has(column: number, row: number): boolean {
    return column >= 0 && column < this.columns && row >= 0 && row < this.rows;
  }

  /** Whether something is drawn in a cell; outside everything is. */
  taken(column: number, row: number): boolean {
    if (!this.has(column, row)) return true;
    const cell = row * this.columns + column;
    return this.#texts[cell] !== null || this.#bits[cell] !== 0;
  }

  /** Puts one character that is one column wide over whatever is there. */
  put(column: number, row: number, character: string, paint: Paint): void {
    if (!this.has(column, row)) return;
    const cell = row * this.columns + column;
    this.#texts[cell] = character;
    this.#paints[cell] = paint;
    this.#bits[cell] = 0;
  }

  /** Puts plain characters from a column on. */
  write(column: number, row: number, text: string, paint: Paint): void {
    for (let index = 0; index < text.length; index++) this.put(column + index, row, text[index] as string, paint);
  }

  /** Sets one of the 2 × 4 dots of a cell. `x` and `y` count dots from the top left; the last paint colours the cell. */
  dot(x: number, y: number, paint: Paint): void {
    const column = x >> 1;
    const row = y >> 2;
    if (!this.has(column, row)) return;
    const cell = row * this.columns + column;
    this.#texts[cell] = null;
    this.#bits[cell]! |= (DOTS[y & 3] as readonly [number, number])[x & 1] as number;
    this.#paints[cell] = paint;
  }

  /** The row as text, without blanks at its end; neighbours of one paint are coloured together. */
  line(row: number, brush: Brush): string {
    let line = '';
    let run = '';
    let paint: Paint | null = null;
    let blanks = '';
    const flush = () => {
      line += paint === null ? run : brush.paint(run, paint);
      run = '';
    };
    for (let column = 0; column < this.columns; column++) {
      const cell = row * this.columns + column;
      const bits = this.#bits[cell] as number;
      const text = this.#texts[cell] ?? (bits === 0 ? ' ' : String.fromCharCode(0x2800 + bits));
      if (text === ' ') {
        blanks += ' ';
        continue;
      }
      if (blanks !== '' || this.#paints[cell] !== paint) flush();
      line += blanks;
      blanks = '';
      paint = this.#paints[cell] as Paint | null;
      run += text;
    }
    flush();
    return line;
  }
}
