import { mean } from '../distribution.ts';
import { inProgressAt, inProgressBefore } from '../progress.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts } from '../types.ts';
import { averageWip } from './wip-metric.ts';

/** Definitions §5, littlesLaw. Always elapsed time. */
export function littlesLawMetric(facts: Facts[], window: Window) {
  const days = (window.to - window.from) / 86_400_000;
  const departed = facts.filter(({ started, open, end }) => started !== null && !open && inWindow(end, window));
  const average = averageWip(facts, window);
  const departuresPerDay = days > 0 ? departed.length / days : null;
  const meanDays = mean(departed.map(({ started, end }) => (end - started!) / 86_400_000));
  const product = departuresPerDay === null || meanDays === null ? null : departuresPerDay * meanDays;
  return {
    averageWip: average,
    departuresPerDay,
    meanDays,
    ratio: average === null || product === null || product === 0 ? null : average / product,
    wipAtStart: facts.filter((item) => inProgressAt(item, window.from)).length,
    wipAtEnd: facts.filter((item) => inProgressBefore(item, window.to)).length,
  };
}
