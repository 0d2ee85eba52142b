import type { Finding, FlowEfficiency, Head, Items } from '../../../contract/result.ts';
import { formatNumber } from '../../../model/document/number-format.ts';
import { enumerate } from '../../words.ts';

/** Ends named one by one; of more, the rest is only counted. */
const ENDS_NAMED = 3;

/** Of an output's head, with its findings, what says which guesses it rests on. */
export interface Shown {
  workflow: Head['workflow'];
  findings: readonly Finding[];
  flowEfficiency?: FlowEfficiency | undefined;
}

/** What is taken as the end of cases though no activity is named so, or few of the cases reach it; null if neither. */
export function endOfCases({ findings, workflow }: Shown, items: Items | undefined): string | null {
  const few = findings.some(({ code }) => code === 'few-reach-end');
  const ends = endStages(workflow);
  const byEnds = ends.some(({ kindFrom }) => kindFrom === 'case-ends');
  if (ends.length === 0 || (!few && !byEnds)) return null;
  const names = ends.slice(0, ENDS_NAMED).map(({ name }) => name);
  if (ends.length > ENDS_NAMED) names.push(`${ends.length - ENDS_NAMED} more`);
  const taken = `Taking ${enumerate(names)} as the end`;
  if (items === undefined) return taken;
  if (items.total === 1 && items.finished === 1) return `${taken}, which the only case reaches`;
  const only = few ? 'only ' : '';
  return `${taken}, which ${only}${formatNumber(items.finished, 'items')} of ${formatNumber(items.total, 'items')} cases reach`;
}

function endStages({ stages }: Head['workflow']): Head['workflow']['stages'] {
  return stages.filter(({ kindFrom, kind }) => kind === 'done' && kindFrom !== 'configuration');
}
