import type { LeadTime } from '../../../../contract/result.ts';
import type { Told } from '../../../metric.ts';
import { asSentence, leavesManyOut, promise } from '../../../view/promise.ts';

/** What nearly all finished items took from their creation on. */
export function leadTimeHeadline(data: LeadTime, { basis }: Told): string {
  if (data.count === 0) return 'No lead time is known: no item was finished in the window with a known creation.';
  const which = leavesManyOut(data) ? ' with a known creation' : '';
  return asSentence(promise(data, which, ' from creation to finish', basis));
}
