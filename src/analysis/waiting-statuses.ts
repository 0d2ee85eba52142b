import { WAITING } from '../model/stage-columns.ts';
import { statusKey, type Workflow } from '../model/workflow.ts';

/** Whether a waiting stage holds several statuses: then these say what items wait for, and rows alone tell them. */
export function waitsInSeveralStatuses({ stages }: Workflow, kinds: Uint8Array): boolean {
  return stages.some(
    ({ name, statuses }, stage) =>
      kinds[stage] === WAITING && statuses.some((status) => statusKey(status) !== statusKey(name)),
  );
}
