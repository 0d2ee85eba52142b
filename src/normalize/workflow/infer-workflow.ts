import { endsCases } from '../../model/workflow/case-ends.ts';
import type { Stage, StageKind } from '../../model/workflow/workflow.ts';
import type { StatusFlow } from './status-flow.ts';
import type { EvidentKind } from './status-kinds.ts';
import { orderStatuses } from './status-order.ts';

/** The work goes from what is not begun through what is under way to what is over. */
const TIER: Record<StageKind, number> = { todo: 0, active: 1, waiting: 1, done: 2, dropped: 3 };

/** What inference knows of the statuses, by index of `names`. */
export interface InferenceInput {
  names: readonly string[];
  /** What each status means as far as its tool, its name or finish dates say; null where only position can. */
  known: readonly (EvidentKind | null)[];
  flow: StatusFlow;
  /** Indexes in an order that the source itself gives (date columns, lists of a board); null if none does. */
  stageOrder: readonly number[] | null;
  /** True if the statuses are activities of cases that end with their last event. */
  activities: boolean;
}

/**
 * Infers the workflow: one stage a status, its kind from the strongest evidence there is, the order from the transitions
 * or from the source. Position only tells `todo` from `active`: it never says that work is over.
 *
 * @returns stages in order, and each stage's status index
 */
export function inferWorkflow(input: InferenceInput): { stages: Stage[]; keys: number[] } {
  const { names, flow, stageOrder } = input;
  const kinds = inferKinds(input);
  const keys = names.map((_, key) => key);
  const ordered = stageOrder === null ? orderStatuses(keys, flow, names) : givenOrder(keys, stageOrder);
  if (stageOrder === null) {
    ordered.sort((a, b) => TIER[(kinds[a] as EvidentKind).kind] - TIER[(kinds[b] as EvidentKind).kind]);
  }
  const stages = ordered.map((key) => ({
    name: names[key] as string,
    ...(kinds[key] as EvidentKind),
    statuses: [names[key] as string],
    limit: null,
  }));
  return { stages, keys: ordered };
}

function inferKinds({ names, known, flow, stageOrder, activities }: InferenceInput): EvidentKind[] {
  const kinds = known.map((kind): EvidentKind => kind ?? { kind: 'active', evidence: 'position' });
  const has = (kind: StageKind) => kinds.some((one) => one.kind === kind);
  const unknown = names.map((_, key) => key).filter((key) => known[key] === null);
  if (activities && !has('done')) {
    const cases = flow.final.reduce((sum, count) => sum + count, 0);
    for (const key of unknown) {
      if (!endsCases(cases, flow.entries[key] as number, flow.final[key] as number)) continue;
      kinds[key] = { kind: 'done', evidence: 'case-ends' };
    }
  }
  if (!has('todo') && names.length > 2) {
    const first = stageOrder?.[0] ?? mostInitial(unknown, names, flow);
    if (first !== undefined && kinds[first]?.evidence === 'position') {
      kinds[first] = { kind: 'todo', evidence: 'position' };
    }
  }
  return kinds;
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
