import { describe, expect, it } from 'vitest';
import type { SnapshotChange, SnapshotReport } from '../../src/contract/statistics/snapshot-schema.ts';
import { snapshotDocument } from '../../src/document/outlook/snapshot-document.ts';
import { itemList } from './sample-report.ts';

const { itemList: _, ...head } = itemList;

const WEEK: SnapshotChange = {
  period: { start: '2026-06-22', end: '2026-06-29', unit: 'week' },
  what: 'added',
  cause: null,
  finished: 4,
  cycleTimeMedianDays: 32.3,
  wip: 14,
  changed: [],
};

function headlineOf(...changes: Partial<SnapshotChange>[]): string {
  const snapshot: SnapshotReport['snapshot'] = {
    history: 'flow.ndjson',
    created: false,
    changed: true,
    series: 'default',
    fingerprint: 'a',
    lines: 24,
    changes: changes.map((change) => ({ ...WEEK, ...change })),
    newDefinitions: [],
    lastEvent: null,
    notes: [],
  };
  return snapshotDocument({ ...head, snapshot }).title;
}

describe('the answer of a snapshot', () => {
  it('has no half of one item', () => {
    expect(headlineOf({})).toContain(': 4 finished, half of them within 32.3 d, 14 in progress');
    expect(headlineOf({ finished: 1 })).toContain(': 1 finished, within 32.3 d, 14 in progress');
  });

  it('says of one week and of several what is left as it is', () => {
    const kept = { what: 'kept' } as const;
    expect(headlineOf(kept)).toMatch(/^Left the week of Mon 22 Jun 2026 as it is in flow.ndjson: /);
    expect(headlineOf(kept, kept)).toMatch(/^Left 2 weeks as they are in flow.ndjson: /);
  });
});
