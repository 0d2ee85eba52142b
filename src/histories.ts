import type { TrendReport } from './contract/statistics/trend-schema.ts';
import type { AddedSnapshot, TakenSnapshot } from './history/add-to-history.ts';
import type { History } from './history/history.ts';
import type { HistoryTrendOptions } from './settings/statistics/trend-options.ts';

/**
 * Reads the text of a history.
 * @param file as errors call it
 * @throws PitwallError `bad-history`, with the line; `newer-history`, `not-a-history`
 */
export async function readHistory(text: string, file: string): Promise<History> {
  // Few runs have a history, so its code is loaded for those.
  return (await import('./history/parse-history.ts')).parseHistory(text, file);
}

/**
 * Adds a snapshot to a history, or begins one.
 * @param history null if there is none yet
 * @param file as the report calls it; null if it is no file
 */
export async function addSnapshot(
  taken: TakenSnapshot,
  history: History | null,
  file: string | null = history?.file ?? null,
): Promise<AddedSnapshot> {
  return (await import('./history/add-to-history.ts')).addToHistory(taken, history, file);
}

/**
 * Puts histories together. Their order does not matter.
 * @param file as errors call the result
 * @throws PitwallError `another-board`
 */
export async function mergeHistories(histories: readonly History[], file: string): Promise<History> {
  return (await import('./history/merge-histories.ts')).mergeHistories(histories, file);
}

/**
 * The trend of what a history has kept, for all periods of its latest unit.
 * @throws PitwallError `bad-option`, `unknown-series`
 */
export async function historyTrend(history: History, options: HistoryTrendOptions = {}): Promise<TrendReport> {
  return (await import('./on-demand/make-history-trend.ts')).makeHistoryTrend(history, options);
}

/** The text of a history, a snapshot a line. */
export async function historyText(history: History): Promise<string> {
  return (await import('./history/history.ts')).historyText(history);
}

/**
 * The day after the latest period that a history holds of a series, whatever its definitions.
 * @param series may be left out if the history has but one
 * @throws PitwallError `unknown-series`
 */
export async function lastPeriodEnd(history: History, series?: string): Promise<string> {
  const { segments } = (await import('./history/segments.ts')).seriesNamed(history, series);
  const ends = segments.flatMap(({ lines }) => lines.map(({ period }) => period.end));
  return ends.sort().at(-1) as string;
}
