import type { MetricInput } from '../../metric-input.ts';

/**
 * Where the visits of each stage may begin where all that ended are laid out by stage: those of stage s from the s-th
 * number to the next. One more than there are stages.
 */
export function visitsByStage({ selection, timelines, workflow }: MetricInput): Int32Array {
  const { offsets, stage } = timelines;
  const first = new Int32Array(workflow.stages.length + 1);
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    const last = (offsets[item + 1] as number) - 1;
    for (let visit = offsets[item] as number; visit < last; visit++) first[(stage[visit] as number) + 1]!++;
  }
  for (let one = 0; one < workflow.stages.length; one++) first[one + 1]! += first[one] as number;
  return first;
}
