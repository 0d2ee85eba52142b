import type { MetricReport } from '../../contract/output.ts';
import type { Figures } from '../../contract/result.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricId } from '../../metrics/metric.ts';
import { viewOf } from '../views.ts';
import { endOfCases } from './head/end-of-cases.ts';
import { findingOf, OF_WORK } from './head/said-beside.ts';

/** The answer of a metric in a sentence, with the guesses that it rests on. */
export function metricHeadline<Id extends MetricId>(
  id: Id,
  report: MetricReport,
  data: Figures[Id] | undefined,
): string {
  if (data === undefined) return `${METRICS[id].title} could not be computed.`;
  const { basis, workflow } = report;
  const noStageWaits = workflow.stages.every(({ kind }) => kind !== 'waiting');
  const said = viewOf(id).headline(data, { basis, noStageWaits });
  return said.replace(/\.$/, `${provisos(id, report).join('')}.`);
}

function provisos(id: MetricId, report: MetricReport): string[] {
  const end = endOfCases(report, undefined);
  return [
    ...(OF_WORK.includes(id) && findingOf(report, 'guessed-kind') !== undefined
      ? [', if the guessed kinds are right']
      : []),
    ...(end === null ? [] : [`, ${end.replace(/^T/, 't')}`]),
    ...(findingOf(report, 'no-done-stage') === undefined ? [] : ['; no status is known to mean done']),
  ];
}
