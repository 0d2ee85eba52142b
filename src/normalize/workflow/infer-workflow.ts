import type { Stage, StageKind } from '../../model/workflow.ts';
import type { StatusFlow } from './status-flow.ts';
import { orderStatuses } from './status-order.ts';

/** The work goes from what is not begun through what is under way to what is over. */
const TIER: Record<StageKind, number> = { todo: 0, active: 1, waiting: 1, done: 2, dropped: 3 };

/** A status that items leave more often than this is no place where work ends. */
const LEFT_AT_MOST = 0.25;

/**
 * Infers the workflow: one stage a status, its kind from its name or else from its position, the order from the
 * transitions.
 *
 * @param known what each status means by its name, or as its tool says; null where neither says anything
 * @param stageOrder status keys in an order that the source itself gives (one date column a stage); null if none does
 * @returns stages in order, and each stage's status key
 */
export function inferWorkflow(
  names: readonly string[],
  known: readonly (StageKind | null)[],
  flow: StatusFlow,
  stageOrder: readonly number[] | null,
): { stages: Stage[]; keys: number[] } {
  const kinds = inferKinds(names, known, flow, stageOrder);
  const keys = names.map((_, key) => key);
  const ordered = stageOrder === null ? orderStatuses(keys, flow, names) : givenOrder(keys, stageOrder);
  if (stageOrder === null) {
    ordered.sort((a, b) => TIER[kinds[a] as StageKind] - TIER[kinds[b] as StageKind]);
  }
  const stages = ordered.map((key) => ({
    name: names[key] as string,
    kind: kinds[key] as StageKind,
    statuses: [names[key] as string],
    limit: null,
  }));
  return { stages, keys: ordered };
}

function inferKinds(
  names: readonly string[],
  named: readonly (StageKind | null)[],
  flow: StatusFlow,
  stageOrder: readonly number[] | null,
): StageKind[] {
  const kinds = named.map((kind) => kind ?? 'active');
  const unnamed = names.map((_, key) => key).filter((key) => named[key] === null);
  if (!named.includes('done')) {
    const last = stageOrder?.at(-1) ?? mostFinal(unnamed, names, flow);
    if (last !== undefined && named[last] === null) kinds[last] = 'done';
  }
  if (!named.includes('todo')) {
    const first = stageOrder?.[0] ?? mostInitial(unnamed, names, flow);
    if (first !== undefined && named[first] === null && kinds[first] === 'active' && names.length > 2) {
      kinds[first] = 'todo';
    }
  }
  return kinds;
}

/** The status in which most items ended and stayed, of those whose names say nothing. */
function mostFinal(keys: readonly number[], names: readonly string[], flow: StatusFlow): number | undefined {
  return best(
    keys.filter((key) => {
      const entries = flow.entries[key] as number;
      return (flow.final[key] as number) > 0 && (entries - (flow.final[key] as number)) / entries <= LEFT_AT_MOST;
    }),
    (key) => flow.final[key] as number,
    names,
  );
}

/** The status in which more than half of the items began, of those whose names say nothing. */
function mostInitial(keys: readonly number[], names: readonly string[], flow: StatusFlow): number | undefined {
  const total = flow.initial.reduce((sum, count) => sum + count, 0);
  return best(
    keys.filter((key) => (flow.initial[key] as number) * 2 > total && (flow.final[key] as number) * 2 < total),
    (key) => flow.initial[key] as number,
    names,
  );
}

function best(keys: readonly number[], score: (key: number) => number, names: readonly string[]): number | undefined {
  return [...keys].sort((a, b) => score(b) - score(a) || ((names[a] as string) < (names[b] as string) ? -1 : 1))[0];
}

function givenOrder(keys: readonly number[], stageOrder: readonly number[]): number[] {
  const given = new Set(stageOrder);
  return [...given, ...keys.filter((key) => !given.has(key))];
}
