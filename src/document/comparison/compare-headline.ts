import type { Comparison, MetricComparison } from '../../contract/statistics/compare-schema.ts';
import { comparedName } from '../../model/statistics/compare-settings.ts';
import { capitalized, enumerate } from '../words.ts';
import { ratioText } from './compare-words.ts';

/** The answer in a sentence: what changed for sure, and what else this much data can say. */
export function compareHeadline(comparison: Comparison): string {
  const { kind, metrics } = comparison;
  const changed = metrics.filter(({ verdict }) => verdict === 'improved' || verdict === 'worse');
  const judged = metrics.filter(({ verdict }) => verdict !== 'tooFew');
  const differ = kind === 'groups' ? 'differs' : 'changed';
  const same = comparison.notes.find(({ code }) => code === 'sameItems');
  if (same !== undefined) return same.message;
  if (judged.length === 0) return `Too few data to compare${whyNot(metrics)}.`;
  if (changed.length === 0) return `Nothing ${differ} that this much data can show${leastSeen(judged)}.`;
  const said = capitalized(enumerate(changed.map((metric) => clause(metric, comparison))));
  const rest = judged.length - changed.length;
  if (rest > 0) return `${said}; nothing else ${differ} that this much data can show.`;
  return metrics.length > changed.length ? `${said}; of the rest there are too few data.` : `${said}.`;
}

function whyNot(metrics: readonly MetricComparison[]): string {
  const reason = metrics.find((metric) => metric.reason !== null)?.reason;
  return reason == null ? '' : `: ${reason}`;
}

/** From which ratio on the first metric would have shown it. */
function leastSeen(judged: readonly MetricComparison[]): string {
  const first = judged.find(({ detectableRatio }) => detectableRatio !== null);
  if (first === undefined) return '';
  const name = comparedName(first.metric).replace(/^the share/, 'share');
  const times = `${ratioText(first.detectableRatio)} × as ${amountWord(first)}`;
  return `; a ${name} ${times} would have shown in 8 of 10 cases`;
}

function amountWord({ unit }: MetricComparison): string {
  return { days: 'long', share: 'large', 'per period': 'much' }[unit];
}

/** `cycle time got shorter: 0.71 × (between 0.55 and 0.90)`. */
function clause(metric: MetricComparison, { a, b, kind }: Comparison): string {
  const { interval, ratio } = metric;
  const between = interval === null ? '' : ` (between ${ratioText(interval[0])} and ${ratioText(interval[1])})`;
  const times = ratio === null ? '' : ratio === 0 ? ' to 0' : `: ${ratioText(ratio)} ×${between}`;
  const how = isHigher(metric) ? 'up' : 'down';
  if (kind === 'groups') {
    const word = metric.unit === 'days' ? { up: 'longer', down: 'shorter' }[how] : { up: 'higher', down: 'lower' }[how];
    const than =
      ratio === 0 ? `0 for ${b.label}, and not for ${a.label}` : `${word} for ${b.label} than for ${a.label}${times}`;
    return `${comparedName(metric.metric)} is ${than}`;
  }
  const word =
    metric.unit === 'days' ? { up: 'got longer', down: 'got shorter' }[how] : { up: 'rose', down: 'fell' }[how];
  return `${comparedName(metric.metric)} ${word}${times}`;
}

/** The verdict has the direction: the ratio alone may be 1. */
function isHigher({ better, verdict }: MetricComparison): boolean {
  return (verdict === 'improved') === (better === 'higher');
}
