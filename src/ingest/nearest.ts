import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt name most likely means; null if none is near (within 40 % of its letters). */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.trim().toLowerCase();
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.trim().toLowerCase());
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return bestDistance <= Math.max(1, Math.floor(wanted.length * 0.4)) ? best : null;
}
