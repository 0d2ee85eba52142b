import { gzipSync } from 'node:zlib';
import { workbookOf } from '../ingest/workbook-of.ts';
import { zipOf } from '../ingest/zip-of.ts';
import { Random } from '../reference/log/random.ts';
import { type Cells, cellsOf } from './cells.ts';
import type { Spelling } from './spelling.ts';
import type { WorkItem } from './work.ts';

/** A number that every reader gives back as it stands, and that a spreadsheet keeps. */
const NUMBER = /^(?:0|[1-9]\d{0,14}|0\.5)$/;
/** Longer ones are written in JSON as well: their digits must not be rounded. */
const LONG_NUMBER = /^(?:0|[1-9]\d{0,18}|0\.5)$/;

/** The bytes of the file that says what the items went through. */
export function written(items: readonly WorkItem[], spelling: Spelling): Uint8Array {
  const rows = cellsOf(items, spelling);
  const random = new Random(spelling.seed + 1);
  if (spelling.kind === 'workbook') return workbook(rows, spelling);
  const text = spelling.kind === 'csv' ? csv(rows, spelling, random) : json(rows, spelling, random);
  return packed(encoded(text, spelling.encoding), spelling.packed);
}

function csv(rows: readonly Cells[], { csv: { delimiter, hint, lineEnd, quotes } }: Spelling, random: Random): string {
  const quoted = (cell: string): string => {
    const manner = quotes === 'any' ? random.pick(['all', 'needed', 'bare']) : quotes;
    // A quote within a cell is a letter where none stands at its start.
    const needs = cell.startsWith('"') || /[\r\n]/.test(cell) || cell.includes(delimiter);
    if (manner === 'all' || needs || (manner === 'needed' && cell.includes('"')))
      return `"${cell.replaceAll('"', '""')}"`;
    return cell;
  };
  const lines = [namesOf(rows), ...rows.map((cells) => cells.map(([, text]) => text))];
  const body = lines.map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd);
  return `${hint ? `sep=${delimiter}${lineEnd}` : ''}${body}${random.chance(0.7) ? lineEnd : ''}`;
}

function json(rows: readonly Cells[], { json: { empty, escaped, shape, spaced, typed } }: Spelling, random: Random) {
  const gap = () => (spaced ? random.pick(['', ' ', '\n  ', '\t']) : '');
  const value = (column: string, text: string): string => {
    if (text === '' && empty === 'null') return 'null';
    if (typed && LONG_NUMBER.test(text)) return text;
    const people = typed && column === 'assignee' && text.includes(';') && text.trim() === text;
    const quoted = JSON.stringify(people ? text.split(';') : text);
    if (!escaped) return quoted;
    return quoted.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  };
  const records = rows.map((cells, row) => {
    // The first record has all keys: what columns there are shows in the first few.
    const kept = cells.filter(([, text]) => row === 0 || empty !== 'missing' || text !== '');
    const ordered = row > 0 && random.chance(0.1) ? random.shuffled(kept) : kept;
    const line = shape === 'lines';
    const space = line ? () => '' : gap;
    return `{${ordered.map(([column, text]) => `${space()}"${column}"${space()}:${space()}${value(column, text)}`).join(',')}${space()}}`;
  });
  if (shape === 'lines') return records.join(spaced ? '\r\n' : '\n') + (random.chance(0.7) ? '\n' : '');
  const array = `[${records.map((record) => gap() + record).join(',')}${gap()}]`;
  return shape === 'array' ? array : `{"exported":"today","records":${array},"more":false}`;
}

function workbook(rows: readonly Cells[], { workbook: { shared, typed } }: Spelling): Uint8Array {
  const strings = new Map<string, number>();
  const lines = [namesOf(rows), ...rows.map((cells) => cells.map(([, text]) => text))];
  const cell = (text: string, place: string): string => {
    if (text === '') return '';
    if (typed && NUMBER.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
    const inner = `<t xml:space="preserve">${markup(text)}</t>`;
    if (!shared) return `<c r="${place}" t="inlineStr"><is>${inner}</is></c>`;
    const known = strings.get(inner) ?? strings.size;
    strings.set(inner, known);
    return `<c r="${place}" t="s"><v>${known}</v></c>`;
  };
  const sheet = lines.map((cells, row) => {
    const inner = cells.map((text, column) => cell(text, `${String.fromCharCode(65 + column)}${row + 1}`));
    return `<row r="${row + 1}">${inner.join('')}</row>`;
  });
  return workbookOf([{ name: 'Log', rows: sheet.join('') }], { strings: [...strings.keys()] });
}

function namesOf(rows: readonly Cells[]): string[] {
  return (rows[0] as Cells).map(([column]) => column);
}

/** Text in XML, which makes one line feed of every line end that stands in it as it is. */
function markup(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
  return text.replace(/[&<>\r]/g, (letter) => names[letter] as string);
}

function encoded(text: string, encoding: Spelling['encoding']): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1');
  }
}

function packed(bytes: Uint8Array, way: Spelling['packed']): Uint8Array {
  const half = bytes.length >> 1;
  switch (way) {
    case 'no':
      return bytes;
    case 'gzip':
      return gzipSync(bytes, { level: 1 });
    case 'two gzip members':
      return Buffer.concat([gzipSync(bytes.subarray(0, half), { level: 1 }), gzipSync(bytes.subarray(half))]);
    case 'zip':
      return zipOf([{ name: 'log.txt', data: bytes }]);
  }
}
