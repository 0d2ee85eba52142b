import type { Sensitivity } from '../../contract/statistics/sensitivity-schema.ts';
import type { Basis, Settings } from '../../model/settings.ts';
import type { Stage, Workflow } from '../../model/workflow/workflow.ts';

type Aspect = Sensitivity['rows'][number]['aspect'];

/** What decides the figures of the headline besides the timelines. */
export interface Definition {
  settings: Settings;
  workflow: Workflow;
  /** True: the clock starts with the creation, whatever the settings say. */
  fromCreation: boolean;
  /** True: blocked time is left out of flow efficiency. */
  withoutBlocked: boolean;
}

/** Another definition: the run's own with one thing changed. */
export interface ChangedDefinition extends Definition {
  /** In a few words: `last start`. */
  change: string;
  aspect: Aspect;
  /** How the configuration says it; null: it has no key for it. */
  setting: string | null;
}

const DAYS: Readonly<Record<Basis, string>> = {
  elapsed: 'elapsed days',
  working: 'working days',
  inclusive: 'inclusive days',
};

/** Each other reasonable definition, in the order of the clock: start, finish, days, percentiles, what is left out. */
export function otherDefinitions(own: Definition): ChangedDefinition[] {
  const { excludePaused, percentiles } = own.settings;
  const changed = (aspect: Aspect, change: string, setting: string | null, by: Partial<Definition>) => ({
    ...own,
    ...by,
    aspect,
    change,
    setting,
  });
  const set = (aspect: Aspect, change: string, setting: string, by: Partial<Settings>) =>
    changed(aspect, change, setting, { settings: { ...own.settings, ...by } });
  const startPolicy = own.settings.startPolicy === 'first' ? 'last' : 'first';
  const finishPolicy = own.settings.finishPolicy === 'first' ? 'last' : 'first';
  const method = percentiles.method === 'linear' ? 'nearest-rank' : 'linear';
  const otherDays = (Object.keys(DAYS) as Basis[]).filter((basis) => basis !== own.settings.basis);
  return [
    set('start policy', `${startPolicy} start`, `startPolicy: ${startPolicy}`, { startPolicy }),
    changed('start', 'starts at creation', null, { fromCreation: true }),
    ...otherStarts(own),
    set('finish policy', `${finishPolicy} finish`, `finishPolicy: ${finishPolicy}`, { finishPolicy }),
    ...(own.settings.finishAt === null
      ? []
      : [set('finish', 'finishes in any done stage', 'no finishAt', { finishAt: null })]),
    ...otherDays.map((basis) => set('days', DAYS[basis], `basis: ${basis}`, { basis })),
    set('percentile rule', `${method} percentiles`, `percentiles: { method: ${method} }`, {
      percentiles: { ...percentiles, method },
    }),
    set('paused', `paused time ${excludePaused ? 'in' : 'out'}`, `excludePaused: ${!excludePaused}`, {
      excludePaused: !excludePaused,
    }),
    changed('blocked', 'blocked time out', null, { withoutBlocked: true }),
  ];
}

/**
 * Other stages that start the clock. With `commitAt` that is the first one in progress; else the last `todo` stage of
 * several (an item that is ready is promised), and the first `active` one where others wait before it.
 */
function otherStarts(own: Definition): ChangedDefinition[] {
  const { settings, workflow } = own;
  const start = { ...own, aspect: 'start' as const };
  if (settings.commitAt !== null) {
    const change = 'starts in the first stage in progress';
    return [{ ...start, change, setting: 'no commitAt', settings: { ...settings, commitAt: null } }];
  }
  const { stages } = workflow;
  const first = stages.findIndex(inProgress);
  if (first === -1) return [];
  const others: ChangedDefinition[] = [];
  const waitingToStart = stages.slice(0, first).filter(({ kind }) => kind === 'todo');
  const last = waitingToStart.at(-1);
  if (last !== undefined && waitingToStart.length > 1) {
    const setting = `workflow: ${last.name} is waiting`;
    others.push({ ...start, change: `starts in ${last.name}`, setting, workflow: withWaiting(workflow, [last]) });
  }
  const active = stages.find(({ kind }) => kind === 'active');
  if (active !== undefined && active !== stages[first]) {
    const { name } = active;
    others.push({
      ...start,
      change: `starts in ${name}`,
      setting: `commitAt: ${name}`,
      settings: { ...settings, commitAt: name },
    });
  }
  return others;
}

const inProgress = ({ kind }: Stage): boolean => kind === 'active' || kind === 'waiting';

/** The workflow with some of its stages as waiting ones: entering them starts the clock, and the time in them counts. */
export function withWaiting(workflow: Workflow, waiting: readonly Stage[]): Workflow {
  const stages = workflow.stages.map((stage) =>
    waiting.includes(stage) ? { ...stage, kind: 'waiting' as const } : stage,
  );
  return { ...workflow, stages };
}

/** What the run's own definition measures, in words. */
export function definitionWords({ settings }: Definition): string {
  const { basis, commitAt, excludePaused, finishAt, finishPolicy, percentiles, startPolicy } = settings;
  const start = commitAt === null ? '' : `, in ${commitAt} or later`;
  const finish = finishAt === null ? '' : `, in ${finishAt} or later`;
  const paused = excludePaused ? ', paused time out' : '';
  return `${startPolicy} start${start}, to ${finishPolicy} finish${finish}, in ${DAYS[basis]}${paused}; ${percentiles.method} percentiles`;
}
