import { WAITING } from '../model/stage-columns.ts';
import { statusKey } from '../model/workflow.ts';
import type { Dataset } from './dataset.ts';

/** Lets go of the rows, once what metrics in brief need of them is made. */
export function releaseRows(dataset: Dataset): void {
  dataset.fields.settle();
  if (waitsInSeveralStatuses(dataset)) dataset.statuses();
  dataset.rows.release();
}

/** Whether what items wait for is told by their statuses, of which rows alone know. */
function waitsInSeveralStatuses({ kinds, workflow }: Dataset): boolean {
  return workflow.stages.some(
    ({ name, statuses }, stage) => kinds[stage] === WAITING && [name, ...statuses].some((one) => !same(one, name)),
  );
}

function same(one: string, other: string): boolean {
  return statusKey(one) === statusKey(other);
}
