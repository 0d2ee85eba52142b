import type { CycleTime } from '../../../../contract/result.ts';
import type { Told } from '../../../metric.ts';
import { asSentence, leavesManyOut, promise } from '../../../view/promise.ts';

/** What nearly all finished items took. */
export function cycleTimeHeadline(data: CycleTime, { basis }: Told): string {
  if (data.count === 0) return 'No cycle time is known: no item was finished in the window with a known start.';
  return asSentence(promise(data, leavesManyOut(data) ? ' with a known start' : '', '', basis));
}
