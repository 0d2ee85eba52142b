import { Random } from '../reference/log/random.ts';
import type { Spelling } from './spelling.ts';
import { type Column, type Row, rowsOf, type WorkItem } from './work.ts';

/** What one row says: the cells by column, in the order in which they are written. */
export type Cells = readonly (readonly [Column | 'notes', string])[];

/** The rows of a file before they get a form, in the order that the spelling wants. */
export function cellsOf(items: readonly WorkItem[], spelling: Spelling): Cells[] {
  const random = new Random(spelling.seed);
  const columns: (Column | 'notes')[] = [...spelling.columns];
  if (spelling.notes) columns.splice(random.whole(0, columns.length), 0, 'notes');
  return inOrder(items, spelling.order, random).map((row) =>
    columns.map((column) => [column, padded(cell(row, column, spelling, random), spelling, random)] as const),
  );
}

function inOrder(items: readonly WorkItem[], order: Spelling['order'], random: Random): Row[] {
  const rows = rowsOf(items);
  if (order === 'newest first') return rows.reverse();
  if (order === 'by item') return items.flatMap((item) => rowsOf([item]));
  if (order === 'oldest first') return rows;
  for (let at = rows.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [rows[at], rows[other]] = [rows[other] as Row, rows[at] as Row];
  }
  return rows;
}

function cell({ item, change }: Row, column: Column | 'notes', spelling: Spelling, random: Random): string {
  switch (column) {
    case 'assignee':
      return change.people.join(';');
    case 'from':
    case 'to':
    case 'points':
      return change[column];
    case 'at':
      return instant(change.at, spelling.zone, random);
    case 'created':
      return instant(item.created, spelling.zone, random);
    case 'notes':
      return random.pick(['', 'seen', 'a "note"\nof two lines', 'x'.repeat(700), `${random.next()}`]);
    default:
      return item[column];
  }
}

function instant(at: number, zone: Spelling['zone'], random: Random): string {
  const text = new Date(at).toISOString();
  const short = at % 1000 === 0 && random.chance(0.5) ? text.replace('.000', '') : text;
  if (zone === 'Z' || (zone === 'either' && random.chance(0.5))) return short;
  const [sign, hours] = random.pick([
    [1, '+01:00'],
    [-5, '-05:00'],
    [0, '+00:00'],
    [5.5, '+05:30'],
  ] as const);
  return new Date(at + sign * 3_600_000).toISOString().replace('Z', hours);
}

function padded(text: string, { padded }: Spelling, random: Random): string {
  if (!padded || random.chance(0.8)) return text;
  return random.pick([' ', '  ']) + text + random.pick(['', ' ', '   ']);
}
