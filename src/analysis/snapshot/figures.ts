import { REPORT_METRIC_IDS } from '../../metrics/index.ts';
import { computeFigures, metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { selectItems } from '../select-items.ts';

/** Lists of items, people and periods: a history keeps none of items and people, and has its own of periods. */
const LEFT_OUT = new Set(['byItem', 'pairs', 'periods', 'byMonth', 'variants']);

/**
 * The figures of the report as of an instant, without lists of items, people and periods.
 * @throws PitwallError `rows-released`, `empty-window`
 */
export function figuresAt(dataset: Dataset, instant: number): Record<string, unknown> {
  const then = dataset.at(instant);
  // Early on there may be nothing to select yet.
  const settings = { ...then.settings, allowEmpty: true };
  const seen = { ...then, settings };
  const figures = computeFigures(REPORT_METRIC_IDS, metricInput(seen, selectItems(seen)), false, []);
  const kept = without(figures) as Record<string, unknown>;
  return dataset.gate === null ? kept : dataset.gate.value(kept);
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => !LEFT_OUT.has(key) && inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, without(inner)]));
}
