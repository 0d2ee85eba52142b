import type { Report } from '../contract/output.ts';
import type { LeftOut } from '../contract/result.ts';
import type { MetricId } from '../metrics/metric.ts';
import { leftOutOfAll } from '../metrics/view/left-out.ts';
import { countOf } from '../model/number-format.ts';
import { startsAreKnown } from './sample-size.ts';
import type { SomeFigures } from './views.ts';
import { enumerate, metricWords, sentence } from './words.ts';

/** What the figures leave out, and why: one sentence a reason, that of most items first. */
export function leftOutLines(report: Report): string[] {
  return [...unstarted(report), ...byReason(report)];
}

/** Finished, yet cycle time and what is taken over its items know nothing of them. */
function unstarted(report: Report): string[] {
  const { items }: SomeFigures = report;
  const count = items?.inWindow.finishedUnstarted ?? 0;
  if (count === 0) return [];
  const why = startsAreKnown(report)
    ? `${countOf(count, 'item')} that finished without a start`
    : `${countOf(count, 'finished item')}, as these files do not tell when work on them began`;
  return [`Left out of cycle time, flow efficiency, rework and hand-offs: ${why}.`];
}

/** The same items are left out of many figures for the same reason: that is one line. */
function byReason(figures: SomeFigures): string[] {
  const reasons = new Map<string, { leftOut: LeftOut; metrics: string[] }>();
  for (const id of Object.keys(metricWords) as MetricId[]) {
    for (const leftOut of leftOutOf(figures[id])) {
      if (leftOut.items === 0) continue;
      const key = `${leftOut.items} ${leftOut.reason}`;
      const known = reasons.get(key);
      if (known === undefined) reasons.set(key, { leftOut, metrics: [metricWords[id]] });
      else known.metrics.push(metricWords[id]);
    }
  }
  return [...reasons.values()]
    .sort((a, b) => b.leftOut.items - a.leftOut.items)
    .map(({ leftOut, metrics }) =>
      sentence(`Left out of ${namesOf(metrics)}: ${countOf(leftOut.items, 'item')}, as ${leftOut.reason}`),
    );
}

/** Flow efficiency, rework and hand-offs are taken over the items of cycle time, so they lack them as well. */
function namesOf(metrics: readonly string[]): string {
  const alone = metrics.length === 1 && metrics[0] === metricWords.cycleTime;
  return alone ? `${metricWords.cycleTime} and all that builds on it` : enumerate(metrics);
}

function leftOutOf(data: SomeFigures[MetricId]): readonly LeftOut[] {
  if (data === undefined) return [];
  if (Array.isArray(data)) return leftOutOfAll(data);
  return 'leftOut' in data ? data.leftOut : [];
}
