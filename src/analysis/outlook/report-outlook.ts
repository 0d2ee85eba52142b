import type { ForecastReport } from '../../contract/statistics/forecast-schema.ts';
import type { ReportOutlook } from '../../contract/statistics/report-outlook-schema.ts';
import type { Risk } from '../../contract/statistics/risk-schema.ts';
import type { Trend } from '../../contract/statistics/trend-schema.ts';
import { countOf } from '../../model/document/number-format.ts';

/** What the report says of a trend: the signals that reach into the latest complete period. */
export function latestSignals({ series, unit }: Trend): ReportOutlook['signals'] {
  // As checks of signals have it: without limits, or without a point in that period, nothing was judged.
  const judged = series.filter(
    ({ points, rangeUpper }) => rangeUpper !== null && (points.at(-1)?.value ?? null) !== null,
  );
  const most = Math.max(
    0,
    ...series.filter(({ reason }) => reason === 'tooFew').map(({ baseline }) => baseline.points),
  );
  const reason = most < 6 ? `${countOf(most, unit)} of 6 needed` : `nothing was judged in the latest ${unit}`;
  return {
    unit,
    judged: judged.map(({ metric }) => metric),
    reason: judged.length === 0 ? reason : null,
    latest: judged.flatMap(({ metric, signals }) =>
      signals.filter(({ latest }) => latest).map(({ good, message }) => ({ metric, good, message })),
    ),
  };
}

/** What the report says of a forecast. */
export function forecastInBrief({ forecast }: ForecastReport): ReportOutlook['forecast'] {
  const { items, reason, seed, status, trials, warnings, when } = forecast;
  return { seed, trials, status, reason, items, when, warnings };
}

/** What the report says of the items at risk. */
export function riskInBrief({ expectation, expectedMisses, items, unknown }: Risk): ReportOutlook['risk'] {
  const allowedMisses = expectedMisses === null ? null : (items - unknown) * (1 - expectation.share);
  return { expectation, items, unknown, expectedMisses, allowedMisses };
}
