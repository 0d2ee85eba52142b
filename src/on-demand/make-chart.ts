import { type ChartData, type ChartDefinition, type ChartOptions, chartNamed, chartOf } from '../charts/index.ts';
import type { Group, MetricReport } from '../contract/output.ts';
import type { ForecastReport } from '../contract/statistics/forecast-schema.ts';
import type { TrendReport } from '../contract/statistics/trend-schema.ts';
import type { MetricId } from '../metrics/metric.ts';
import type { Chart } from '../model/document/chart.ts';
import type { ForecastOptions } from '../settings/statistics/forecast-options.ts';
import type { TrendOptions } from '../settings/statistics/trend-options.ts';

/** What is asked of an analysis. */
export interface Answers {
  metric(id: MetricId): MetricReport;
  forecast(options: ForecastOptions): Promise<ForecastReport>;
  trend(options: TrendOptions): Promise<TrendReport>;
}

/**
 * A chart of an analysis: asks for the answers that the chart is made from, and for no others.
 * @throws PitwallError `unknown-chart`, `bad-option`
 */
export async function makeChart(answers: Answers, name: string, options: ChartOptions): Promise<Chart> {
  return chartOf(await chartData(answers, [chartNamed(name)], options), name, options);
}

/** What charts are made from: the answers that they need, each asked for once. */
export async function chartData(
  answers: Answers,
  charts: readonly ChartDefinition[],
  { baseline, metric = 'throughput', rules }: ChartOptions = {},
): Promise<ChartData> {
  const ids = new Set(charts.flatMap(({ needs, uses }) => [...needs, ...uses]));
  const [first, ...reports] = [...ids].map((id) => answers.metric(id));
  const others = new Set(charts.flatMap((chart) => chart.answers));
  const forecast = others.has('forecast') ? await answers.forecast({ distribution: true }) : undefined;
  const given = Object.entries({ baseline, rules }).filter(([, value]) => value !== undefined);
  const trend = others.has('trend') ? await answers.trend({ metric, ...Object.fromEntries(given) }) : undefined;
  return { ...(forecast as object), ...(trend as object), ...joined(first, reports) } as ChartData;
}

/** Several metrics' reports of one analysis as one: they have the same head, and their groups the same order. */
function joined(first: MetricReport | undefined, others: readonly MetricReport[]): MetricReport | undefined {
  if (first === undefined) return undefined;
  const groups = first.groups?.map(
    (group, index): Group => Object.assign({}, group, ...others.map((report) => report.groups?.[index])),
  );
  return Object.assign({}, first, ...others, groups === undefined ? {} : { groups });
}
