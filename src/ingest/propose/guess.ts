import type { ProposedField } from '../../model/column-proposal.ts';
import type { SampledColumn } from './typed-columns.ts';

/** A guess at the columns of a table. */
export interface Guess {
  fields: ProposedField[];
  /** Columns of dates that are stages, in the order of the work; empty where the table is read in another way. */
  stages: readonly string[];
  doubt: string | null;
}

export const proposed = (field: string, { name }: SampledColumn, because: string): ProposedField => ({
  field,
  column: name,
  because,
});
