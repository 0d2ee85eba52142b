import { optionError } from '../problems/option-problem.ts';
import { seriesOf } from './snapshot-options.ts';

/** What relative limits are relative to. */
export interface BaselineOptions {
  /** The series of the history; may be left out if it has but one. */
  series?: string;
  /** Of how many of the latest periods the median is taken; 8 by default. */
  baselinePeriods?: number;
  /** How many periods ago the latest of them may be at most; 4 by default. */
  maxBaselineAge?: number;
}

const USUAL_PERIODS = 8;
const USUAL_AGE = 4;
const MOST = 1000;

/** @throws PitwallError `bad-option` */
export function baselineSettingsOf({ baselinePeriods, maxBaselineAge, series }: BaselineOptions) {
  return {
    series: series === undefined ? undefined : seriesOf(series),
    periods: wholeNumber('--baseline-periods', baselinePeriods ?? USUAL_PERIODS),
    maxAge: wholeNumber('--max-baseline-age', maxBaselineAge ?? USUAL_AGE),
  };
}

function wholeNumber(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= MOST) return value;
  throw optionError(option, `\`${value}\` is not a number of periods`, `Write a whole number from 1 to ${MOST}`);
}
