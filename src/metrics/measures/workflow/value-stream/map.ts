import type { ValueStream } from '../../../../contract/value-stream-schema.ts';
import { FINISHED } from '../../../../model/item-facts.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { DAY_MS } from '../../../../model/time/units.ts';
import { within } from '../../../../model/time/window.ts';
import { ACTIVE, kindOfCode, TODO } from '../../../../model/workflow/stage-columns.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { ENTRY_UNKNOWN, type LeftOutCount } from '../../../derive/left-out.ts';
import { eachReturn, returnsTo } from '../../../derive/visits/returns.ts';
import { stageExits } from '../../../derive/visits/stage-exits.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { eachProcessTime } from './process-time.ts';

/** What is counted of one stage. */
class StageFlow {
  visits = 0;
  /** Times in days of the basis, of the visits that have any: most work without a wait, or wait without work. */
  readonly process = new Float64Column(8);
  readonly wait = new Float64Column(8);
  current = 0;
  entries = 0;
  exits = 0;
  /** Stage that work went back to → how often. */
  readonly returns = new Map<number, number>();
  /** Stage that work went to next → how often, and how often it was back there then. */
  readonly moves = new Map<number, { count: number; back: number }>();
}

/** The stages in order, with what went through each within the window. */
export function mapOf(input: MetricInput, leftOut: LeftOutCount): ValueStream['stages'] {
  const { kinds, selection, timelines, window, workflow } = input;
  const flows = workflow.stages.map(() => new StageFlow());
  for (let at = 0; at < selection.length; at++) {
    const item = selection[at] as number;
    if (timelines.milestones[item] === 1) continue;
    if (countVisits(input, item, flows)) leftOut.add(ENTRY_UNKNOWN);
    eachReturn(timelines, kinds, item, (from, to, left, arrived) => {
      countBack(input, item, arrived, flows);
      if (!within(window, timelines.start[left] as number)) return;
      const returns = (flows[from] as StageFlow).returns;
      returns.set(to, (returns.get(to) ?? 0) + 1);
    });
  }
  return flows.map((flow, stage) => figuresOf(input, flow, stage));
}

/** Returns true if a visit was left out because nobody knows when it began. */
function countVisits(input: MetricInput, item: number, flows: readonly StageFlow[]): boolean {
  const { asOf, duration, facts, timelines, window } = input;
  const { offsets, stage, start } = timelines;
  const last = (offsets[item + 1] as number) - 1;
  const cut = timelines.cutBefore[item] as number;
  let leftOut = false;
  for (let visit = offsets[item] as number; visit <= last; visit++) {
    if ((start[visit] as number) < cut) {
      leftOut = true;
      continue;
    }
    const flow = flows[stage[visit] as number] as StageFlow;
    if (within(window, start[visit] as number)) flow.entries++;
    if (visit < last && within(window, start[visit + 1] as number)) {
      flow.exits++;
      moveOf(flow, stage[visit + 1] as number).count++;
    }
  }
  const ended = (facts.outcome[item] as number) >= FINISHED;
  if (!ended) (flows[stage[last] as number] as StageFlow).current++;
  const end = facts.endVisit[item] as number;
  const until = end <= last ? (start[end] as number) : asOf;
  eachProcessTime(input, item, end, until, (visit, to, all, process) => {
    if (visit === last || !within(window, to) || (start[visit] as number) < cut) return;
    const flow = flows[stage[visit] as number] as StageFlow;
    flow.visits++;
    if (process > 0) flow.process.push(process / duration.dayMs);
    if (all > process) flow.wait.push((all - process) / duration.dayMs);
  });
  return leftOut;
}

function moveOf({ moves }: StageFlow, to: number): { count: number; back: number } {
  let move = moves.get(to);
  if (move === undefined) {
    move = { count: 0, back: 0 };
    moves.set(to, move);
  }
  return move;
}

/** Counts the move by which a return arrived, if the move counts. */
function countBack(
  { timelines, window }: MetricInput,
  item: number,
  arrived: number,
  flows: readonly StageFlow[],
): void {
  const { cutBefore, stage, start } = timelines;
  if (!within(window, start[arrived] as number) || (start[arrived - 1] as number) < (cutBefore[item] as number)) return;
  moveOf(flows[stage[arrived - 1] as number] as StageFlow, stage[arrived] as number).back++;
}

function figuresOf(input: MetricInput, flow: StageFlow, stage: number): ValueStream['stages'][number] {
  const { kinds, percentiles, window, workflow } = input;
  const { backward, firstExits, firstPasses, forward } = stageExits(input);
  const of = (column: Int32Array) => column[stage] as number;
  const kind = kinds[stage] as number;
  const directed = kind === TODO || kind === ACTIVE;
  const weeks = (window.to - window.from) / (7 * DAY_MS);
  const perWeek = (count: number) => (weeks > 0 ? count / weeks : null);
  const process = flow.process.values();
  const wait = flow.wait.values();
  const median = (times: Float64Array) => medianOf(withZeros(times, flow.visits), percentiles);
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  return {
    stage: workflow.stages[stage]?.name as string,
    kind: kindOfCode(kind),
    visits: flow.visits,
    totalProcessDays: sum(process),
    totalWaitDays: sum(wait),
    medianProcessDays: median(process),
    medianWaitDays: median(wait),
    current: flow.current,
    entries: flow.entries,
    exits: flow.exits,
    arrivalsPerWeek: perWeek(flow.entries),
    departuresPerWeek: perWeek(flow.exits),
    passRate: directed ? ratio(of(forward), of(forward) + of(backward)) : null,
    firstPassYield: directed ? ratio(of(firstPasses), of(firstExits)) : null,
    returns: returnsTo(flow.returns, workflow.stages),
    moves: [...flow.moves]
      .sort(([a], [b]) => a - b)
      .map(([to, move]) => ({ to: workflow.stages[to]?.name as string, ...move })),
  };
}

/** The times of all visits, those without any included. */
function withZeros(times: Float64Array, visits: number): Float64Array {
  if (times.length === visits) return times;
  // Where nearly all are 0 there is no need to look for the middle one among them.
  if (times.length === 0) return new Float64Array(Math.min(1, visits));
  const all = new Float64Array(visits);
  all.set(times);
  return all;
}
