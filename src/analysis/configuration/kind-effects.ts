import { blockedBetween } from '../../facts/index.ts';
import { cycleTimeItems } from '../../metrics/derive/populations.ts';
import type { KindEffect } from '../../model/workflow/kind-effect.ts';
import type { Stage } from '../../model/workflow/workflow.ts';
import { kindFromName } from '../../normalize/index.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { isHandedOn } from '../findings/no-queue.ts';
import { selectItems } from '../select-items.ts';

/** An answer that changes less is not worth a question. */
const CHANGE_WORTH_ASKING = 0.05;

/**
 * What the stages whose kinds are not sure would change as the other kind, waiting or work: the one to ask about first is
 * first. That is the likely queue that a finding names, else the guess from a place that changes most, else the stage
 * whose name leaves open whether somebody works there.
 */
export function kindEffects(dataset: Dataset): KindEffect[] {
  const { log, workflow } = dataset;
  if (!workflow.inferred) return [];
  const queue = log.findings.list().find(({ code }) => code === 'no-queue')?.examples[0]?.value;
  const doubts = workflow.stages.map((stage) => doubtOf(stage, queue));
  const effects = effectsOf(
    dataset,
    workflow.stages.map((stage, index) => (doubts[index] === null ? null : stage)),
  ).map((effect, index) => ({ effect, doubt: doubts[index] as number }));
  return effects
    .filter((one): one is { effect: KindEffect; doubt: number } => one.effect !== null && isWorthAsking(one.effect))
    .sort((a, b) => a.doubt - b.doubt || changeOf(b.effect) - changeOf(a.effect))
    .map(({ effect }) => effect);
}

const changeOf = ({ efficiency, otherEfficiency }: KindEffect): number => Math.abs(otherEfficiency - efficiency);
const isWorthAsking = (effect: KindEffect): boolean => changeOf(effect) >= CHANGE_WORTH_ASKING;

/** How unsure it is whether a stage is work or waiting, the least sure first; null: sure enough, or neither. */
function doubtOf(stage: Stage, queue: string | undefined): number | null {
  const { evidence, kind, name } = stage;
  if (kind !== 'active' && kind !== 'waiting') return null;
  if (name === queue) return 0;
  if (evidence === 'position') return 1;
  // Who waits says so. A tool says only that an item is begun, and who reviews may be waited for.
  return kind === 'active' && (isHandedOn(stage) || kindFromName(name) === null) ? 2 : null;
}

/** The effect of each stage of a list; null where the list has none, or flow efficiency is not known. */
function effectsOf(dataset: Dataset, stages: readonly (Stage | null)[]): (KindEffect | null)[] {
  if (stages.every((stage) => stage === null)) return [];
  const { all, inStage, active } = timesOf(dataset, stages);
  return stages.map((stage, index) => {
    if (stage === null || all <= 0) return null;
    const isActive = stage.kind === 'active';
    const time = inStage[index] as number;
    return {
      stage: stage.name,
      kind: isActive ? 'waiting' : 'active',
      efficiency: active / all,
      otherEfficiency: Math.min(1, Math.max(0, (isActive ? active - time : active + time) / all)),
    };
  });
}

/** The sums that flow efficiency is made of, and the unblocked time in each stage of a list, in milliseconds of the basis. */
function timesOf(dataset: Dataset, stages: readonly (Stage | null)[]) {
  const input = metricInput(dataset, selectItems(dataset));
  const { duration, excludePaused, facts, timelines } = input;
  const { start, stage } = timelines;
  const asked = Uint8Array.from(stages, (one) => (one === null ? 0 : 1));
  const inStage = new Float64Array(stages.length);
  const sums = { active: 0, all: 0, inStage };
  for (const item of cycleTimeItems(input)) {
    if (facts.partsUnknown[item] === 1) continue;
    const active = facts.activeMs[item] as number;
    const paused = excludePaused ? 0 : (facts.pausedMs[item] as number);
    sums.active += active;
    sums.all += active + (facts.waitingMs[item] as number) + (facts.blockedMs[item] as number) + paused;
    const end = facts.endVisit[item] as number;
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const at = stage[visit] as number;
      if (asked[at] === 0) continue;
      const from = start[visit] as number;
      const to = (visit + 1 < end ? start[visit + 1] : facts.ended[item]) as number;
      if (to <= from) continue;
      inStage[at]! += duration.between(from, to) - blockedBetween(timelines, duration, item, from, to);
    }
  }
  return sums;
}
