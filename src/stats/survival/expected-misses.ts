/**
 * How many of the open items will miss their limit on average: the sum of what each lacks to certainty. Items whose chance
 * is not known are counted apart.
 */
export function expectedMisses(chances: readonly (number | null)[]): { misses: number; unknown: number } {
  let misses = 0;
  let unknown = 0;
  for (const chance of chances) {
    if (chance === null) unknown++;
    else misses += 1 - chance;
  }
  return { misses, unknown };
}
