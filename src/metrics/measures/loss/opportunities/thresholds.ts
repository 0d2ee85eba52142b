import { FEWEST_DAYS_FOR_YEAR } from '../../../derive/year.ts';

/** Nothing is called an opportunity that rests on less. */
export const THRESHOLDS = {
  /** Items that it touches. */
  items: 10,
  /** Days of window. */
  days: FEWEST_DAYS_FOR_YEAR,
  /** Stays that left a stage that checks. */
  visits: 20,
  /** A stage that checks is worth asking about when it lets at least this share pass. */
  passRate: 0.95,
};

/** How many are named. */
export const MOST_NAMED = 5;
