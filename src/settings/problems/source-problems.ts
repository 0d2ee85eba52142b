import type { Configuration } from '../../contract/configuration.ts';
import { nearest } from '../../model/nearest.ts';
import { statusKey } from '../../model/workflow/workflow.ts';
import { timeZoneProblem } from '../time-zone.ts';
import type { Problem } from './problem.ts';

/** Problems of the sources in a configuration of the right shape. */
export function sourceProblems({ sources = [], workflow }: Configuration): Problem[] {
  return sources.flatMap((source, index) => {
    const problems: Problem[] = [];
    const zone = source.timeZone === undefined ? null : timeZoneProblem(source.timeZone);
    if (zone !== null) problems.push({ path: ['sources', index, 'timeZone'], key: false, ...zone });
    const stages = workflow?.map(({ stage }) => stage) ?? [];
    for (const [status, stage] of Object.entries(source.statuses ?? {})) {
      const path = ['sources', index, 'statuses', status];
      if (workflow === undefined) {
        const what = 'statuses are put into stages, but no workflow is configured';
        problems.push({ path, key: false, what, cure: 'Add `workflow`, with the stages in the order of the work' });
        break;
      }
      if (stages.some((known) => statusKey(known) === statusKey(stage))) continue;
      const suggestion = nearest(stage, stages);
      const cure = suggestion === null ? `Write one of ${stages.join(', ')}` : `Did you mean \`${suggestion}\`?`;
      problems.push({ path, key: false, what: `\`${stage}\` is not a stage of the workflow`, cure });
    }
    return problems;
  });
}
