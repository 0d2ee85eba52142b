import { type WeeklyHistory, weekTotals } from './history.ts';
import { drawUnits } from './units.ts';

const FEWEST_WEEKS = 8;
const FEWEST_ITEMS = 10;
const FEWEST_BUSY_WEEKS = 5;
const FEWEST_BUSY_WEEKS_OF_PAIRS = 4;

/** What a history has too little of. */
export interface Lack {
  of: 'weeks' | 'finishedItems' | 'weeksWithFinishes';
  have: number;
  need: number;
}

/** What is missing for a forecast; empty if nothing is. */
export function lacks(history: WeeklyHistory): Lack[] {
  const busy = weekTotals(history).filter((total) => total > 0).length;
  const inPairs = drawUnits(history).size === 2;
  const needs: Lack[] = [
    { of: 'weeks', have: history.weeks, need: FEWEST_WEEKS },
    { of: 'finishedItems', have: history.items, need: FEWEST_ITEMS },
    { of: 'weeksWithFinishes', have: busy, need: inPairs ? FEWEST_BUSY_WEEKS_OF_PAIRS : FEWEST_BUSY_WEEKS },
  ];
  return needs.filter(({ have, need }) => have < need);
}
