import type { Analysis } from './analyze.ts';
import { type ChartOptions, chartNamed, chartOf } from './charts/index.ts';
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
  const { answers: others, needs, uses } = chartNamed(name);
  const [first, ...reports] = [...needs, ...uses].map((id) => answers.metric(id));
  const forecast = others.includes('forecast') ? await answers.forecast() : undefined;
  const data = { ...(forecast as object), ...joined(first, reports) };
  return chartOf(data as Parameters<typeof chartOf>[0], name, options);
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
