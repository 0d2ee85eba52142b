import { PitwallError } from './errors.ts';

/** What the cells of a column seem to be. */
export type ColumnKind = 'ids' | 'dates' | 'people' | 'categories' | 'numbers' | 'text' | 'empty';

/** A column of a table that no format fits, and what its cells seem to be. */
export interface TypedColumn {
  name: string;
  kind: ColumnKind;
  /** What was seen in the sample: `dates in 28 of 30 rows, such as 2026-03-02`. */
  evidence: string;
  /** True if its name is made of words that columns are commonly called by, and so names nobody. */
  isCommonName: boolean;
}

/** A column that a field may be read from. */
export interface ProposedField {
  /** As `--map` and `fields` call it. */
  field: string;
  column: string;
  because: string;
  /** True where the column's name is kept back: `column` then only says which it is, and no file can be read with it. */
  isHidden?: true;
}

/** How a table that no format fits might be read: a guess for a person to confirm. */
export interface ColumnProposal {
  file: string;
  /** Rows that were looked at. */
  rows: number;
  columns: readonly TypedColumn[];
  /** Complete, so that the table can be read with them; empty where no guess is complete. */
  fields: readonly ProposedField[];
  /** Columns of dates that would be stages, in the order of the work: read so only if the format is named. */
  stages: readonly string[];
  /** The order of day and month, where only columns that are not read prove it; null otherwise. */
  dateOrder: 'dmy' | 'mdy' | null;
  /** The format that would read it so; null where no guess is complete. */
  format: string | null;
  /** Why there is no complete guess, or what makes it doubtful; null if nothing does. */
  doubt: string | null;
}

/** The error of a table that no format fits. */
export class UnknownFormatError extends PitwallError {
  readonly proposal: ColumnProposal;

  constructor(what: string, where: string, cure: string, proposal: ColumnProposal) {
    super('unknown-format', what, where, cure);
    this.proposal = proposal;
  }
}
