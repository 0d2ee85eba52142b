import type { Handoffs } from '../../../../contract/handoffs-schema.ts';
import { type TablePart, table } from '../../../../model/document/document-parts.ts';

/** Those with the most hand-offs have a row and a column each. */
const MOST = 8;
const OTHERS = 'others';

type Pairs = NonNullable<Handoffs['pairs']>;

/**
 * Who passed work to whom: a row for each giver, a column for each receiver. Columns are numbered as the rows are, so
 * that the table stays narrow whatever the names. Where it does not fit: how often each gave and received.
 */
export function handoffMatrix(pairs: Pairs, who: string): TablePart {
  const [names, rest] = mostFrequent(pairs);
  const labels = [...names.map((_, index) => String(index + 1)), ...(rest ? ['Others'] : [])];
  const size = labels.length;
  const places = new Map(names.map((name, index) => [name, index]));
  const placeOf = (name: string) => places.get(name) ?? size - 1;
  const counts = labels.map(() => new Array<number>(size).fill(0));
  for (const { from, to, count } of pairs) {
    const row = counts[placeOf(from)] as number[];
    row[placeOf(to)] = (row[placeOf(to)] as number) + count;
  }
  const sum = (row: readonly number[]) => row.reduce((total, count) => total + count, 0);
  const shown = rest ? `: the ${MOST} ${who} with the most hand-offs` : '';
  const list = table(
    `How often each gave and received an item${shown}`,
    [
      { label: 'Who', unit: 'text' },
      { label: 'Given', unit: 'number', bar: true },
      { label: 'Received', unit: 'number' },
    ],
    counts.map((row, index) => [names[index] ?? OTHERS, sum(row), sum(counts.map((other) => other[index] as number))]),
  );
  return table(
    `Who passed items to whom (rows to columns)${shown}`,
    [
      { label: 'From', unit: 'text' },
      ...labels.map((label) => ({ label, unit: 'number' }) as const),
      { label: 'Given', unit: 'number' },
    ],
    counts.map((row, index) => [
      names[index] === undefined ? OTHERS : `${index + 1} ${names[index]}`,
      ...row.map((count, column) => (column === index && count === 0 && names[index] !== undefined ? '·' : count)),
      sum(row),
    ]),
    'No finished item changed hands.',
    { narrow: list },
  );
}

/** The names with the most hand-offs, given and received, and whether there are others. */
function mostFrequent(pairs: Pairs): [names: string[], rest: boolean] {
  const counts = new Map<string, number>();
  for (const { from, to, count } of pairs)
    for (const name of [from, to]) counts.set(name, (counts.get(name) ?? 0) + count);
  const names = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
  // One more costs no more room than a row of others.
  return names.length <= MOST + 1 ? [names, false] : [names.slice(0, MOST), true];
}
