import type { Report } from '../contract/output.ts';
import type { LeftOut } from '../contract/result.ts';
import type { MetricId } from '../metrics/metric.ts';
import { leftOutOfAll } from '../metrics/view/left-out.ts';
import type { NotePart, Section } from '../model/parts.ts';
import { countOf, formatNumber } from '../model/number-format.ts';
import { note } from './fact.ts';
import type { SomeFigures } from './views.ts';
import { capitalized, enumerate, metricName, metricWords, sentence } from './words.ts';

type Finding = Report['findings'][number];
type Failure = Report['failures'][number];

/**
 * What the data could not say, the heaviest first; nothing is left out in silence.
 * @param figures those whose left-out items are to be told here; null where their own parts tell it
 * @param examples how many of each finding's examples are shown
 */
export function findingsSection(
  findings: readonly Finding[],
  failures: readonly Failure[] = [],
  figures: SomeFigures | null = null,
  examples = 1,
): Section {
  const parts = [
    ...failures.map(failureNote),
    ...findings.map((finding) => findingNote(finding, examples)),
    ...(figures === null ? [] : [...unstarted(figures), ...leftOutByReason(figures)]),
  ];
  const nothing = note(
    figures === null ? 'Nothing was found wrong.' : 'Nothing was found wrong, and no figure leaves an item out.',
  );
  return { id: 'findings', title: 'What the data could not say', parts: parts.length === 0 ? [nothing] : parts };
}

function failureNote({ metric, message }: Failure): NotePart {
  return note(`${metricName(metric)} could not be computed: ${sentence(message)}`, 'error');
}

function findingNote(finding: Finding, examples: number): NotePart {
  const shown = finding.examples.slice(0, examples).map(exampleText);
  const where = shown.length === 0 ? '' : ` For example ${shown.join('; ')}.`;
  const count = `${finding.code}, ${formatNumber(finding.count, 'number')}×`;
  const message = capitalized(finding.message).replace(/\.$/, '');
  return note(`${message} (${count}). ${capitalized(sentence(finding.cure))}${where}`, finding.weight);
}

function exampleText(example: Finding['examples'][number]): string {
  const place =
    example.file === undefined ? null : `${example.file}${example.line === undefined ? '' : `:${example.line}`}`;
  const item = example.item === undefined ? null : `item ${example.item}`;
  const value = example.value === undefined ? null : `“${example.value}”`;
  return [place, item, value].filter((word) => word !== null).join(', ');
}

/** They are finished, yet cycle time, stages and the like know nothing of them. */
function unstarted({ items }: SomeFigures): NotePart[] {
  const count = items?.inWindow.finishedUnstarted ?? 0;
  if (count === 0) return [];
  return [note(`Not in cycle time: ${countOf(count, 'item')} finished without ever being started.`)];
}

/** The same items are left out of many figures for the same reason: that is one line. */
function leftOutByReason(figures: SomeFigures): NotePart[] {
  const metricsOf = new Map<string, { leftOut: LeftOut; metrics: string[] }>();
  for (const id of Object.keys(metricWords) as MetricId[]) {
    for (const leftOut of leftOutOfMetric(figures[id])) {
      if (leftOut.items === 0) continue;
      const key = `${leftOut.items} ${leftOut.reason}`;
      const known = metricsOf.get(key);
      if (known === undefined) metricsOf.set(key, { leftOut, metrics: [metricWords[id]] });
      else known.metrics.push(metricWords[id]);
    }
  }
  return [...metricsOf.values()].map(({ leftOut, metrics }) =>
    note(sentence(`Left out of ${enumerate(metrics)}: ${countOf(leftOut.items, 'item')}, as ${leftOut.reason}`)),
  );
}

function leftOutOfMetric(data: SomeFigures[MetricId]): readonly LeftOut[] {
  if (data === undefined) return [];
  if (Array.isArray(data)) return leftOutOfAll(data);
  return 'leftOut' in data ? data.leftOut : [];
}
