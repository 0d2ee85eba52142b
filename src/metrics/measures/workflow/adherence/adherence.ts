import type { Adherence } from '../../../../contract/adherence-schema.ts';
import { orNull, ratio } from '../../../../model/time/instants.ts';
import { percentiles } from '../../../../stats/index.ts';
import { LeftOutCount } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { adherenceView } from './adherence-view.ts';
import { type Deviation, deviationOf, type Path, pathOf } from './path.ts';
import { timeLimits } from './time-limits.ts';
import { countedStages, foundVariants, type Variant } from './variants.ts';

const MOST_VARIANTS = 10;
/** A ticket that a machine moves back and forth all day has a way that nobody reads. */
const MOST_STEPS = 50;

export const adherence: Metric<'adherence'> = {
  id: 'adherence',
  command: 'adherence',
  title: 'Adherence',
  words: 'adherence',
  keyFigure: 140,
  definition: {
    meaning:
      'The path that work should take against the ways that items took: who kept to it, what was skipped, what came out of order; and who was longer in a stage than its time limit.',
    formula:
      'A way: the active stages (and those of `path`) of a finished item from creation to finish, in the order of its visits, none twice in a row; and a done stage from which it was taken up again. The path: `path`, else the active stages of a configured workflow, else the most common order of first visits. onPath: the way is the path. skipped: a stage of the path never visited. outOfOrder: an entry into a stage of the path after a later one was reached. detour: another stage of the way. Time limits: visits longer than maxDays, total time, of each stage in `limits`.',
    unit: 'items; days of the basis (elapsed with inclusive)',
    caution:
      'Waiting stages count only if `path` names them: parking an item is no deviation. A return for rework is out of order, whoever asked for it: see review-yield. The most common way is a habit, not a rule.',
  },
  compute(input, detail): Adherence {
    const leftOut = new LeftOutCount();
    const ways = foundVariants(input, countedStages(input), leftOut);
    const path = pathOf(input, ways);
    const deviations = ways.map(({ stages }) => deviationOf(stages, path.stages));
    const data: Adherence = {
      ...summaryOf(input, path, ways, deviations),
      ways: ways.length,
      ...variantsOf(input, ways, deviations),
      limits: timeLimits(input, detail),
      leftOut: leftOut.list(),
    };
    if (detail) data.byItem = itemsOf(input, ways, deviations);
    return data;
  },
  view: adherenceView,
};

type Summary = Omit<Adherence, 'ways' | 'variants' | 'highPoint' | 'limits' | 'leftOut' | 'byItem'>;

function summaryOf(
  { workflow }: MetricInput,
  path: Path,
  ways: readonly Variant[],
  deviations: readonly Deviation[],
): Summary {
  const name = (stage: number) => workflow.stages[stage]?.name as string;
  const itemsWith = (holds: (deviation: Deviation) => boolean) =>
    ways.reduce((sum, { items }, way) => sum + (holds(deviations[way] as Deviation) ? items.length : 0), 0);
  const items = itemsWith(() => true);
  const onPath = itemsWith((deviation) => deviation.onPath);
  const skipped = new Map<number, number>();
  const outOfOrder = new Map<number, number>();
  const detours = new Map<number, number>();
  ways.forEach((way, index) => {
    const deviation = deviations[index] as Deviation;
    const add = (counts: Map<number, number>, stages: readonly number[]) => {
      for (const stage of stages) counts.set(stage, (counts.get(stage) ?? 0) + way.items.length);
    };
    add(skipped, deviation.skipped);
    add(outOfOrder, deviation.outOfOrder);
    add(detours, deviation.detours);
  });
  return {
    path: path.stages.map(name),
    pathFrom: path.from,
    items,
    onPath,
    onPathShare: ratio(onPath, items),
    withSkips: itemsWith((deviation) => deviation.skipped.length > 0),
    withReturns: itemsWith((deviation) => deviation.outOfOrder.length > 0),
    withDetours: itemsWith((deviation) => deviation.detours.length > 0),
    stages: path.stages.map((stage) => ({
      stage: name(stage),
      skipped: skipped.get(stage) ?? 0,
      skippedShare: ratio(skipped.get(stage) ?? 0, items),
      outOfOrder: outOfOrder.get(stage) ?? 0,
    })),
    detours: [...detours]
      .sort(([a, itemsA], [b, itemsB]) => itemsB - itemsA || a - b)
      .map(([stage, count]) => ({ stage: name(stage), items: count })),
  };
}

function variantsOf(
  { facts, percentiles: rule, workflow }: MetricInput,
  ways: readonly Variant[],
  deviations: readonly Deviation[],
): Pick<Adherence, 'variants' | 'highPoint'> {
  const total = ways.reduce((sum, { items }) => sum + items.length, 0);
  const highPoint = rule.points.reduce((best, point) => (Math.abs(point - 85) < Math.abs(best - 85) ? point : best));
  const variants = ways.slice(0, MOST_VARIANTS).map(({ stages, items }, index) => {
    const days = Float64Array.from(items, (item) => facts.cycleTimeDays[item] as number).filter(
      (one) => !Number.isNaN(one),
    );
    const [medianDays = null] = percentiles(days, [50], rule.method);
    const [highDays = null] = percentiles(days, [highPoint], rule.method);
    return {
      way: stages.slice(0, MOST_STEPS).map((stage) => workflow.stages[stage]?.name as string),
      steps: stages.length,
      items: items.length,
      share: items.length / total,
      onPath: (deviations[index] as Deviation).onPath,
      medianDays,
      highDays,
    };
  });
  return { variants, highPoint };
}

function itemsOf(
  { facts, timelines, workflow }: MetricInput,
  ways: readonly Variant[],
  deviations: readonly Deviation[],
): NonNullable<Adherence['byItem']> {
  const names = (stages: readonly number[]) => stages.map((stage) => workflow.stages[stage]?.name as string);
  return ways
    .flatMap(({ items }, way) => items.map((item) => ({ item, deviation: deviations[way] as Deviation })))
    .sort((a, b) => a.item - b.item)
    .map(({ item, deviation }) => ({
      id: timelines.ids[item] as string,
      onPath: deviation.onPath,
      skipped: names(deviation.skipped),
      outOfOrder: deviation.outOfOrder.length,
      detours: names(deviation.detours),
      cycleTimeDays: orNull(facts.cycleTimeDays[item] as number),
    }));
}
