import { meansBefore, meansGroup, meansId, meansStatus } from '../table/column-words/column-meaning.ts';
import { asideOf, wordRole } from '../table/column-words/date-meaning.ts';
import { chooseColumn } from './choose-column.ts';
import { type Guess, proposed } from './guess.ts';
import { knownShare, type SampledColumn } from './typed-columns.ts';

/** A log of changes: an id that comes again, a time, and a status; null if the table is none. */
export function changesGuess(columns: readonly SampledColumn[], rows: number): Guess | null {
  const id = chooseColumn(columns, ({ distinct, filled, kind, name }) => {
    const repeats = filled === rows && distinct < rows * 0.75 && distinct > 1;
    const isItem = kind !== 'dates' && kind !== 'people' && meansId(name) && !meansGroup(name) && !meansStatus(name);
    return repeats && isItem ? 0 : null;
  });
  const time = chooseColumn(columns, ({ filled, kind, name }) => {
    const aside = asideOf(name);
    if (kind !== 'dates' || filled !== rows || aside === 'plan' || aside === 'paperwork') return null;
    return aside === 'change' ? 2 : wordRole(name) === null ? 1 : wordRole(name) === 'created' ? null : 0;
  });
  const states = columns.filter((column) => column.kind === 'categories' && column !== id && column.filled >= rows / 2);
  const to = chooseColumn(states, ({ cells, distinct, name }) => {
    if (meansBefore(name) || distinct < 2) return null;
    return (meansStatus(name) ? 1 : 0) + knownShare(cells.filter((cell) => cell !== ''));
  });
  if (id === undefined || time === undefined || to === undefined) return null;
  const from = chooseColumn(states, (column) => (column !== to && sharesValues(column, to) ? 0 : null));
  // A table of items may have a column that comes again, too: without a change in it, its own ids count.
  const hasOwnIds = columns.some(({ distinct, filled, name }) => filled === rows && distinct === rows && meansId(name));
  if (hasOwnIds && from === undefined && asideOf(time.name) !== 'change') return null;
  const fields = [
    proposed('id', id, `${id.distinct} values in ${rows} rows: each item has several`),
    proposed('to', to, to.evidence),
    proposed('at', time, time.evidence),
  ];
  if (from !== undefined) fields.push(proposed('from', from, `its values are among those of ${to.name}`));
  return { fields, stages: [], doubt: null };
}

function sharesValues(column: SampledColumn, other: SampledColumn): boolean {
  const values = new Set(other.cells);
  const own = [...new Set(column.cells)].filter((cell) => cell !== '');
  return own.length > 1 && own.filter((cell) => values.has(cell)).length >= own.length * 0.6;
}
