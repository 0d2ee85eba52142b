import { finishedItems } from '../../metrics/derive/populations.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import type { SideRule } from '../../model/statistics/compare-settings.ts';
import type { Window } from '../../model/time/window.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { selectItems } from '../select-items.ts';
import { itemsOfValue } from './group-values.ts';
import { splitWindow } from './split-window.ts';

/** One side of a comparison: some items, and the window that their figures are about. */
export interface Side {
  label: string;
  dataset: Dataset;
  input: MetricInput;
}

/** What is compared. */
export interface Sides {
  kind: 'dates' | 'exports' | 'groups';
  /** Of two values: the field. */
  by: string | null;
  a: Side;
  b: Side;
}

/**
 * Both sides out of one export.
 * @throws PitwallError `bad-option`, `unknown-field`, `empty-selection`
 */
export function sidesOf(dataset: Dataset, rule: SideRule): Sides {
  const selection = selectItems(dataset);
  if (rule.kind === 'groups') {
    const side = (value: string): Side => {
      const { items, label } = itemsOfValue(dataset, selection, rule.field, value);
      return { label, dataset, input: metricInput(dataset, items) };
    };
    const [a, b] = rule.values;
    return { kind: 'groups', by: rule.field, a: side(a), b: side(b) };
  }
  const { before, from } = splitWindow(dataset, rule.at);
  const side = (label: string, window: Window): Side => {
    const cut = { ...dataset, window };
    return { label: `${label} ${rule.at}`, dataset: cut, input: metricInput(cut, selection) };
  };
  return { kind: 'dates', by: null, a: side('before', before), b: side('from', from) };
}

/** Two exports as the sides. */
export function sidesOfExports(a: Dataset, b: Dataset): Sides {
  const side = (dataset: Dataset): Side => ({
    label: labelOf(dataset),
    dataset,
    input: metricInput(dataset, selectItems(dataset)),
  });
  return { kind: 'exports', by: null, a: side(a), b: side(b) };
}

const FILES_NAMED = 2;

/** The names of the files, without their folders. */
function labelOf({ log: { files } }: Dataset): string {
  const names = files.map(({ file }) => file.replace(/^.*[/\\]/, ''));
  const more = names.length - FILES_NAMED;
  const named = names.slice(0, FILES_NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Whether no instant is in both windows: a week that the border cuts is then two. */
export function areApart({ a, b }: Sides): boolean {
  const [first, second] = [a.input.window, b.input.window];
  return first.to <= second.from || second.to <= first.from;
}

/** How many finished items are on both sides: the same item of the same source. */
export function onBothSides({ a, b }: Sides): number {
  const keys = ({ dataset: { log, timelines }, input }: Side) =>
    Array.from(finishedItems(input), (item) =>
      JSON.stringify([log.sourceOf(timelines.item[item] as number), timelines.ids[item]]),
    );
  const known = new Set(keys(a));
  return keys(b).filter((key) => known.has(key)).length;
}
