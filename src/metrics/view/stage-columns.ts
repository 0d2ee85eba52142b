import type { TableColumn, Unit } from '../../model/document/document-parts.ts';
import type { StageKind } from '../../model/workflow/workflow.ts';

/** A stage as an answer names it. */
export interface StageOfWork {
  name: string;
  kind: StageKind;
}

/**
 * How much is lost if the column of a stage is left out. What waits to begin and what is over are mere additions; where
 * work is done says most, and then where it waits.
 */
const EXPENDABLE: Readonly<Record<StageKind, number>> = { dropped: 1, done: 2, todo: 3, waiting: 6, active: 7 };

/**
 * A column for each stage, in the order of the work. Of one kind, the stages in the middle of the work stay longest.
 * @param stages their kinds; one that is not among them counts as active
 */
export function stageColumns(names: readonly string[], unit: Unit, stages: readonly StageOfWork[]): TableColumn[] {
  const kinds = new Map(stages.map(({ kind, name }) => [name, kind]));
  const middle = (names.length - 1) / 2;
  return names.map((label, index) => {
    const nearness = 1 - Math.abs(index - middle) / (names.length + 1);
    return { label, unit, expendable: EXPENDABLE[kinds.get(label) ?? 'active'] + nearness / 2 };
  });
}
