import type { SnapshotReport } from './contract/snapshot-schema.ts';
import type { History } from './history/history.ts';
import type { TakenSnapshot } from './make-snapshot.ts';

/** A history with a snapshot added, and what that changed. */
export interface AddedSnapshot {
  history: History;
  /** What `snapshot --format json` prints. */
  report: SnapshotReport;
}

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
  return (await import('./add-to-history.ts')).addToHistory(taken, history, file);
}

/**
 * Puts histories together. Their order does not matter.
 * @param file as errors call the result
 * @throws PitwallError `another-board`
 */
export async function mergeHistories(histories: readonly History[], file: string): Promise<History> {
  return (await import('./history/merge-histories.ts')).mergeHistories(histories, file);
}

/** The text of a history, a snapshot a line. */
export async function historyText(history: History): Promise<string> {
  return (await import('./history/history.ts')).historyText(history);
}
