import type { Sensitivity, SensitivityReport } from '../../contract/statistics/sensitivity-schema.ts';
import { findingsOf, outputHeaderOf } from '../answers/output-header.ts';
import type { Dataset } from '../dataset.ts';
import { selectItems } from '../select-items.ts';
import { type Definition, definitionWords, otherDefinitions } from './definitions.ts';
import { type FiguresUnder, figuresUnder } from './figures-under.ts';
import { compareItems } from './item-values.ts';
import { KNOWN_TOOLS, type KnownTool } from './known-tools.ts';

/**
 * The figures of the headline under each other reasonable definition, and what well-known tools would print.
 * @throws PitwallError `unknown-field`, `empty-selection`
 */
export function sensitivityReportOf(dataset: Dataset): SensitivityReport {
  const selection = selectItems(dataset);
  const { settings, timelines, workflow } = dataset;
  const own: Definition = { settings, workflow, fromCreation: false, withoutBlocked: false };
  const base = figuresUnder(dataset, selection, own);
  const rows = otherDefinitions(own).map((definition): Sensitivity['rows'][number] => {
    const { aspect, change, setting } = definition;
    const figures = figuresUnder(dataset, selection, definition);
    return {
      change,
      aspect,
      setting,
      ...headlineOf(figures),
      ...compareItems(base.values, figures.values, timelines.ids),
    };
  });
  return {
    ...outputHeaderOf(dataset),
    sensitivity: {
      base: {
        ...headlineOf(base),
        items: base.values.days.size,
        unit: settings.unit,
        definition: definitionWords(own),
      },
      rows,
      tools: KNOWN_TOOLS.map((tool) => printedBy(tool, dataset, selection, own)),
    },
    findings: findingsOf(dataset),
  };
}

function headlineOf({ cycleTime, flowEfficiency, throughput }: FiguresUnder) {
  return { cycleTime, throughput, flowEfficiency };
}

/** What a tool would print of these files, by its published definition. */
function printedBy(
  known: KnownTool,
  dataset: Dataset,
  selection: Int32Array,
  own: Definition,
): Sensitivity['tools'][number] {
  const { definition, figure, fromCreation = false, source, tool } = known;
  const settings = { ...own.settings, ...known.settings };
  const { values } = figuresUnder(dataset, selection, { ...own, settings, fromCreation });
  const zero = known.withoutZero === true ? zeroItems(dataset, selection, { ...own, settings }) : null;
  const days = [...values.days].filter(([item]) => zero?.has(item) !== true).map(([, value]) => value);
  return {
    tool,
    definition,
    source,
    figure,
    value: known.figureOf(Float64Array.from(days), settings.percentiles.method),
  };
}

/** Items that start and end at one instant: no time has passed, though a day may have been touched. */
function zeroItems(dataset: Dataset, selection: Int32Array, own: Definition): Set<number> {
  const settings = { ...own.settings, basis: 'elapsed' as const, excludePaused: false };
  const { values } = figuresUnder(dataset, selection, { ...own, settings });
  return new Set([...values.days].filter(([, days]) => days === 0).map(([item]) => item));
}
