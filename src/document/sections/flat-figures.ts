import type { Report } from '../../contract/output.ts';
import type { Document, Value } from '../../model/document/document-parts.ts';
import { isMetric } from '../words.ts';

/** What distinguishes the rows of a list is part of a figure's name, not a figure. */
const NAMES = new Set(['stage', 'line', 'unit']);

/** A name that is a figure elsewhere: the kind of a stage. */
const KIND_OF_OPPORTUNITY = /^list\.\w+\.kind$/;

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
      for (const entry of value) {
        if (isOpportunity(entry)) walk(metric, entry.stage, `${path}.${entry.kind}`, entry);
        else if (isStage(entry)) walk(metric, entry.stage, path, entry);
        else if (isLine(entry)) walk(metric, stage, `${path}.${entry.line}`, entry);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(metric, stage, path === '' ? key : `${path}.${key}`, inner);
    } else if (!NAMES.has(path.split('.').at(-1) as string) && !KIND_OF_OPPORTUNITY.test(path))
      rows.push([group, metric, stage, path, value as Value]);
  };
  for (const [metric, data] of Object.entries(figures)) if (isMetric(metric)) walk(metric, null, '', data);
  return rows;
}

/** One of `opportunities`: two of them may be in one stage, so its kind is part of the name. */
function isOpportunity(entry: unknown): entry is { stage: string | null; kind: string } {
  return typeof entry === 'object' && entry !== null && 'kind' in entry && 'change' in entry;
}

/** A line of `waste`. */
function isLine(entry: unknown): entry is { line: string } {
  return typeof entry === 'object' && entry !== null && 'line' in entry;
}

/** A row of `stages`, of `wip.byStage` or of `waste.byStage`; the items of `age` have a stage too, but go by their id. */
function isStage(entry: unknown): entry is { stage: string } {
  return typeof entry === 'object' && entry !== null && 'stage' in entry && !('id' in entry);
}
