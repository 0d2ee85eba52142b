import { PitwallError } from '../../model/errors.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { type Stage, statusKey, type Workflow } from '../../model/workflow/workflow.ts';
import type { OrderedTransitions } from '../rows/ordered-transitions.ts';
import { inferWorkflow } from './infer-workflow.ts';
import { addMilestoneStages } from './milestone-stages.ts';
import type { ResolvedWorkflow } from './resolved-workflow.ts';
import { statusFlow } from './status-flow.ts';
import { StatusKinds } from './status-kinds.ts';

/** Takes the configured workflow, or infers one, and finds every status its stage. */
export function resolveWorkflow(log: EventLog, ordered: OrderedTransitions, settings: Settings): ResolvedWorkflow {
  const kinds = new StatusKinds(log, ordered);
  const resolved =
    settings.workflow === null ? inferred(log, ordered, kinds) : configured(log, ordered, kinds, settings.workflow);
  addMilestoneStages(log, ordered, resolved);
  for (const [key, name] of [
    ['commitAt', settings.commitAt],
    ['finishAt', settings.finishAt],
    ...(settings.path ?? []).map((name) => ['path', name] as const),
    ...(settings.reviews ?? []).map((name) => ['reviews', name] as const),
    ...settings.limits.map(({ stage }) => ['limits', stage] as const),
  ] as const) {
    if (name !== null) stageNamed(resolved.workflow, name, key);
  }
  return resolved;
}

/** The index of the stage of this name, compared as statuses are. */
export function stageNamed(workflow: Workflow, name: string, setting: string): number {
  const wanted = statusKey(name);
  const index = workflow.stages.findIndex((stage) => statusKey(stage.name) === wanted);
  if (index === -1) {
    throw new PitwallError(
      'unknown-stage',
      `there is no stage "${name}"`,
      setting,
      `Use one of: ${workflow.stages.map((stage) => stage.name).join(', ')}`,
    );
  }
  return index;
}

function inferred(log: EventLog, ordered: OrderedTransitions, kinds: StatusKinds): ResolvedWorkflow {
  const flow = statusFlow(log, ordered);
  // A status that occurs in no transition of an item (only as a snapshot, say) is no stage of its own.
  const seen = ordered.keyNames.map((_, key) => key).filter((key) => (flow.entries[key] as number) > 0);
  const seenNames = seen.map((key) => ordered.keyNames[key] as string);
  const compact = new Map(seen.map((key, index) => [key, index]));
  const { stages, keys } = inferWorkflow({
    names: seenNames,
    known: seenNames.map((name) => kinds.of(name)),
    flow: seen.length === ordered.keyNames.length ? flow : compactFlow(flow, seen),
    stageOrder: givenStageOrder(log, seenNames),
    activities: log.files.length > 0 && log.files.every(({ logsActivities }) => logsActivities === true),
  });
  const stageOfKey = new Int32Array(ordered.keyNames.length).fill(-1);
  const stageOfSeen = new Map(keys.map((key, stage) => [key, stage]));
  for (const [key, index] of compact) stageOfKey[key] = stageOfSeen.get(index) as number;
  return { workflow: { inferred: true, stages }, statusKinds: kinds, stageOfKey, stageOfKind: firstTodo(stages) };
}

function compactFlow(flow: ReturnType<typeof statusFlow>, seen: readonly number[]): ReturnType<typeof statusFlow> {
  const pick = <T extends Int32Array | Float64Array>(values: T): T =>
    values.constructor === Float64Array
      ? (Float64Array.from(seen, (key) => values[key] as number) as T)
      : (Int32Array.from(seen, (key) => values[key] as number) as T);
  const count = flow.initial.length;
  const before =
    flow.before === null
      ? null
      : Int32Array.from(seen.flatMap((a) => seen.map((b) => (flow.before as Int32Array)[a * count + b] as number)));
  return {
    initial: pick(flow.initial),
    final: pick(flow.final),
    entries: pick(flow.entries),
    rank: pick(flow.rank),
    items: pick(flow.items),
    before,
  };
}

/**
 * The order of the stages that the sources themselves give (date columns, lists of a board), as indexes of `names`; null
 * where one of them gives none, or two contradict each other.
 */
function givenStageOrder(log: EventLog, names: readonly string[]): number[] | null {
  const indexes = new Map(names.map((name, index) => [statusKey(name), index]));
  let merged: number[] | null = null;
  for (const { stageOrder } of log.files) {
    if (stageOrder === undefined || stageOrder === null) return null;
    const own = stageOrder.map((name) => indexes.get(statusKey(name)) ?? -1).filter((index) => index !== -1);
    merged = merged === null ? [...new Set(own)] : mergedOrder(merged, own);
    if (merged === null) return null;
  }
  return merged;
}

/** Both orders in one, what only the second holds after what precedes it there; null if they contradict each other. */
function mergedOrder(first: readonly number[], second: readonly number[]): number[] | null {
  const merged = [...first];
  let place = -1;
  for (const index of new Set(second)) {
    const known = merged.indexOf(index);
    if (known !== -1 && known <= place) return null;
    if (known === -1) merged.splice(place + 1, 0, index);
    place = known === -1 ? place + 1 : known;
  }
  return merged;
}

