import type { ColumnKind } from '../../model/column-proposal.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import type { TableSample } from '../format.ts';
import { type ColumnContent, risingShare } from '../table/column-words/date-cells.ts';
import { isDateName, wordRole } from '../table/column-words/date-meaning.ts';
import { stageRun } from '../table/stage-columns/stage-run.ts';
import { contradictingStatus } from '../table/stage-columns/status-column.ts';
import { type Guess, proposed } from './guess.ts';
import { idOf } from './items-guess.ts';
import type { SampledColumn } from './typed-columns.ts';

const FEWEST = 3;
const RISING = 0.9;
const MOST_SHOWN = 8;

/**
 * One date column a stage, where the names do not say so plainly: three or more neighbouring dates that rise, most of them
 * with names that are neither those of dates nor of a creation, a start or an end; null if the table has none.
 *
 * @param usable the columns that a field can be read from
 */
export function stagesGuess(
  sample: TableSample,
  columns: readonly SampledColumn[],
  usable: readonly SampledColumn[],
): Guess | null {
  const content = (column: number): ColumnContent => CONTENT[columns[column]?.kind ?? 'text'];
  const run = stageRun(sample.header, content);
  const names = run.map((column) => sample.header[column] as string);
  const own = names.filter((name) => !isDateName(name) && (wordRole(name) === null || kindFromName(name) !== null));
  const id = idOf(usable, sample.rows.length);
  if (id === undefined || run.length < FEWEST || own.length < names.length * 0.75) return null;
  if (risingShare(sample, run) < RISING) return null;
  if (contradictingStatus(sample, run, names.map(kindFromName)) !== null) return null;
  return {
    fields: [proposed('id', id, id.kind === 'ids' ? id.evidence : 'no two rows have the same')],
    stages: names,
    doubt: `${listed(names)} may be stages in this order, which their names do not say plainly`,
  };
}

/** The first names, and how many there are besides. */
function listed(names: readonly string[]): string {
  const more = names.length - MOST_SHOWN;
  return names.slice(0, MOST_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const CONTENT: Readonly<Record<ColumnKind, ColumnContent>> = {
  dates: 'dates',
  empty: 'empty',
  ids: 'other',
  people: 'other',
  categories: 'other',
  numbers: 'other',
  text: 'other',
};
