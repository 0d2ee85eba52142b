import type { Figures } from '../contract/result.ts';
import type { Chart } from '../model/document/chart.ts';
import { PitwallError } from '../model/errors.ts';
import { suggestionFor } from '../model/other-words.ts';
import type { ChartData, ChartDefinition, ChartOptions } from './chart-definition.ts';
import { cumulativeFlowChart } from './flow/cumulative-flow.ts';
import { flowChart } from './flow/flow.ts';
import { throughputChart } from './flow/throughput.ts';
import { valueStreamChart } from './flow/value-stream.ts';
import { wipChart } from './flow/wip.ts';
import { notationOf } from './kit/words.ts';
import { handoffsChart } from './loss/handoffs.ts';
import { wasteChart } from './loss/waste.ts';
import { forecastChart } from './outlook/forecast.ts';
import { riskChart } from './outlook/risk.ts';
import { trendChart } from './outlook/trend.ts';
import { agingChart } from './time/aging.ts';
import { cycleTimeChart } from './time/cycle-time.ts';
import { cycleTimeHistogramChart } from './time/cycle-time-histogram.ts';
import { flowEfficiencyChart } from './time/flow-efficiency.ts';

export type { ChartData, ChartDefinition, ChartOptions } from './chart-definition.ts';

/** Every chart, in the order in which they are listed. */
export const CHARTS: readonly ChartDefinition[] = [
  cycleTimeChart,
  cycleTimeHistogramChart,
  agingChart,
  cumulativeFlowChart,
  throughputChart,
  trendChart,
  wipChart,
  flowEfficiencyChart,
  valueStreamChart,
  flowChart,
  wasteChart,
  handoffsChart,
  forecastChart,
  riskChart,
];

/**
 * A chart by its name.
 * @throws PitwallError `unknown-chart`
 */
export function chartNamed(name: string): ChartDefinition {
  const found = CHARTS.find((chart) => chart.name === name);
  if (found !== undefined) return found;
  const names = CHARTS.map((chart) => chart.name);
  const suggestion = suggestionFor(name, names);
  const cure = suggestion === null ? `Use one of: ${names.join(', ')}` : `Did you mean "${suggestion}"?`;
  throw new PitwallError('unknown-chart', `there is no chart "${name}"`, 'pitwall chart', cure);
}

/** What the data leaves open may make any chart wrong. */
function doubts({ findings = [] }: ChartData): string[] {
  const grave = findings.filter(({ weight }) => weight !== 'info').map(({ code, count }) => `${code} (${count}×)`);
  return grave.length === 0
    ? []
    : [`The data may make it wrong: ${grave.join(', ')}. pitwall inspect says what to do.`];
}

/**
 * The description of a chart.
 * @param data a report or a metric's report; several in one object for a chart that needs more than one
 * @throws PitwallError `unknown-chart`
 */
export function chartOf(data: ChartData, name: string, options: ChartOptions = {}): Chart {
  const chart = chartNamed(name);
  const notation = notationOf(data);
  const missing = [...chart.needs, ...chart.answers].find((id) => (data[id as keyof Figures] ?? null) === null);
  const drawn =
    missing === undefined ? chart.draw(data, options) : `The data holds no ${missing}, which this chart is made from.`;
  const { reading } = chart;
  if (typeof drawn !== 'string') {
    return { name, ...drawn, notes: [...drawn.notes, ...doubts(data)], reading, reason: null, notation };
  }
  return { name, title: drawn, alternative: drawn, reading, reason: drawn, panels: [], notes: [], notation };
}
