import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { Timelines } from '../../model/timelines.ts';
import { type Stage, statusKey, type Workflow } from '../../model/workflow/workflow.ts';
import { kindOfStatus } from '../../normalize/index.ts';

/** A guess about a smaller share of the items changes little. */
const SHARE_WORTH_SAYING = 0.05;

const CANDIDATES_NAMED = 3;

/** Notes what the workflow could not be told: which status means done, and kinds that rest on position alone. */
export function noteStageKinds(log: EventLog, timelines: Timelines, workflow: Workflow): void {
  if (timelines.count === 0 || workflow.stages.length === 0) return;
  if (!workflow.stages.some(({ kind }) => kind === 'done')) noteNoDoneStage(log, timelines, workflow);
  if (workflow.inferred) noteGuessedKinds(log, timelines, workflow);
}

/** How many items were ever in each stage. */
export function itemsByStage(timelines: Timelines, workflow: Workflow): Int32Array {
  const counts = new Int32Array(workflow.stages.length);
  const lastItem = new Int32Array(workflow.stages.length).fill(-1);
  for (let item = 0; item < timelines.count; item++) {
    const end = timelines.offsets[item + 1] as number;
    for (let visit = timelines.offsets[item] as number; visit < end; visit++) {
      const stage = timelines.stage[visit] as number;
      if (lastItem[stage] === item) continue;
      lastItem[stage] = item;
      counts[stage] = (counts[stage] as number) + 1;
    }
  }
  return counts;
}

/**
 * Where nothing says done, the stages that could mean it are those whose kinds are guessed, the ones in which most items
 * are today first. An export of open items alone lacks nothing if the tool says what its statuses mean, or if the file
 * itself names a stage that means done.
 */
function noteNoDoneStage(log: EventLog, timelines: Timelines, { stages, inferred }: Workflow): void {
  if (stages.every(({ evidence }) => evidence === 'tool')) return;
  if (inferred && (toolTellsToday(log, timelines) || namesDoneStage(log))) return;
  const today = new Map<Stage, number>();
  for (let item = 0; item < timelines.count; item++) {
    const end = timelines.offsets[item + 1] as number;
    if (end === timelines.offsets[item]) continue;
    const stage = stages[timelines.stage[end - 1] as number] as Stage;
    if (stage.evidence === 'position') today.set(stage, (today.get(stage) ?? 0) + 1);
  }
  const candidates = [...today].sort((a, b) => b[1] - a[1] || stages.indexOf(a[0]) - stages.indexOf(b[0]));
  const describe = () => ({
    weight: 'warning' as const,
    message: `nothing says which status means done, so no item counts as finished${candidates.length === 0 ? '' : '; examples are statuses that could'}`,
    cure: inferred
      ? 'Say it in the configuration (kind: done): pitwall init writes it down for you to correct'
      : 'Give a stage of "workflow" the kind done in the configuration',
  });
  if (candidates.length === 0) log.findings.add('no-done-stage', describe);
  for (const [stage] of candidates.slice(0, CANDIDATES_NAMED)) {
    log.findings.add('no-done-stage', describe, { value: stage.name });
  }
}

/** True if the items have only dates, and their tool says of the status of each what it means. */
function toolTellsToday(log: EventLog, { count, item, milestones }: Timelines): boolean {
  for (let index = 0; index < count; index++) {
    const status = log.currentStatus.at(item[index] as number);
    if (milestones[index] === 0 || status === EMPTY) return false;
    if (!log.statusCategories.has(statusKey(log.statuses.value(status)))) return false;
  }
  return true;
}

/** True if a board has a list that means done, or a table a column for it, though no item has got there. */
function namesDoneStage(log: EventLog): boolean {
  return log.files.some(({ stageOrder }) => stageOrder?.some((name) => kindOfStatus(log, name) === 'done') === true);
}

function noteGuessedKinds(log: EventLog, timelines: Timelines, workflow: Workflow): void {
  const items = itemsByStage(timelines, workflow);
  for (const [index, { name, kind, evidence }] of workflow.stages.entries()) {
    if (evidence !== 'position' || (items[index] as number) < timelines.count * SHARE_WORTH_SAYING) continue;
    log.findings.add(
      'guessed-kind',
      () => ({
        weight: 'warning',
        message: 'stages whose kind is a guess from their place in the work: no tool, name or date says it',
        cure: 'Write the kinds in the configuration: pitwall init asks about them',
      }),
      { value: `${name}: ${kind}` },
    );
  }
}
