import type { Report } from '../contract/output.ts';
import type { Document, Value } from '../model/parts.ts';
import { metricWords } from './words.ts';

/**
 * A report as one flat table: a row for each figure, named as in the contract. Lists of periods, items and pairs are
 * not figures: their metrics' own commands print them.
 */
export function flatFigures(report: Report): Document['records'] {
  const rows: Value[][] = [...figureRows(null, report)];
  for (const group of report.groups ?? []) rows.push(...figureRows(group.value ?? '', group));
  return { columns: ['group', 'metric', 'stage', 'figure', 'value'], rows };
}

function figureRows(group: string | null, figures: object): Value[][] {
  const rows: Value[][] = [];
  const walk = (metric: string, stage: string | null, path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) if (isStage(entry)) walk(metric, entry.stage, path, entry);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(metric, stage, path === '' ? key : `${path}.${key}`, inner);
    } else if (path.split('.').at(-1) !== 'stage') rows.push([group, metric, stage, path, value as Value]);
  };
  for (const [metric, data] of Object.entries(figures))
    if (Object.hasOwn(metricWords, metric)) walk(metric, null, '', data);
  return rows;
}

/** A row of `stages` or of `wip.byStage`; the items of `age` stand in a stage too, but are told by their id. */
function isStage(entry: unknown): entry is { stage: string } {
  return typeof entry === 'object' && entry !== null && 'stage' in entry && !('id' in entry);
}
