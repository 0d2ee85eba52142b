import type { Analysis } from './analyze.ts';
import { type ChartData, type ChartDefinition, type ChartOptions, chartNamed, chartOf } from './charts/index.ts';
import type { Group, MetricReport } from './contract/output.ts';
import type { Chart } from './model/chart.ts';

/**
 * A chart of an analysis: asks for the answers that the chart is made from, and for no others.
 * @throws PitwallError `unknown-chart`
 */
export async function makeChart(
  answers: Pick<Analysis, 'metric' | 'forecast'>,
  name: string,
  options: ChartOptions,
): Promise<Chart> {
  return chartOf(await chartData(answers, [chartNamed(name)]), name, options);
}

/** What charts are made from: the answers that they need, each asked for once. */
export async function chartData(
  answers: Pick<Analysis, 'metric' | 'forecast'>,
  charts: readonly ChartDefinition[],
): Promise<ChartData> {
  const ids = new Set(charts.flatMap(({ needs, uses }) => [...needs, ...uses]));
  const [first, ...reports] = [...ids].map((id) => answers.metric(id));
  const others = new Set(charts.flatMap((chart) => chart.answers));
  const forecast = others.has('forecast') ? await answers.forecast() : undefined;
  return { ...(forecast as object), ...joined(first, reports) } as ChartData;
}

/** Several metrics' reports of one analysis as one. */
function joined(first: MetricReport | undefined, reports: readonly MetricReport[]): MetricReport | undefined {
  return reports.reduce<MetricReport | undefined>((all, report) => {
    if (all === undefined) return report;
    // Groups come in the same order in every report of one analysis.
    const groups = all.groups?.map((group, index): Group => ({ ...group, ...report.groups?.[index] }));
    return { ...all, ...report, ...(groups === undefined ? {} : { groups }) };
  }, first);
}
