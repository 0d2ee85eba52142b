import { type ChartData, type ChartDefinition, type ChartOptions, chartNamed, chartOf } from './charts/index.ts';
import type { ForecastReport } from './contract/forecast-schema.ts';
import type { Group, MetricReport } from './contract/output.ts';
import type { MetricId } from './metrics/metric.ts';
import type { Chart } from './model/chart.ts';

/** What is asked of an analysis. */
export interface Answers {
  metric(id: MetricId): MetricReport;
  forecast(): Promise<ForecastReport>;
}

/**
 * A chart of an analysis: asks for the answers that the chart is made from, and for no others.
 * @throws PitwallError `unknown-chart`
 */
export async function makeChart(answers: Answers, name: string, options: ChartOptions): Promise<Chart> {
  return chartOf(await chartData(answers, [chartNamed(name)]), name, options);
}

/** What charts are made from: the answers that they need, each asked for once. */
export async function chartData(answers: Answers, charts: readonly ChartDefinition[]): Promise<ChartData> {
  const ids = new Set(charts.flatMap(({ needs, uses }) => [...needs, ...uses]));
  const [first, ...reports] = [...ids].map((id) => answers.metric(id));
  const others = new Set(charts.flatMap((chart) => chart.answers));
  const forecast = others.has('forecast') ? await answers.forecast() : undefined;
  return { ...(forecast as object), ...joined(first, reports) } as ChartData;
}

/** Several metrics' reports of one analysis as one: they have the same head, and their groups the same order. */
function joined(first: MetricReport | undefined, others: readonly MetricReport[]): MetricReport | undefined {
  if (first === undefined) return undefined;
  const groups = first.groups?.map(
    (group, index): Group => Object.assign({}, group, ...others.map((report) => report.groups?.[index])),
  );
  return Object.assign({}, first, ...others, groups === undefined ? {} : { groups });
}
