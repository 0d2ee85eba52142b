import type { FlowDistribution } from '../../../../contract/flow-distribution-schema.ts';
import { DROPPED, FINISHED, NOT_STARTED, OUTCOMES } from '../../../../model/item-facts.ts';
import { Float64Column } from '../../../../model/log/columns.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { within } from '../../../../model/time/window.ts';
import { compareNames } from '../../../derive/compare-names.ts';
import { distributionOf, medianOf } from '../../../derive/distribution-of.ts';
import { CREATION_UNKNOWN, LeftOutCount } from '../../../derive/left-out.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { flowDistributionView } from './distribution-view.ts';

const VALUES_IN_REPORT = 10;

type Figures = FlowDistribution['values'][number];
type Unstarted = NonNullable<FlowDistribution['byItem']>[number];

export const distribution: Metric<'distribution'> = {
  id: 'distribution',
  command: 'distribution',
  title: 'Flow distribution',
  words: 'the flow distribution',
  definition: {
    meaning:
      'What kinds of work come in, what becomes of them, and how old the work is that nobody has begun. --by names the field of the kinds; without it, the type.',
    formula:
      'arrived: items created within the window; share: of all that arrived. ofArrived: what they are at asOf; its four counts add up to arrived. finished, dropped: within the window, whenever they arrived. inProgress, notStarted: at asOf. unstartedAge: from creation to asOf, of the items not started.',
    unit: 'items, days of the basis (elapsed with inclusive)',
    caution:
      'An item counts under each of several values (labels), so shares may add up to more than 1. What arrived last had the least time to finish. Items without a known creation count as no arrival and have no age.',
  },
  compute(input, detail): FlowDistribution {
    const { asOf, by, duration, facts, percentiles, selection, timelines, window, workflow } = input;
    const leftOut = new LeftOutCount();
    const kinds = new Map<string | null, Kind>();
    const ages = new Float64Column(16);
    const byItem: Unstarted[] = [];
    let arrived = 0;
    for (let place = 0; place < selection.length; place++) {
      const item = selection[place] as number;
      const values = by.valuesOf(item);
      const created = facts.created[item] as number;
      const outcome = facts.outcome[item] as number;
      const known = !Number.isNaN(created);
      if (!known) leftOut.add(CREATION_UNKNOWN);
      const arrives = within(window, created);
      if (arrives) arrived++;
      const age = known && outcome === NOT_STARTED ? duration.between(created, asOf) / duration.dayMs : Number.NaN;
      if (!Number.isNaN(age)) {
        ages.push(age);
        if (detail) byItem.push({ ...nameOf(item, values), ageDays: age });
      }
      if (values.length === 0) kindOf(null).add(input, item, arrives, age);
      for (const value of values) kindOf(value).add(input, item, arrives, age);
    }
    const figures = [...kinds]
      .sort(([a, one], [b, other]) => other.arrived - one.arrived || other.items - one.items || compareNames(a, b))
      .map(([value, kind]) => kind.figures(value, arrived, percentiles));
    const data: FlowDistribution = {
      field: by.field,
      arrived,
      values: detail ? figures : figures.slice(0, VALUES_IN_REPORT),
      unstartedAge: distributionOf(ages.values(), percentiles),
      leftOut: leftOut.list(),
    };
    if (detail) data.byItem = byItem.sort((a, b) => b.ageDays - a.ageDays || compareNames(a.id, b.id));
    return data;

    function kindOf(value: string | null): Kind {
      let kind = kinds.get(value);
      if (kind === undefined) {
        kind = new Kind();
        kinds.set(value, kind);
      }
      return kind;
    }

    function nameOf(item: number, values: readonly string[]): Omit<Unstarted, 'ageDays'> {
      const visit = (timelines.offsets[item + 1] as number) - 1;
      const stage = workflow.stages[timelines.stage[visit] as number]?.name ?? '';
      return { id: timelines.ids[item] as string, value: values.length === 0 ? null : values.join(', '), stage };
    }
  },
  view: flowDistributionView,
};

/** What is counted of the items of one value. */
class Kind {
  items = 0;
  arrived = 0;
  readonly #ofArrived = { notStarted: 0, inProgress: 0, finished: 0, dropped: 0 };
  readonly #now = { notStarted: 0, inProgress: 0, finished: 0, dropped: 0 };
  readonly #cycleTimes = new Float64Column(16);
  readonly #ages = new Float64Column(16);

  /** @param age NaN: it has started, or its creation is not known */
  add({ facts, window }: MetricInput, item: number, arrives: boolean, age: number): void {
    const outcome = facts.outcome[item] as number;
    const name = OUTCOMES[outcome] as (typeof OUTCOMES)[number];
    this.items++;
    if (arrives) {
      this.arrived++;
      this.#ofArrived[name]++;
    }
    const over = outcome === FINISHED || outcome === DROPPED;
    const counts = !over || within(window, facts.ended[item] as number);
    if (counts) this.#now[name]++;
    const cycleTime = facts.cycleTimeDays[item] as number;
    if (outcome === FINISHED && counts && !Number.isNaN(cycleTime)) this.#cycleTimes.push(cycleTime);
    if (!Number.isNaN(age)) this.#ages.push(age);
  }

  figures(value: string | null, all: number, percentiles: MetricInput['percentiles']): Figures {
    return {
      value,
      arrived: this.arrived,
      share: ratio(this.arrived, all),
      ofArrived: this.#ofArrived,
      ...this.#now,
      medianCycleTimeDays: medianOf(this.#cycleTimes.values(), percentiles),
      unstartedAge: distributionOf(this.#ages.values(), percentiles),
    };
  }
}
