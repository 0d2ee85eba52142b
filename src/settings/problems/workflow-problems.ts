import type { Configuration } from '../../contract/configuration.ts';
import { nearest } from '../../model/nearest.ts';
import { statusKey } from '../../model/workflow/workflow.ts';
import type { Problem } from './problem.ts';

type Stages = NonNullable<Configuration['workflow']>;

/** Stages of the same name, and statuses that two stages claim. */
function clashes(stages: Stages): Problem[] {
  const problems: Problem[] = [];
  const named = new Map<string, number>();
  for (const [index, { stage }] of stages.entries()) {
    const first = named.get(statusKey(stage));
    if (first === undefined) named.set(statusKey(stage), index);
    else
      problems.push({
        path: ['workflow', index, 'stage'],
        key: false,
        what: `two stages are called \`${stage}\``,
        cure: 'Rename one of them, or join their statuses in one stage',
      });
  }
  const owners = new Map(named);
  for (const [index, { statuses = [] }] of stages.entries()) {
    for (const [position, status] of statuses.entries()) {
      const owner = owners.get(statusKey(status)) ?? index;
      owners.set(statusKey(status), owner);
      if (owner === index || statusKey(stages[index]?.stage ?? '') === statusKey(stages[owner]?.stage ?? '')) continue;
      problems.push({
        path: ['workflow', index, 'statuses', position],
        key: false,
        what: `status \`${status}\` is in two stages, \`${stages[owner]?.stage}\` and \`${stages[index]?.stage}\``,
        cure: 'Keep it in one of them',
      });
    }
  }
  return problems;
}

function unknownStage(stages: Stages, path: (string | number)[], value: string): Problem[] {
  const key = path[0];
  const wanted = statusKey(value);
  if (stages.some(({ stage }) => statusKey(stage) === wanted)) return [];
  const owner = stages.find(({ statuses = [] }) => statuses.some((status) => statusKey(status) === wanted));
  const suggestion = nearest(
    value,
    stages.map(({ stage }) => stage),
  );
  let cure = `Write one of ${stages.map(({ stage }) => stage).join(', ')}`;
  if (owner !== undefined) cure = `It is a status of \`${owner.stage}\`: write that`;
  else if (suggestion !== null) cure = `Did you mean \`${suggestion}\`?`;
  return [{ path, key: false, what: `${key} names no stage of the workflow: \`${value}\``, cure }];
}

/** A stage in which items end cannot be in a path, check work or have a time limit. */
function endStage(stages: Stages, path: (string | number)[], value: string): Problem[] {
  const kind = stages.find(({ stage }) => statusKey(stage) === statusKey(value))?.kind;
  if (kind !== 'done' && kind !== 'dropped') return [];
  const what = `${path[0]} names \`${value}\`, in which items end`;
  return [{ path, key: false, what, cure: 'Name stages of the kinds todo, active and waiting' }];
}

/** Stages that one list names twice. */
function twice(key: 'path' | 'reviews' | 'limits', names: readonly string[]): Problem[] {
  const known = new Set<string>();
  return names.flatMap((name, index) => {
    if (!known.has(statusKey(name))) {
      known.add(statusKey(name));
      return [];
    }
    return [{ path: [key, index], key: false, what: `${key} names \`${name}\` twice`, cure: 'Remove one of them' }];
  });
}

/** Problems of the lists of stages that some figures need. Names are checked only with a configured workflow. */
function stageListProblems({ workflow, path = [], reviews = [], limits = [] }: Configuration): Problem[] {
  const listed = Array.isArray(limits) ? limits : [];
  const named = [
    ...path.map((name, index) => ({ place: ['path', index], name })),
    ...reviews.map((name, index) => ({ place: ['reviews', index], name })),
    ...listed.map(({ stage }, index) => ({ place: ['limits', index, 'stage'], name: stage })),
    ...(Array.isArray(limits) ? [] : [{ place: ['limits', 'stage'], name: limits.stage }]),
  ];
  return [
    ...twice('path', path),
    ...twice('reviews', reviews),
    ...twice(
      'limits',
      listed.map(({ stage }) => stage),
    ),
    ...(workflow === undefined
      ? []
      : named.flatMap(({ place, name }) => [
          ...unknownStage(workflow, place, name),
          ...endStage(workflow, place, name),
        ])),
  ];
}

/** Problems of a workflow of the right shape. An inferred workflow is not known yet, so it has none. */
export function workflowProblems(configuration: Configuration): Problem[] {
  const { workflow, commitAt, finishAt } = configuration;
  const lists = stageListProblems(configuration);
  if (workflow === undefined) return lists;
  return [
    ...lists,
    ...clashes(workflow),
    ...(commitAt === undefined ? [] : unknownStage(workflow, ['commitAt'], commitAt)),
    ...(finishAt === undefined ? [] : unknownStage(workflow, ['finishAt'], finishAt)),
  ];
}
