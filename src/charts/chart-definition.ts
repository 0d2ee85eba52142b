import type { Group } from '../contract/output.ts';
import type { Figures, Finding, Head } from '../contract/result.ts';
import type { ForecastReport } from '../contract/statistics/forecast-schema.ts';
import type { TrendReport } from '../contract/statistics/trend-schema.ts';
import type { Chart } from '../model/document/chart.ts';

/** What charts are made from: a report or a metric's report, or several of them in one object. */
export type ChartData = Head &
  Partial<Figures> & {
    groups?: readonly Group[] | undefined;
    findings?: readonly Finding[] | undefined;
    forecast?: ForecastReport['forecast'] | undefined;
    trend?: TrendReport['trend'] | undefined;
  };

export interface ChartOptions {
  /** A logarithmic axis of days, for `cycle-time` and `aging`. */
  log?: boolean;
  /** Velocity below the throughput. */
  points?: boolean;
  /** Which series `trend` draws, as in `trend --metric`: `throughput` by default. */
  metric?: string;
  /** What `trend` compares it with, and by which rules: as in the options of a trend. */
  baseline?: string;
  rules?: string;
}

/** The parts of a chart that are its own. */
interface Drawing {
  title: string;
  alternative: string;
  panels: Chart['panels'];
  notes: readonly string[];
}

/** Answers that are no metric. */
type OtherAnswer = 'forecast' | 'trend';

/** One chart: a file of its own and a line in the registry. */
export interface ChartDefinition {
  name: string;
  /** One line: what it shows. */
  shows: string;
  /** How to read it, in two or three sentences. */
  reading: string;
  /** What it cannot be drawn without: metrics with their detail. */
  needs: readonly (keyof Figures)[];
  /** Metrics that add to it. */
  uses: readonly (keyof Figures)[];
  /** Other answers that it cannot be drawn without. */
  answers: readonly OtherAnswer[];
  /** Which options change it. */
  options: readonly (keyof ChartOptions)[];
  /** @returns the reason if the data does not support it */
  draw(data: ChartData, options: ChartOptions): Drawing | string;
}
