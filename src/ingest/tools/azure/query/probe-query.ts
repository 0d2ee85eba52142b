import type { Probe, TableSample } from '../../../format.ts';
import { distinctShare } from '../../../table/column-words/date-cells.ts';
import { findName } from '../../../table/column-words/header-names.ts';
import { headerKey } from '../../../table/header-key.ts';
import { ID, OWN, STATE, TYPE, USUAL } from './query-columns.ts';

/** Below this share of different ids the rows are revisions or changes of items, not items. */
const DISTINCT_IDS = 0.75;

/**
 * Recognises the columns of a query: id, type and state with one more that is usual; or, where the query has neither type
 * nor state, an id, the dates of activation and closing, and no column that is not one of Azure DevOps'.
 */
export function probeQuery(sample: TableSample): Probe {
  const { header } = sample;
  const column = (name: string) => findName(header, [name]);
  const written = (names: readonly string[]) =>
    names.map(column).flatMap((index) => (index === -1 ? [] : [header[index] as string]));
  const id = column(ID);
  const no = (missing: string[]): Probe => ({ score: 'no', matched: written([ID, TYPE, STATE]), missing });
  if (id === -1) return no(['ID']);
  const filled = sample.rows.some((row) => (row[id] ?? '').trim() !== '');
  if (filled && distinctShare(sample, id) < DISTINCT_IDS)
    return no([`ids that do not repeat (those of ${header[id]} do)`]);
  const others = written(OWN.filter((name) => name !== TYPE));
  const title = written(['title']);
  if (column(TYPE) !== -1 && column(STATE) !== -1 && others.length + title.length > 0) {
    return { score: 'certain', matched: [...written([ID, TYPE, STATE]), ...title, ...others].slice(0, 6), missing: [] };
  }
  const usual = new Set(USUAL.map(headerKey));
  const isPlain = header.every((name) => name === '' || usual.has(headerKey(name)));
  const dates = written(['activated date', 'closed date']);
  if (dates.length === 2 && isPlain) return { score: 'certain', matched: [...written([ID]), ...dates], missing: [] };
  return no(['Work Item Type and State, or Activated Date and Closed Date']);
}
