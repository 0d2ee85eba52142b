import { safeLine } from '../terminal/safe-line.ts';

/** Something that a word may become. */
export interface Candidate {
  value: string;
  /** What it is, in a few words; empty if its name says so. */
  about: string;
}

/** What may stand in a place: the shell's files, or what is listed. */
export type Candidates = 'files' | readonly Candidate[];

export const named = (values: Iterable<string>, about = ''): Candidate[] =>
  Array.from(values, (value) => ({ value, about }));

/** True for a value that a line of a shell can hold as it is shown. */
export const isTypable = (value: string): boolean =>
  value !== '' && safeLine(value) === value && value.trim() === value;
