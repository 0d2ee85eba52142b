import { COMPLETED, type StatusRule } from './status-rule.ts';
import type { StoryChange } from './story.ts';

export const OPEN = 'Open';

/** A change that bears on a task's status, with its place among others. */
export interface TaskStep {
  at: number;
  id: string;
  change: StoryChange;
}

export interface TaskMove<Step extends TaskStep = TaskStep> {
  from: string;
  to: string;
  step: Step;
}

/** What a task is today, as far as its list says. */
export interface TaskToday {
  section: string;
  completed: boolean;
  field: string;
}

/** The status of a task of today by a rule; empty where nothing says it. */
export function statusToday(rule: StatusRule, { section, completed, field }: TaskToday): string {
  if (rule.source === 'field') return field;
  if (completed && rule.source === 'completed') return COMPLETED;
  if (completed && rule.source === 'both') return rule.completedIn(section);
  return rule.source === 'completed' ? OPEN : section;
}

/**
 * The moves of a task between statuses.
 * @param steps ascending
 * @param isOwn true for a move within the project that the task's status is taken from
 */
export function taskMoves<Step extends TaskStep>(
  rule: StatusRule,
  steps: readonly Step[],
  today: TaskToday | null,
  isOwn: (change: StoryChange & { kind: 'section' }) => boolean,
): TaskMove<Step>[] {
  const own = steps.filter(({ change }) => change.kind !== 'section' || isOwn(change));
  const firstOf = <Kind extends StoryChange['kind']>(kind: Kind) =>
    own.find(({ change }) => change.kind === kind)?.change as (StoryChange & { kind: Kind }) | undefined;
  const completion = firstOf('completed');
  const state: TaskToday = {
    section: firstOf('section')?.from.name ?? today?.section ?? '',
    completed: completion === undefined ? (today?.completed ?? false) : !completion.completed,
    field:
      own.map(({ change }) => change).find((change) => change.kind === 'field' && rule.isField(change.field)) ===
      undefined
        ? (today?.field ?? '')
        : (firstFieldValue(rule, own) ?? ''),
  };
  const moves: TaskMove<Step>[] = [];
  let status = statusToday(rule, state);
  for (const step of own) {
    const { change } = step;
    if (change.kind === 'section') state.section = change.to.name;
    else if (change.kind === 'completed') state.completed = change.completed;
    else if (change.kind === 'field' && rule.isField(change.field)) state.field = change.to;
    const next = statusToday(rule, state);
    if (next !== status && next !== '') moves.push({ from: status, to: next, step });
    if (next !== '') status = next;
  }
  return moves;
}

function firstFieldValue(rule: StatusRule, steps: readonly TaskStep[]): string | undefined {
  for (const { change } of steps) if (change.kind === 'field' && rule.isField(change.field)) return change.from;
  return undefined;
}
