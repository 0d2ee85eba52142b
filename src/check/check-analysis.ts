import type { MetricReport, Report } from '../contract/output.ts';
import { type Figures, figuresSchema } from '../contract/result.ts';
import type { CheckReport } from '../contract/statistics/check-schema.ts';
import type { Trend } from '../contract/statistics/trend-schema.ts';
import { PitwallError } from '../model/errors.ts';
import type { Check } from '../model/statistics/check.ts';
import { baselineOf, type Past } from './baseline.ts';
import { type FoundFigure, figureIn } from './find-figure.ts';
import { judge, summary } from './judge.ts';
import { type KnownCheck, knownCheck } from './known-path.ts';
import { signalsOf, trendMetricOf } from './trend-figures.ts';

type Metric = keyof Figures;

/** What a check needs of an analysis. */
interface Answers {
  report(): Report;
  metric(id: Metric): MetricReport;
  trend(options: { metric: readonly string[] }): Promise<{ trend: Trend }>;
  withoutNames(text: string): string;
}

/** Checks whose figures exist, ready to judge an analysis. */
export interface ReadyChecks {
  /** The metrics whose detail they need besides the report. */
  details: readonly Metric[];
  /** Whether a limit is relative to the past. */
  relative: boolean;
  /**
   * @param past what relative limits are taken from; null without a history
   * @throws PitwallError `unknown-figure` if the data has no such stage, group or percentile
   */
  judge(analysis: Answers, past: Past | null): Promise<CheckReport>;
}

/** @throws PitwallError `unknown-figure`, `bad-check` */
export function readyChecks(checks: readonly Check[]): ReadyChecks {
  const known = checks.map(knownCheck);
  const details = [...new Set(known.flatMap(detailOf))];
  const relative = known.some(({ limit }) => 'factor' in limit);
  return { details, relative, judge: (analysis, past) => judgeAll(known, details, analysis, past) };
}

/** The metric whose own command has the figure, if the report lacks it. */
function detailOf({ figure, full: [root] }: KnownCheck): Metric[] {
  if (!figure.detail || root === undefined || !('key' in root)) return [];
  return Object.hasOwn(figuresSchema.shape, root.key) ? [root.key as Metric] : [];
}

async function judgeAll(
  known: readonly KnownCheck[],
  details: readonly Metric[],
  analysis: Answers,
  past: Past | null,
): Promise<CheckReport> {
  const report = analysis.report();
  refuseHours(known, report);
  const detailed = new Map(details.map((id) => [id, analysis.metric(id)]));
  const figureOf = await trendFigures(known, analysis);
  const days = report.basis === 'working' ? 'whole' : 'clock';
  const results = known.map((check) => {
    const [own] = detailOf(check);
    const data = (own === undefined ? undefined : detailed.get(own)) ?? report;
    try {
      const { limit } = check;
      const baseline = 'factor' in limit ? baselineOf(check, limit.factor, past, analysis.withoutNames) : null;
      const figure = figureOf(check) ?? figureIn(data, check.full, check.where, analysis.withoutNames);
      const result = judge(check, figure, baseline, days);
      const { name, check: text, message, path } = result;
      const [hiddenName, hiddenText, hiddenMessage, hiddenPath] = [name, text, message, path].map(
        analysis.withoutNames,
      ) as [string, string, string, string];
      return { ...result, name: hiddenName, check: hiddenText, message: hiddenMessage, path: hiddenPath };
    } catch (error) {
      throw nameless(error, analysis.withoutNames);
    }
  });
  return {
    ...headOf(report),
    check: summary(results),
    findings: report.findings,
    failures: failuresOf(report, detailed),
  };
}

/** What finds the figures of a trend, which is worked out only where a check is about one; null for any other figure. */
async function trendFigures(
  known: readonly KnownCheck[],
  analysis: Answers,
): Promise<(check: KnownCheck) => FoundFigure | null> {
  const metrics = known.flatMap(({ full }) => trendMetricOf(full) ?? []);
  if (metrics.length === 0) return () => null;
  const { trend } = await analysis.trend({ metric: metrics });
  return ({ full }) => {
    const metric = trendMetricOf(full);
    return metric === null ? null : signalsOf(trend, metric);
  };
}

/** Without the figures. */
function headOf(report: Report) {
  const { schemaVersion, tool, asOf, asOfSource, timeZone, basis, calendar, window, sources, workflow, where } = report;
  return { schemaVersion, tool, asOf, asOfSource, timeZone, basis, calendar, window, sources, workflow, where };
}

function failuresOf(report: Report, detailed: ReadonlyMap<Metric, MetricReport>): Report['failures'] {
  const own = [...detailed.values()].flatMap(({ failures }) => failures);
  return [...report.failures, ...own.filter(({ metric }) => report.failures.every((one) => one.metric !== metric))];
}

/** A working day does not have 24 hours, nor has one that counts whole. */
function refuseHours(known: readonly KnownCheck[], { basis }: Report): void {
  const wrong = known.find(({ figure, limit }) => figure.unit === 'days' && 'unit' in limit && limit.unit === 'h');
  if (wrong === undefined || basis === 'elapsed') return;
  throw new PitwallError(
    'bad-check',
    `\`${wrong.text}\`: with the basis ${basis}, a day is not 24 hours`,
    wrong.where,
    'Write the limit in days (d)',
  );
}

function nameless(error: unknown, withoutNames: (text: string) => string): unknown {
  if (!(error instanceof PitwallError)) return error;
  const { code, cure, what, where } = error;
  return new PitwallError(code, withoutNames(what), where, withoutNames(cure), { cause: error });
}
