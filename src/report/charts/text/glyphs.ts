/** The characters that a chart is drawn with. */
export interface Glyphs {
  /** Whether dots are drawn eight to a cell. */
  braille: boolean;
  axis: { level: string; upright: string; corner: string; upTick: string; levelTick: string };
  /** Parts of a row from the lowest up; the last is a whole one. */
  levels: readonly string[];
  /** A bar of which only a part lies in the window. */
  incomplete: string;
  /** Parts of a column from the shortest up; the last is a whole one. */
  lengths: readonly string[];
  /** One for each area or part of a stack; neighbours look unlike. */
  textures: readonly string[];
  /** From the lowest band up. */
  bands: readonly string[];
  /** One for each group of dots. */
  marks: readonly string[];
  /** Dots in one cell, where there is no braille: one, some, many. */
  density: readonly string[];
  item: string;
  signal: string;
  line: string;
  reference: { level: string; upright: string };
  arrow: { up: string; right: string; onward: string };
  none: string;
}

export const UNICODE: Glyphs = {
  braille: true,
  axis: { level: '─', upright: '│', corner: '└', upTick: '┬', levelTick: '┤' },
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  incomplete: '░',
  lengths: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  textures: ['█', '░', '▓', '╱', '▒', '┼', '▚', '·', '▤', '╳', '▥', '═', '▧'],
  bands: ['·', '░', '▒', '▓'],
  marks: ['●', '△', '■', '◇', '×', '○', '▲', '□'],
  density: ['●'],
  item: '●',
  signal: '◆',
  line: '━',
  reference: { level: '┄', upright: '┊' },
  arrow: { up: '↑', right: '→', onward: '→' },
  none: '·',
};

export const ASCII: Glyphs = {
  braille: false,
  axis: { level: '-', upright: '|', corner: '+', upTick: '+', levelTick: '+' },
  levels: ['.', '.', '.', '#', '#', '#', '#', '#'],
  incomplete: ':',
  lengths: ['-', '-', '-', '#', '#', '#', '#', '#'],
  textures: ['#', '.', '%', '/', '+', ':', '*', '-', 'o', '\\', '&', '=', '~'],
  bands: ['.', ':', '+', '%'],
  marks: ['o', 'x', '#', '+', '*', '@', '%', '&'],
  density: ['.', 'o', 'O', '@'],
  item: 'O',
  signal: '@',
  line: '=',
  reference: { level: '-', upright: ':' },
  arrow: { up: '^', right: '>', onward: '->' },
  none: '.',
};

/** Marks of typography that pitwall's own texts have, in ASCII, as wide as they were. */
const PLAIN: Readonly<Record<string, string>> = {
  '…': '~',
  '×': 'x',
  '—': '-',
  '–': '-',
  '·': ',',
  '“': '"',
  '”': '"',
  '’': "'",
  '→': '>',
  '←': '<',
};

/** A text with the marks of typography in ASCII; letters of names stay. */
export function plainText(text: string): string {
  return text.replace(/[…×—–·“”’→←]/g, (mark) => PLAIN[mark] ?? mark);
}
