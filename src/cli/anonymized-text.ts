import type { AnonymizedColumn } from '../index.ts';

const HEADINGS = ['column', 'kept', 'people', 'text', 'dates'] as const;
const WHY = 'kept because it is';
/** Paths of JSON keys can be long, and their end matters most. */
const LONGEST = 60;
const MOST_NAMED = 8;

/** How many values of each column were kept or replaced, and why some were kept, as a table without empty columns. */
export function anonymizedText(columns: readonly AnonymizedColumn[]): string {
  const counted = columns.filter(({ kept, people, text, dates }) => kept + people + text + dates > 0);
  const rows = counted.map((column) => HEADINGS.map((heading) => shown(column[heading])));
  const reasons = [WHY, ...counted.map(({ why }) => why.join(', '))];
  const lines = [HEADINGS as readonly string[], ...rows];
  const widths = HEADINGS.map((_, at) => lines.reduce((most, line) => Math.max(most, (line[at] as string).length), 0));
  return lines
    .map((line, row) => {
      const [name = '', ...counts] = line;
      const padded = counts.map((count, at) => count.padStart(widths[at + 1] as number));
      return `${[name.padEnd(widths[0] as number), ...padded, reasons[row]].join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** Warns that figures may differ in the copy; empty if none should. */
export function differenceText(columns: readonly AnonymizedColumn[]): string {
  const names = columns.filter(({ matters }) => matters).map(({ column }) => shown(column));
  if (names.length === 0) return '';
  const some = names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ', …' : '');
  return `pitwall: names were replaced in ${some}: figures that depend on them may differ in the copy, such as which of two projects counts. --keep <column> keeps them.\n`;
}

function shown(cell: string | number): string {
  if (typeof cell === 'number') return cell === 0 ? '' : String(cell);
  const safe = cell.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return safe.length > LONGEST ? `…${safe.slice(1 - LONGEST)}` : safe;
}
