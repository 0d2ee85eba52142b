import type { AnonymizedColumn } from '../index.ts';

const HEADINGS = ['column', 'kept', 'people', 'text', 'dates'] as const;
const WHY = 'kept because it is';
/** Names of JSON keys can be long; their end says most. */
const LONGEST = 60;

/** What became of each column's values, and why some were kept, as a table; columns without any are left out. */
export function anonymizedText(columns: readonly AnonymizedColumn[]): string {
  const told = columns.filter(({ kept, people, text, dates }) => kept + people + text + dates > 0);
  const rows = told.map((column) => HEADINGS.map((heading) => shown(column[heading])));
  const reasons = [WHY, ...told.map(({ why }) => why.join(', '))];
  const lines = [HEADINGS as readonly string[], ...rows];
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((line) => (line[at] as string).length)));
  return lines
    .map((line, row) => {
      const [name = '', ...counts] = line;
      const padded = counts.map((count, at) => count.padStart(widths[at + 1] as number));
      return `${[name.padEnd(widths[0] as number), ...padded, reasons[row]].join('  ').trimEnd()}\n`;
    })
    .join('');
}

function shown(cell: string | number): string {
  if (typeof cell === 'number') return cell === 0 ? '' : String(cell);
  const safe = cell.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return safe.length > LONGEST ? `…${safe.slice(1 - LONGEST)}` : safe;
}
