import type { ReplayCounts } from './replay.ts';

/** What the user should know of how the ends of items were told. */
export function replayNotes(counts: ReplayCounts, hasClosing: boolean): string[] {
  const notes = [
    hasClosing
      ? 'The log marks the end of its cases: an item without that mark is not finished.'
      : `The log does not mark the end of its cases: items count as done (status Done) when their last step ends (${counts.finished}).`,
  ];
  if (counts.endedWhileOpen > 0) {
    notes.push(`Items that reach the end mark while a step still runs end there (${counts.endedWhileOpen}).`);
  }
  return notes;
}
