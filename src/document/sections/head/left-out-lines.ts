import type { Report } from '../../../contract/output.ts';
import type { LeftOut } from '../../../contract/result.ts';
import { METRIC_IDS } from '../../../metrics/index.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import { leftOutOfAll } from '../../../metrics/view/left-out-notes.ts';
import { countOf } from '../../../model/document/number-format.ts';
import type { SomeFigures } from '../../views.ts';
import { enumerate, metricName, sentence } from '../../words.ts';
import { startsAreKnown } from '../sample-size.ts';

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
    : `${countOf(count, 'finished item')}, as these files do not say when work on them began`;
  return [`Left out of cycle time, flow efficiency, rework and hand-offs: ${why}.`];
}

/** Many figures leave out items for the same reason, and mostly the same items: that is one line. */
function byReason(figures: SomeFigures): string[] {
  const reasons = new Map<string, Map<number, string[]>>();
  for (const id of METRIC_IDS) {
    for (const { reason, items } of leftOutOf(figures[id])) {
      if (items === 0) continue;
      const counts = reasons.get(reason) ?? new Map<number, string[]>();
      reasons.set(reason, counts.set(items, [...(counts.get(items) ?? []), metricName(id)]));
    }
  }
  const most = (counts: Map<number, string[]>) => Math.max(...counts.keys());
  return [...reasons].sort(([, a], [, b]) => most(b) - most(a)).map(([reason, counts]) => reasonLine(reason, counts));
}

/** @param counts number of items → the metrics that leave out so many */
function reasonLine(reason: string, counts: ReadonlyMap<number, string[]>): string {
  const descending = [...counts].sort(([a], [b]) => b - a);
  const [first] = descending as [[number, string[]]];
  if (descending.length === 1)
    return sentence(`Left out of ${namesOf(first[1])}: ${countOf(first[0], 'item')}, as ${reason}`);
  const parts = descending.map(([items, metrics]) => `${countOf(items, 'item')} of ${namesOf(metrics)}`);
  return sentence(`Left out, as ${reason}: ${parts.join('; ')}`);
}

/** Flow efficiency, rework and hand-offs are taken over the items of cycle time, so they lack them as well. */
function namesOf(metrics: readonly string[]): string {
  const alone = metrics.length === 1 && metrics[0] === metricName('cycleTime');
  return alone ? `${metricName('cycleTime')} and all that builds on it` : enumerate(metrics);
}

function leftOutOf(data: SomeFigures[MetricId]): readonly LeftOut[] {
  if (data === undefined) return [];
  if (Array.isArray(data)) return leftOutOfAll(data);
  return 'leftOut' in data ? data.leftOut : [];
}
