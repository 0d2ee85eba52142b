import type { Settings } from '../../model/settings.ts';
import { statusKey, type Workflow } from '../../model/workflow/workflow.ts';
import type { Dataset } from '../dataset.ts';

const NAMED = 3;

/** Settings that change what a figure means. */
const KEYS = [
  'basis',
  'unit',
  'timeZone',
  'startPolicy',
  'finishPolicy',
  'commitAt',
  'finishAt',
  'excludePaused',
  'ignoreVisitsShorterThanMs',
  'percentiles',
  'calendar',
  'sprint',
  'dropped',
  'cost',
  'where',
] as const satisfies readonly (keyof Settings)[];

/** What the figures of two exports do not have in common, in words: `Review is active in the first, waiting in the second`. */
export function workflowDifferences(a: Workflow, b: Workflow): string[] {
  const [inA, inB] = [stagesByKey(a), stagesByKey(b)];
  const common = [...inA.keys()].filter((key) => inB.has(key));
  const kinds = common.flatMap((key) => {
    const [one, other] = [inA.get(key), inB.get(key)];
    return one === undefined || other === undefined || one.kind === other.kind
      ? []
      : [`${one.name} is ${one.kind} in the first and ${other.kind} in the second`];
  });
  const order = common.join('\n') === [...inB.keys()].filter((key) => inA.has(key)).join('\n');
  const only = (own: ReturnType<typeof stagesByKey>, other: ReturnType<typeof stagesByKey>, where: string) => {
    const names = [...own].filter(([key]) => !other.has(key)).map(([, { name }]) => name);
    return names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? 'is' : 'are'} in the ${where} only`];
  };
  return [
    ...(kinds.length > NAMED ? [...kinds.slice(0, NAMED), `${kinds.length - NAMED} more kinds differ`] : kinds),
    ...(order ? [] : ['their stages are in another order']),
    ...only(inA, inB, 'first'),
    ...only(inB, inA, 'second'),
  ];
}

/** The settings that differ, by their keys. */
export function differingSettings(a: Dataset, b: Dataset): (typeof KEYS)[number][] {
  return KEYS.filter((key) => JSON.stringify(a.settings[key]) !== JSON.stringify(b.settings[key]));
}

function stagesByKey({ stages }: Workflow): Map<string, Workflow['stages'][number]> {
  return new Map(stages.map((stage) => [statusKey(stage.name), stage]));
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  const named = names.slice(0, NAMED);
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
