import type { Adherence } from '../../../../contract/adherence-schema.ts';
import { ACTIVE, DONE } from '../../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { Variant } from './variants.ts';

export interface Path {
  stages: readonly number[];
  from: Adherence['pathFrom'];
}

/**
 * The way that items should go: `path` of the configuration; without it the active stages of a configured workflow; for
 * an inferred one the most common way, each stage at its first visit.
 * @param ways the most frequent first
 */
export function pathOf({ kinds, path, workflow }: MetricInput, ways: readonly Variant[]): Path {
  if (path !== null) return { stages: path, from: 'path' };
  if (!workflow.inferred) {
    const active = workflow.stages.map((_, stage) => stage).filter((stage) => kinds[stage] === ACTIVE);
    return { stages: active, from: 'workflow' };
  }
  // Those that go back and forth are as common as those that go straight, seen by what they pass first.
  const itemsByFirst = new Map<string, { stages: number[]; items: number }>();
  for (const { stages, items } of ways) {
    const first = [...new Set(stages)].filter((stage) => kinds[stage] !== DONE);
    const key = first.join(' ');
    const known = itemsByFirst.get(key);
    if (known === undefined) itemsByFirst.set(key, { stages: first, items: items.length });
    else known.items += items.length;
  }
  let best: { stages: number[]; items: number } = { stages: [], items: 0 };
  for (const one of itemsByFirst.values()) if (one.items > best.items) best = one;
  return { stages: best.stages, from: 'most common' };
}

/** What one way does against the path. */
export interface Deviation {
  onPath: boolean;
  /** Stages of the path that it never visits. */
  skipped: readonly number[];
  /** Stages of the path that it enters after a later one was reached, each time. */
  outOfOrder: readonly number[];
  /** Stages that are not on the path, each once. */
  detours: readonly number[];
}

export function deviationOf(way: readonly number[], path: readonly number[]): Deviation {
  const places = new Map(path.map((stage, place) => [stage, place]));
  const visited = new Set(way);
  const outOfOrder: number[] = [];
  let furthest = -1;
  for (const stage of way) {
    const place = places.get(stage);
    if (place === undefined) continue;
    if (place < furthest) outOfOrder.push(stage);
    furthest = Math.max(furthest, place);
  }
  return {
    onPath: way.length === path.length && way.every((stage, place) => stage === path[place]),
    skipped: path.filter((stage) => !visited.has(stage)),
    outOfOrder,
    detours: [...visited].filter((stage) => !places.has(stage)),
  };
}
