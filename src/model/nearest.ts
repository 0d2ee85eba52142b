import { distance } from 'fastest-levenshtein';

/** How many letters may be wrong: more would suggest words that have nothing to do with what was typed. */
function tolerance(word: string): number {
  return word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
}

/** The candidate that a mistyped word was most likely meant to be; null if none is near. Letter case does not count. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.trim().toLowerCase();
  // Separators are what people vary most: `time_zone`, `hourly-rate`.
  const plain = typed.replace(/[-_ ]/g, '');
  let best = tolerance(typed) + 1;
  let found: string | null = null;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (known === typed) return candidate;
    const partly = typed.length > 2 && known.length > 2 && (known.startsWith(typed) || typed.startsWith(known));
    const edits = partly ? 1 : Math.min(distance(typed, known), distance(plain, known));
    if (edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return found;
}
