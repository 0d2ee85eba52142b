export type Verdict = 'improved' | 'worse' | 'higher' | 'lower' | 'noEvidence' | 'tooFew';

/** Chances up to this are taken for a difference. */
const LEVEL = 0.05;

/**
 * What a comparison comes to, in a word.
 *
 * @param p adjusted for all comparisons made; null if there was too little to compare
 * @param difference B less A: its sign is the direction
 * @param better which side of it is better; null if neither
 */
export function verdictOf(p: number | null, difference: number, better: 'lower' | 'higher' | null): Verdict {
  if (p === null) return 'tooFew';
  if (p > LEVEL || difference === 0) return 'noEvidence';
  const direction = difference > 0 ? 'higher' : 'lower';
  if (better === null) return direction;
  return direction === better ? 'improved' : 'worse';
}
