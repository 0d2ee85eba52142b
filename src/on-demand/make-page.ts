import { CHARTS, type ChartData, chartOf } from '../charts/index.ts';
import type { Opportunity } from '../contract/opportunities-schema.ts';
import type { ItemList, Report } from '../contract/output.ts';
import { reportDocument } from '../document/index.ts';
import { TREND_METRICS, TREND_NAMES } from '../model/statistics/trend-settings.ts';
import { VERSION } from '../model/version.ts';
import type { DrawnChart } from '../report/pictures/page/figure-html.ts';
import { reportPage } from '../report/pictures/page/report-page.ts';
import { type Answers, chartData } from './make-chart.ts';

/** Which charts show what is to be fixed. */
const SHOWING: Readonly<Record<Opportunity['kind'], readonly string[]>> = {
  wait: ['wip', 'aging', 'cumulative-flow'],
  blocked: ['flow-efficiency'],
  rework: ['flow', 'value-stream'],
  review: ['flow', 'value-stream'],
  abandoned: ['waste'],
  handoffs: ['handoffs'],
};

/** What is asked of an analysis. */
export interface PageAnswers extends Answers {
  items(): ItemList;
  values(field: string): string[][];
}

/**
 * The report as a page that needs nothing else: every chart that the data supports, and the items.
 * @param answers whose rows are kept, if hand-offs between teams are to be shown
 */
export async function makeReportPage(answers: PageAnswers, report: Report): Promise<string> {
  // The page says at its head what may make the figures wrong; below each chart it would only be noise.
  const data: ChartData = { ...(await chartData(answers, CHARTS)), findings: [] };
  // Of every metric: the reader of a page chooses.
  const { trend } = await answers.trend({});
  const { itemList } = answers.items();
  const kinds = new Set((report.opportunities?.list ?? []).map(({ kind }) => kind));
  return reportPage({
    document: reportDocument(report, { charts: false }),
    charts: CHARTS.map(({ name, options }) =>
      name === 'trend' ? drawnTrend({ ...data, trend }) : drawnBoth(data, name, options.includes('log')),
    ),
    items: itemList,
    values: { team: answers.values('team'), labels: answers.values('labels') },
    showing: [...new Set([...kinds].flatMap((kind) => SHOWING[kind]))],
    asOf: report.asOf,
    timeZone: report.timeZone,
    version: VERSION,
  });
}

/** A chart with and without a logarithmic axis, where that is offered: the reader of a page may choose. */
function drawnBoth(data: ChartData, name: string, offersLog: boolean): DrawnChart {
  const chart = chartOf(data, name);
  return { chart, log: offersLog && chart.reason === null ? chartOf(data, name, { log: true }) : null };
}

/** The trend of throughput, and of each other metric that has points. */
function drawnTrend(data: ChartData): DrawnChart {
  const [first, ...others] = TREND_METRICS;
  const variants = others.map((metric) => {
    const chart = chartOf(data, 'trend', { metric });
    return { label: TREND_NAMES[metric], chart: { ...chart, name: `trend-${metric}` } };
  });
  const drawn = variants.filter(({ chart }) => chart.reason === null);
  return { chart: chartOf(data, 'trend', { metric: first }), log: null, label: TREND_NAMES[first], variants: drawn };
}
