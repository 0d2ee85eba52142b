import { METRICS } from '../metrics/index.ts';
import type { MetricId } from '../metrics/metric.ts';
import type { HistoryGrade } from '../model/log/history-grade.ts';

/** What a history grade means, in a few words. */
export const gradeWords: Readonly<Record<HistoryGrade, string>> = {
  'full-log': 'full log',
  'stage-dates': 'one date a stage',
  milestones: 'milestone dates only',
  durations: 'durations without dates',
  snapshot: "today's status only",
};

/** How much history a source holds, and which exports of its tool hold more. */
export function historyWords(grade: HistoryGrade, fullerFormats: readonly string[]): string {
  if (fullerFormats.length === 0) return gradeWords[grade];
  return `${gradeWords[grade]} (more: pitwall formats ${fullerFormats.join(', ')})`;
}

export const outcomeWords = {
  notStarted: 'not started',
  inProgress: 'in progress',
  finished: 'finished',
  dropped: 'dropped',
} as const;

export function isMetric(key: string): key is MetricId {
  return Object.hasOwn(METRICS, key);
}

/** What a sentence calls a metric; a key that is none stays as it is. */
export function metricName(key: string): string {
  return isMetric(key) ? METRICS[key].words : key;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A text as a sentence, whether or not it ends like one already. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The text with a capital at its beginning. */
export function capitalized(text: string): string {
  return text.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
