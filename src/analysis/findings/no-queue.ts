import { formatNumber } from '../../model/document/number-format.ts';
import { NOBODY } from '../../model/people/people-sets.ts';
import type { Stage } from '../../model/workflow/workflow.ts';
import { kindFromName } from '../../normalize/index.ts';
import type { Dataset } from '../dataset.ts';

/** A stage with a smaller share of the time in active stages matters little. */
const SHARE_WORTH_NAMING = 0.1;

/** Nobody has the items for at least this share of their time in a stage: then they rather wait there. */
const SHARE_WITH_NOBODY = 0.5;

/** Beginnings of words that stages have in which work is handed on, in lower case and without accents. */
const HANDED_ON =
  /(^| )(review|approv|ready|verif|valid|accept|check|test|qa|uat|sign ?off|hand|staging|deploy|release|publish|revis|aprob|aprov|prueba|validac|freigabe|abnahme|pruf|relect|recette|revue|kontrol|przegl|weryfik|akcept|granskn|gjennomgang|katselm|inceleme|onay|проверк|ревью|соглас|перевірк)|审|審|验|レビュー|確認|承認|검토|승인|리뷰/;

interface Time {
  total: number;
  /** Of the time in which it is known who had the item. */
  known: number;
  nobody: number;
}

/**
 * Notes that no stage waits: then all time in progress counts as work, whatever the work was like. Names the stage that
 * is most likely a queue, unless the workflow is configured: one in which nobody has the items for most of the time, or
 * else one whose name says that work is handed on there; of several the one that takes the most time.
 */
export function noteNoQueue(dataset: Dataset): void {
  const { log, workflow } = dataset;
  if (workflow.stages.some(({ kind }) => kind === 'waiting')) return;
  const times = timesOf(dataset);
  if (times.every(({ total }) => total === 0)) return;
  const queue = workflow.inferred ? likelyQueue(workflow.stages, times) : null;
  log.findings.add(
    'no-queue',
    () => ({
      weight: 'info',
      message: `no stage waits, so all time in progress counts as work${queue === null ? '' : `; ${queue.stage.name} may be where work waits: ${queue.why}`}`,
      cure: workflow.inferred
        ? 'Give stages in which work waits the kind waiting in the configuration: pitwall init writes it down for you to correct'
        : 'Give stages of "workflow" in which work waits the kind waiting',
    }),
    queue === null ? undefined : { value: queue.stage.name },
  );
}

function likelyQueue(stages: readonly Stage[], times: readonly Time[]): { stage: Stage; why: string } | null {
  const active = times.reduce((sum, { total }) => sum + total, 0);
  const candidates = stages
    .map((stage, index) => ({ stage, time: times[index] as Time }))
    .filter(({ time }) => time.total > 0 && time.total >= active * SHARE_WORTH_NAMING)
    // Where a name says plainly that work is under way there, an item without anybody is only badly kept.
    .filter(({ stage }) => isHandedOn(stage) || kindFromName(stage.name) === null)
    .sort((a, b) => b.time.total - a.time.total);
  // Where nobody ever has an item, nobody having it says nothing.
  const assigned = times.some(({ known, nobody }) => known > nobody);
  const idle = candidates.find(({ time }) => time.known > 0 && time.nobody >= time.known * SHARE_WITH_NOBODY);
  if (assigned && idle !== undefined) {
    const share = formatNumber(idle.time.nobody / idle.time.known, 'share');
    return { stage: idle.stage, why: `nobody had the items for ${share} of the time there` };
  }
  const named = candidates.find(({ stage }) => isHandedOn(stage));
  return named === undefined ? null : { stage: named.stage, why: 'its name says that work is handed on there' };
}

/** True for a stage whose name says that work is handed on there: it may be work, or waiting for it. */
export function isHandedOn({ name }: Stage): boolean {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return HANDED_ON.test(plain);
}

/** The time between start and end in each active stage, of items that have visits to stages. */
function timesOf({ asOf, derived: { facts }, timelines, workflow }: Dataset): Time[] {
  const times = workflow.stages.map((): Time => ({ total: 0, known: 0, nobody: 0 }));
  const isActive = Uint8Array.from(workflow.stages, ({ kind }) => (kind === 'active' ? 1 : 0));
  const { peopleAt, peopleOffsets, peopleSet } = timelines;
  for (let item = 0; item < timelines.count; item++) {
    if (timelines.milestones[item] === 1 || facts.startVisit[item] === -1) continue;
    const known = timelines.peopleKnown[item] === 1;
    const last = (timelines.offsets[item + 1] as number) - 1;
    // Both visits and people are in the order of time: one walk through the two.
    let entry = peopleOffsets[item] as number;
    const end = peopleOffsets[item + 1] as number;
    let holder: number = NOBODY;
    for (let visit = facts.startVisit[item] as number; visit < (facts.endVisit[item] as number); visit++) {
      const stage = timelines.stage[visit] as number;
      if (isActive[stage] === 0) continue;
      const from = timelines.start[visit] as number;
      const to = visit === last ? asOf : (timelines.start[visit + 1] as number);
      const time = times[stage] as Time;
      time.total += to - from;
      if (!known) continue;
      time.known += to - from;
      let since = from;
      for (; entry < end && (peopleAt[entry] as number) < to; entry++) {
        const at = Math.max(peopleAt[entry] as number, since);
        if (holder === NOBODY) time.nobody += at - since;
        since = at;
        holder = peopleSet[entry] as number;
      }
      if (holder === NOBODY) time.nobody += to - since;
    }
  }
  return times;
}
