import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import { shellWord } from '../../model/shell-word.ts';

/** How sure the formats are of a sheet. */
export interface SheetFit {
  name: string;
  hidden: boolean;
  /** 2: a format is certain; 1: one is likely; 0: none; null: the sheet is empty. */
  certainty: 0 | 1 | 2 | null;
}

/** The sheet of this name; in another letter case if only one sheet is called so. */
export function namedSheet(names: readonly string[], wanted: string, file: string): number {
  const exact = names.indexOf(wanted);
  if (exact !== -1) return exact;
  const key = (name: string) => name.trim().toLowerCase();
  const same = names.flatMap((name, index) => (key(name) === key(wanted) ? [index] : []));
  if (same.length === 1) return same[0] as number;
  const near = nearest(wanted, names);
  const cure =
    near === null
      ? `The sheets are: ${names.join(', ')}.`
      : `Did you mean "${near}"? The sheets are: ${names.join(', ')}.`;
  throw new PitwallError('unknown-sheet', `there is no sheet "${wanted}"`, file, cure);
}

/**
 * The sheet to read if the user names none: the one that a format is certain of, else the only likely one, else the only
 * one that is not empty. Hidden sheets are read by name alone.
 * @throws PitwallError `ambiguous-sheet`, `no-rows`
 */
export function chosenSheet(fits: readonly SheetFit[], file: string): SheetFit {
  const filled = fits.filter(({ hidden, certainty }) => !hidden && certainty !== null);
  if (filled.length === 0) {
    const hidden = fits.filter((fit) => fit.hidden && fit.certainty !== null).map(({ name }) => name);
    const cure =
      hidden.length === 0
        ? 'Export again with the items included.'
        : `Hidden ones are read by name: --sheet ${shellWord(hidden[0] as string)}.`;
    throw new PitwallError('no-rows', 'its sheets are empty', file, cure);
  }
  const best = Math.max(...filled.map(({ certainty }) => certainty as number));
  const candidates = filled.filter(({ certainty }) => certainty === best);
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) return only;
  const names = candidates.map(({ name }) => name);
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
  const what =
    best === 0 ? `no format fits one of its sheets (${shown})` : `several of its sheets may be meant (${shown})`;
  throw new PitwallError('ambiguous-sheet', what, file, `Say which with --sheet ${shellWord(names[0] as string)}.`);
}
