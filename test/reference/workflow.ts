import type { ReferenceStage } from './types.ts';

/** Stages and their statuses (definitions §2). */

/** Statuses compare regardless of letter case and of surrounding or repeated white space. */
export function statusKey(status: string): string {
  return status.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The place in the workflow of the stage that a status belongs to; -1 if none does. */
export function stageOfStatus(stages: ReferenceStage[], status: string): number {
  const key = statusKey(status);
  return stages.findIndex((stage) => [stage.stage, ...stage.statuses].some((own) => statusKey(own) === key));
}

export function stageNamed(stages: ReferenceStage[], name: string): number {
  const place = stages.findIndex((stage) => statusKey(stage.stage) === statusKey(name));
  if (place < 0) throw new Error(`no stage is called ${name}`);
  return place;
}

/** The first `todo` stage, or the first stage of a workflow without one. */
export function initialStage(stages: ReferenceStage[]): number {
  return Math.max(
    0,
    stages.findIndex((stage) => stage.kind === 'todo'),
  );
}

/** Of several spellings, one with both cases, else one in lower case; of several such, the first in the alphabet. */
function spelling(spellings: string[]): string {
  const rank = (text: string) => (text === text.toUpperCase() ? 2 : text === text.toLowerCase() ? 1 : 0);
  return spellings.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0]!;
}

/**
 * The workflow with a stage for every status it lacks, placed after the stage that most often precedes it (first, if
 * none does), in the order of their names. The names are taken to suggest no kind: such a stage is `active`. `lists` are
 * the statuses of the items, in order, and `written` all that the file holds, as written.
 */
export function withUnknownStages(stages: ReferenceStage[], lists: string[][], written: string[]): ReferenceStage[] {
  const complete = [...stages];
  /** Listed stages first, then those added, in the order of their names: of equal predecessors the first counts. */
  const ranked = [...stages];
  const keys = new Set(
    lists
      .flat()
      .filter((status) => stageOfStatus(stages, status) < 0)
      .map(statusKey),
  );
  const plain = written.map((status) => status.trim().replace(/\s+/g, ' '));
  const names = [...keys].map((key) => spelling(plain.filter((one) => statusKey(one) === key)));
  for (const name of names.sort()) {
    const unknown = statusKey(name);
    const counts = new Map<number, number>();
    for (const statuses of lists) {
      statuses.forEach((status, place) => {
        if (statusKey(status) !== unknown || place === 0) return;
        const before = stageOfStatus(complete, statuses[place - 1]!);
        if (before >= 0) counts.set(before, (counts.get(before) ?? 0) + 1);
      });
    }
    const rank = (place: number) => ranked.indexOf(complete[place]!);
    const most = [...counts].sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]))[0];
    const stage: ReferenceStage = { stage: name, kind: 'active', statuses: [name] };
    complete.splice(most === undefined ? 0 : most[0] + 1, 0, stage);
    ranked.push(stage);
  }
  return complete;
}
