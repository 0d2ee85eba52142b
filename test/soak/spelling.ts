import type { Random } from '../reference/log/random.ts';
import { COLUMNS, type Column, type WorkItem } from './work.ts';

/** One way to write the rows of a log into a file. All choices left open come from its seed. */
export interface Spelling {
  kind: 'csv' | 'json' | 'workbook';
  seed: number;
  /** How rows follow each other. */
  order: 'oldest first' | 'newest first' | 'by item' | 'shuffled';
  columns: readonly Column[];
  /** Instants end with `Z`, with an offset, or with either. */
  zone: 'Z' | 'offset' | 'either';
  /** True if there is white space around some cells. */
  padded: boolean;
  /** True if a column that nobody reads stands among the others. */
  notes: boolean;
  encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  packed: 'no' | 'gzip' | 'two gzip members' | 'zip';
  /** Bytes that come at a time, at most; null: all at once. */
  chunk: number | null;
  csv: {
    delimiter: ',' | ';' | '\t' | '|';
    lineEnd: '\n' | '\r\n' | '\r';
    /** `bare`: cells with a quote in them stand without quotes around where readers take that. */
    quotes: 'all' | 'needed' | 'bare' | 'any';
    hint: boolean;
  };
  json: {
    shape: 'array' | 'wrapped' | 'lines';
    /** True if digits stand as numbers, and several people as a list. */
    typed: boolean;
    escaped: boolean;
    spaced: boolean;
    /** What stands for an empty cell. */
    empty: 'text' | 'null' | 'missing';
  };
  workbook: { shared: boolean; typed: boolean };
}

/** The plainest: what all others are compared with. */
export const PLAIN: Spelling = {
  kind: 'csv',
  seed: 1,
  order: 'oldest first',
  columns: COLUMNS,
  zone: 'Z',
  padded: false,
  notes: false,
  encoding: 'utf-8',
  packed: 'no',
  chunk: null,
  csv: { delimiter: ',', lineEnd: '\n', quotes: 'needed', hint: false },
  json: { shape: 'array', typed: false, escaped: false, spaced: false, empty: 'text' },
  workbook: { shared: false, typed: false },
};

const CHUNKS = [1, 2, 3, 7, 63, 64, 65, 511, 4095, 4097, 65_535, 65_536, 65_537, 262_145, null, null, null];

/** A file of each kind, and several of the kinds that have many forms. */
export function randomSpellings(random: Random, items: readonly WorkItem[]): Spelling[] {
  const latin = isWindows1252(items);
  const one = (kind: Spelling['kind'], shape: Spelling['json']['shape'] = 'array') =>
    randomSpelling(random, kind, shape, latin);
  return [
    one('csv'),
    one('csv'),
    one('csv'),
    one('csv'),
    one('json', 'array'),
    one('json', 'wrapped'),
    one('json', 'lines'),
    one('workbook'),
  ];
}

function randomSpelling(
  random: Random,
  kind: Spelling['kind'],
  shape: Spelling['json']['shape'],
  latin: boolean,
): Spelling {
  const encodings = ['utf-8', 'utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', ...(latin ? ['windows-1252'] : [])];
  return {
    kind,
    seed: random.whole(1, 1_000_000),
    order: random.pick(['oldest first', 'newest first', 'by item', 'shuffled', 'shuffled']),
    columns: random.chance(0.3) ? COLUMNS : random.shuffled(COLUMNS),
    zone: random.pick(['Z', 'offset', 'either']),
    padded: random.chance(0.3),
    notes: random.chance(0.3),
    encoding: random.pick(encodings) as Spelling['encoding'],
    packed: random.pick(['no', 'no', 'gzip', 'two gzip members', 'zip']),
    chunk: random.pick(CHUNKS),
    csv: {
      delimiter: random.pick([',', ';', '\t', '|']),
      lineEnd: random.pick(['\n', '\r\n', '\r']),
      quotes: random.pick(['all', 'needed', 'bare', 'any']),
      hint: random.chance(0.2),
    },
    json: {
      shape,
      typed: random.chance(0.5),
      escaped: random.chance(0.3),
      spaced: random.chance(0.3),
      empty: random.pick(['text', 'null', 'missing']),
    },
    workbook: { shared: random.chance(0.5), typed: random.chance(0.5) },
  };
}

/** True if every text can be written in windows-1252, and one at least is not ASCII. */
function isWindows1252(items: readonly WorkItem[]): boolean {
  const text = JSON.stringify(items);
  return /^[\0-\x7fÀ-ÿ€–]*$/.test(text);
}
