import type { SnapshotReport } from './contract/snapshot-schema.ts';
import type { AddedSnapshot } from './histories.ts';
import { addSnapshot } from './history/add-snapshot.ts';
import type { History } from './history/history.ts';
import { differentKeys, type Segment, seriesIn } from './history/segments.ts';
import type { TakenSnapshot } from './make-snapshot.ts';

/** Adds a snapshot to a history, and says what that changed. */
export function addToHistory(taken: TakenSnapshot, history: History | null, file: string | null): AddedSnapshot {
  const { changed, changes, history: next } = addSnapshot(history, taken.lines, file ?? 'history');
  const { fingerprint, notes, series } = taken;
  const { findings, ...head } = taken.report;
  const snapshot: SnapshotReport['snapshot'] = {
    history: file,
    created: history === null,
    changed,
    series,
    fingerprint,
    lines: next.lines.filter(({ line }) => line.series === series).length,
    changes,
    newDefinitions: newDefinitions(taken, history),
    notes: [...notes],
    lastEvent: taken.lastEvent,
  };
  return { history: next, report: { ...head, snapshot, findings } };
}

/** What tells the run from the latest segment of its series; nothing where the history knows its definitions. */
function newDefinitions({ definitions, fingerprint, series }: TakenSnapshot, history: History | null): string[] {
  const known = (history === null ? [] : seriesIn(history)).find(({ name }) => name === series);
  if (known === undefined || known.segments.some((segment) => segment.fingerprint === fingerprint)) return [];
  return differentKeys((known.segments.at(-1) as Segment).definitions, definitions);
}
