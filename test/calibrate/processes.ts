// Teams that finish work, day by day, as chance has it.
import type { RandomStream } from '../../src/stats/random/index.ts';
import { overDispersed, poisson } from './draws.ts';

/** Draws what finishes in each week and on each of its days; a process is made anew for each team. */
export type Process = (stream: RandomStream) => (week: number) => number[];

const FLAT = [1, 1, 1, 1, 1, 1, 1].map((part) => part / 7);
const WORKDAYS = [0.05, 0.1, 0.2, 0.25, 0.4, 0, 0];

/** Counts of the days of one week, from its rate. */
const days = (stream: RandomStream, rate: number, parts: readonly number[] = FLAT) =>
  parts.map((part) => (part === 0 ? 0 : poisson(stream, rate * part)));

const poissonWeeks =
  (rate: number, parts?: readonly number[]): Process =>
  (stream) =>
  () =>
    days(stream, rate, parts);

/** The week's count is over-dispersed, and falls on its days by chance. */
const overDispersedWeeks: Process = (stream) => () => {
  const week = FLAT.map(() => 0);
  for (let left = overDispersed(stream, 6, 3); left > 0; left--) week[stream.below(7)]!++;
  return week;
};

/** Processes that stay what they are: on these the answer must hold. */
export const STATIONARY: Record<string, Process> = {
  'Poisson, 2 a week': poissonWeeks(2),
  'Poisson, 6 a week': poissonWeeks(6),
  'Poisson, 6 a week, most on Fridays': poissonWeeks(6, WORKDAYS),
  'over-dispersed, 6 a week, variance three times the mean': overDispersedWeeks,
};

/** Processes that change, or that hang together: what a forecast from the past cannot know. */
export const OTHERS: Record<string, Process> = {
  'every other week, 12': (stream) => {
    const odd = stream.below(2);
    return (week) => days(stream, (week + odd) % 2 === 0 ? 12 : 0);
  },
  'weeks that hang together (log rate: correlation 0.7, sd 0.4)': (stream) => {
    let level = 0.4 * stream.normal();
    return () => {
      level = 0.7 * level + 0.4 * Math.sqrt(1 - 0.49) * stream.normal();
      return days(stream, 6 * Math.exp(level));
    };
  },
  'a rate that drifts (log rate: random walk, 0.08 a week)': (stream) => {
    let level = 0;
    return () => {
      level += 0.08 * stream.normal();
      return days(stream, 6 * Math.exp(level));
    };
  },
  'a rate that falls by 1.5 % a week': (stream) => (week) => days(stream, 8 * 0.985 ** week),
  'a rate that rises by 1.5 % a week': (stream) => (week) => days(stream, 4 * 1.015 ** week),
  'two weeks shut in every 13, unknown': (stream) => {
    const first = stream.below(13);
    return (week) => days(stream, (week + first) % 13 < 2 ? 0 : 6);
  },
};
