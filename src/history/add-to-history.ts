import type { SnapshotLine } from '../contract/statistics/history-schema.ts';
import type { SnapshotReport } from '../contract/statistics/snapshot-schema.ts';
import { addSnapshot, type TakenLine } from './add-snapshot.ts';
import type { History } from './history.ts';
import { differentKeys, type Segment, seriesIn } from './segments.ts';

/** What a run found of its periods, ready to be added to a history. */
export interface TakenSnapshot {
  series: string;
  fingerprint: string;
  definitions: SnapshotLine['definitions'];
  lines: readonly TakenLine[];
  /** What the report of the snapshot has besides what became of the history. */
  report: Omit<SnapshotReport, 'snapshot'>;
  notes: SnapshotReport['snapshot']['notes'];
  lastEvent: string | null;
}

/** A history with a snapshot added, and what that changed. */
export interface AddedSnapshot {
  history: History;
  /** What `snapshot --format json` prints. */
  report: SnapshotReport;
}

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
