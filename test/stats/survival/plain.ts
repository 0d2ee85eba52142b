// Survival from its definitions, slowly: a pass over all items for each age.

export interface Life {
  end: number;
  finished: boolean;
  entry: number;
}

/** Share that lasts longer than t, and Greenwood's sum, of items at risk from their entry. */
export function plainSurvival(lives: readonly Life[], t: number): { share: number; greenwood: number } {
  const ages = [...new Set(lives.filter(({ finished }) => finished).map(({ end }) => end))].sort((a, b) => a - b);
  let share = 1;
  let greenwood = 0;
  for (const age of ages) {
    if (age > t) break;
    const seen = lives.filter(({ end, entry }) => entry <= 0 || entry < end);
    const atRisk = seen.filter(({ end, entry }) => (entry <= 0 || entry < age) && age <= end).length;
    const finishes = seen.filter(({ end, finished }) => finished && end === age).length;
    if (finishes === 0) continue;
    if (atRisk < 5 && seen.some(({ entry }) => entry > 0 && entry >= age)) continue;
    share *= (atRisk - finishes) / atRisk;
    greenwood += finishes / (atRisk * (atRisk - finishes));
  }
  return { share, greenwood };
}

export const columns = (lives: readonly Life[]) => ({
  ends: lives.map(({ end }) => end),
  finished: lives.map(({ finished }) => (finished ? 1 : 0)),
  entries: lives.map(({ entry }) => entry),
});

/** Weeks of remission under 6-MP; `+` where it still lasted. */
export const REMISSIONS: Life[] = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((text) => ({ end: Number.parseInt(text, 10), finished: !text.endsWith('+'), entry: 0 }));
