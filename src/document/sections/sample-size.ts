import type { Head } from '../../contract/result.ts';
import type { SomeFigures } from '../views.ts';

/** False where no source says when work began: milestone dates without a start, and today's status. */
export function startsAreKnown({ sources }: Head): boolean {
  return sources.some(({ grade }) => grade !== 'milestones' && grade !== 'snapshot');
}

/** Items finish and of none a start is known: then work in progress is not nothing, it is not known. */
export function startedNever({ items, cycleTime, wip }: SomeFigures): boolean {
  const finished = items?.inWindow.finished ?? 0;
  return finished > 0 && cycleTime?.count === 0 && wip?.current === 0 && (wip.average ?? 0) === 0;
}