function configured(
  log: EventLog,
  ordered: OrderedTransitions,
  kinds: StatusKinds,
  stagesConfigured: NonNullable<Settings['workflow']>,
): ResolvedWorkflow {
  const stages: Stage[] = stagesConfigured.map(({ stage, kind, statuses, limit }) => ({
    name: stage,
    kind,
    evidence: 'configuration',
    statuses: statuses.length === 0 ? [stage] : [...statuses],
    limit,
  }));
  const byKey = new Map<string, Stage>();
  for (const stage of stages) {
    for (const status of [...stage.statuses, stage.name]) {
      // A status that is listed belongs to the stage that lists it, even if another stage has its name.
      if (!byKey.has(statusKey(status)) || stage.statuses.includes(status)) byKey.set(statusKey(status), stage);
    }
  }
  const byName = new Map(stages.map((stage) => [statusKey(stage.name), stage]));
  const stageOf = ordered.keyNames.map((name, key) => {
    const stage = ordered.keyStages[key] ?? null;
    return (stage === null ? byKey.get(statusKey(name)) : byName.get(statusKey(stage))) ?? null;
  });
  const placed = placeUnmapped(log, ordered, kinds, stages, stageOf);
  const index = new Map(placed.map((stage, position) => [stage, position]));
  const stageOfKey = Int32Array.from(stageOf, (stage) => (stage === null ? -1 : (index.get(stage) as number)));
  return {
    workflow: { inferred: false, stages: placed },
    statusKinds: kinds,
    stageOfKey,
    stageOfKind: firstTodo(placed),
  };
}

/**
 * Gives each status that no stage lists a stage of its own, right after the stage that most often precedes it; where none
 * does, items begin there, and it goes first. Statuses are placed in the order of their names, so that the order of rows
 * does not matter; one placed before another can be its predecessor. Of stages that precede it equally often, the one
 * that is listed first decides, and a listed one before one that was placed here.
 */
function placeUnmapped(
  log: EventLog,
  ordered: OrderedTransitions,
  kinds: StatusKinds,
  stages: readonly Stage[],
  stageOf: (Stage | null)[],
): Stage[] {
  const unmapped = new Map<number, Map<number, number>>();
  for (const [key, stage] of stageOf.entries()) if (stage === null) unmapped.set(key, new Map());
  if (unmapped.size === 0) return [...stages];
  const entries = countPredecessors(log, ordered, unmapped);
  const keys = [...entries.keys()];
  keys.sort((a, b) => ((ordered.keyNames[a] as string) < (ordered.keyNames[b] as string) ? -1 : 1));
  const rank = new Map(stages.map((stage, index) => [stage, index]));
  /** A linked list: a status too many is one typing error each, and there may be very many. */
  const after = new Map<Stage | null, Stage | null>();
  let last: Stage | null = null;
  for (const stage of stages) {
    after.set(last, stage);
    last = stage;
  }
  after.set(last, null);
  for (const key of keys) {
    const name = ordered.keyNames[key] as string;
    const { kind, evidence } = kinds.of(name) ?? { kind: 'active', evidence: 'position' };
    const stage: Stage = { name, kind, evidence, statuses: [name], limit: null };
    const predecessor = mostFrequent(unmapped.get(key) as Map<number, number>, stageOf, rank);
    after.set(stage, after.get(predecessor) ?? null);
    after.set(predecessor, stage);
    rank.set(stage, rank.size);
    stageOf[key] = stage;
    log.findings.add(
      'unmapped-status',
      () => ({
        weight: 'error',
        message: 'changes to statuses that the configured workflow lacks; each became a stage of its own',
        cure: 'Add them to a stage of "workflow" in the configuration',
      }),
      { value: name },
      entries.get(key) as number,
    );
  }
  const placed: Stage[] = [];
  for (let stage = after.get(null) ?? null; stage !== null; stage = after.get(stage) ?? null) placed.push(stage);
  return placed;
}

/** The stage that most of these statuses belong to, by rank where several are; null if none of them is placed. */
function mostFrequent(
  predecessors: ReadonlyMap<number, number>,
  stageOf: readonly (Stage | null)[],
  rank: ReadonlyMap<Stage, number>,
): Stage | null {
  const counts = new Map<Stage, number>();
  for (const [key, count] of predecessors) {
    const stage = stageOf[key] ?? null;
    if (stage !== null) counts.set(stage, (counts.get(stage) ?? 0) + count);
  }
  let most: Stage | null = null;
  for (const [stage, count] of counts) {
    const lead = most === null ? 1 : count - (counts.get(most) as number);
    if (lead > 0 || (lead === 0 && (rank.get(stage) as number) < (rank.get(most as Stage) as number))) most = stage;
  }
  return most;
}

/** Fills in which statuses precede the unmapped ones, and returns how often each of these occurs. */
function countPredecessors(
  log: EventLog,
  ordered: OrderedTransitions,
  unmapped: ReadonlyMap<number, Map<number, number>>,
): Map<number, number> {
  const entries = new Map<number, number>();
  const enter = (key: number, previous: number) => {
    const predecessors = unmapped.get(key);
    if (predecessors === undefined) return;
    entries.set(key, (entries.get(key) ?? 0) + 1);
    if (previous !== -1) predecessors.set(previous, (predecessors.get(previous) ?? 0) + 1);
  };
  for (let item = 0; item < log.itemCount; item++) {
    const begin = ordered.offsets[item] as number;
    let previous = -1;
    for (let index = begin; index < (ordered.offsets[item + 1] as number); index++) {
      const row = ordered.rows[index] as number;
      const source = ordered.statusKeys[log.transitions.from(row)] as number;
      if (index === begin && source !== -1) {
        enter(source, -1);
        previous = source;
      }
      const target = ordered.statusKeys[log.transitions.to(row)] as number;
      enter(target, previous);
      previous = target;
    }
  }
  return entries;
}

/** Rule 5 for an item of which no stage is known yet: the first `todo` stage, or the first; milestones need others, too. */
function firstTodo(stages: readonly Stage[]): ResolvedWorkflow['stageOfKind'] {
  const todo = stages.findIndex(({ kind }) => kind === 'todo');
  return { todo: todo === -1 && stages.length > 0 ? 0 : todo, active: -1, done: -1, dropped: -1 };
}
