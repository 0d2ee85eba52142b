import { describe, expect, it } from 'vitest';
import { type StageOfWork, stageColumns } from '../../../src/metrics/view/stage-columns.ts';

/** The names in the order in which they go, the first to go first. */
function dropped(stages: readonly StageOfWork[], known = stages): string[] {
  const columns = stageColumns(
    stages.map(({ name }) => name),
    'items',
    known,
  );
  expect(columns.map(({ label }) => label)).toEqual(stages.map(({ name }) => name));
  return [...columns].sort((a, b) => (a.expendable ?? 0) - (b.expendable ?? 0)).map(({ label }) => label);
}

describe('the columns of stages', () => {
  it('go by what is done in them: what is over first, then what waits to begin, and the work last', () => {
    expect(
      dropped([
        { name: 'Ideas', kind: 'todo' },
        { name: 'Next', kind: 'todo' },
        { name: 'Writing', kind: 'active' },
        { name: 'Legal', kind: 'waiting' },
        { name: 'Layout', kind: 'active' },
        { name: 'Printing', kind: 'active' },
        { name: 'Ready', kind: 'waiting' },
        { name: 'Printed', kind: 'done' },
        { name: 'Given up', kind: 'dropped' },
      ]),
    ).toEqual(['Given up', 'Printed', 'Ideas', 'Next', 'Ready', 'Legal', 'Writing', 'Printing', 'Layout']);
  });

  it('go from both ends where nothing is known of the stages', () => {
    const stages = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, kind: 'active' as const }));
    expect(dropped(stages, [])).toEqual(['A', 'E', 'B', 'D', 'C']);
  });

  it('are mere additions, but for work and waits', () => {
    const kinds = (['todo', 'active', 'waiting', 'done', 'dropped'] as const).map((kind) => ({ name: kind, kind }));
    const columns = stageColumns(
      kinds.map(({ name }) => name),
      'items',
      kinds,
    );
    expect(columns.filter(({ expendable }) => (expendable ?? 0) >= 5).map(({ label }) => label)).toEqual([
      'active',
      'waiting',
    ]);
  });
});
