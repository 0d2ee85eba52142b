import { WAITING } from './stage-columns.ts';
import { statusKey, type Workflow } from './workflow.ts';

/**
 * Whether a waiting stage holds several statuses: then these say what items wait for, and only the rows hold them. Else
 * the stage's own name says as much.
 *
 * @param kinds kind code of each stage
 */
export function waitsInSeveralStatuses({ stages }: Workflow, kinds: Uint8Array): boolean {
  return stages.some(
    ({ name, statuses }, stage) =>
      kinds[stage] === WAITING && statuses.some((status) => statusKey(status) !== statusKey(name)),
  );
}
