import type { CompareReport, Comparison, MetricComparison } from '../../contract/statistics/compare-schema.ts';
import {
  type Document,
  note,
  type Part,
  type Section,
  scalar,
  table,
  type Value,
} from '../../model/document/document-parts.ts';
import { countOf, formatNumber, UNKNOWN } from '../../model/document/number-format.ts';
import { comparedName, stageOf } from '../../model/statistics/compare-settings.ts';
import { formatInstant } from '../../model/time/instant-format.ts';
import { findingsSections } from '../sections/head/findings-section.ts';
import { frameSection } from '../sections/head/frame-section.ts';
import { headSections } from '../sections/head/head-sections.ts';
import { capitalized, enumerate } from '../words.ts';
import { compareHeadline } from './compare-headline.ts';
import {
  type Days,
  differenceText,
  labelOf,
  ratioText,
  ratioWithInterval,
  valueText,
  verdictWord,
} from './compare-words.ts';

/** What `compare` prints: the answer, each metric with its verdict, what to keep in mind, and what was compared. */
export function compareDocument(report: CompareReport): Document {
  const { compare } = report;
  const days: Days = report.basis === 'working' ? 'whole' : 'clock';
  return {
    title: compareHeadline(compare),
    sections: [
      ...headSections(report, tellsWork(compare) ? 'flowEfficiency' : 'cycleTime'),
      { id: 'compare', title: '', parts: [...verdicts(compare, days), ...notes(compare)] },
      ...durationsSection(compare, days),
      ...mixSection(compare),
      basisSection(report),
      frameSection(report),
      ...findingsSections(report.findings),
    ],
    data: report,
    records: recordsOf(compare),
  };
}

/** Whether a figure tells work from waiting. */
function tellsWork({ metrics }: Comparison): boolean {
  return metrics.some(({ metric }) => metric === 'flowEfficiency' || metric === 'wastedShare');
}

/** What the columns of the two sides are called. */
function sideNames({ a, b, kind }: Comparison): [string, string] {
  return kind === 'groups' ? [a.label, b.label] : ['Before', 'After'];
}

function verdicts(comparison: Comparison, days: Days): Part[] {
  const [first, second] = sideNames(comparison);
  const { metrics, period } = comparison;
  const shows = metrics.some(({ detectableRatio, verdict }) => verdict !== 'tooFew' && detectableRatio !== null);
  const family = metrics.filter(({ verdict }) => verdict !== 'tooFew').length;
  const together = family > 1 ? `; the verdicts take the ${family} metrics together (Holm)` : '';
  const medians = metrics.some(({ unit }) => unit === 'days') ? 'Times are medians. ' : '';
  return [
    table(
      '',
      [
        { label: 'Metric', unit: 'text' },
        { label: first, unit: 'text' },
        { label: second, unit: 'text' },
        { label: 'Ratio', unit: 'text' },
        { label: 'Verdict', unit: 'text' },
        { label: 'Seen from', unit: 'text', expendable: 1 },
      ],
      metrics.map((metric) => [
        labelOf(metric, period),
        valueText(metric.a, metric, days),
        valueText(metric.b, metric, days),
        ratioWithInterval(metric.ratio, metric.interval),
        verdictWord(metric),
        metric.verdict === 'tooFew' ? UNKNOWN : `× ${ratioText(metric.detectableRatio)}`,
      ]),
    ),
    ...(shows
      ? [
          note(
            `${medians}Ratios have 95 % intervals, each by itself${together}. Seen from: the ratio that this much data would have shown in 8 of 10 cases.`,
          ),
        ]
      : []),
  ];
}

const GRAVE = new Set(['differentWorkflows', 'differentSettings', 'itemsOnBothSides', 'mixDisagrees']);

function notes({ metrics, notes }: Comparison): Part[] {
  const few = metrics.filter(({ reason, verdict }) => verdict === 'tooFew' && reason !== null);
  const reasons = new Map<string, string[]>();
  for (const { metric, reason } of few) {
    reasons.set(reason as string, [...(reasons.get(reason as string) ?? []), comparedName(metric)]);
  }
  return [
    ...[...reasons].map(([reason, names]) => note(`Not judged: ${enumerate(names)} (${reason}).`)),
    // The headline says it.
    ...notes
      .filter(({ code }) => code !== 'sameItems')
      .map(({ code, message }) => note(message, GRAVE.has(code) ? 'warning' : 'info')),
  ];
}

/** How the medians and the 85th percentiles differ, and how often an item of the second side is quicker. */
function durationsSection(comparison: Comparison, days: Days): Section[] {
  const rows = comparison.metrics.flatMap((metric) =>
    (metric.percentiles ?? []).map(({ a, b, difference, interval, percent }, at) => {
      // An item of A takes longer where one of B does not.
      const quicker = metric.effect === null ? UNKNOWN : quickerText(metric.effect, metric.effectInterval);
      return [
        `${stageOf(metric.metric) ?? capitalized(comparedName(metric.metric))}, ${formatNumber(percent, 'number')} %`,
        formatNumber(a, 'days', days),
        formatNumber(b, 'days', days),
        differenceText(difference, interval, days),
        at === 0 ? quicker : '',
      ];
    }),
  );
  if (rows.length === 0) return [];
  const [first, second] = sideNames(comparison);
  const parts = [
    table(
      '',
      [
        { label: 'Within', unit: 'text' },
        { label: first, unit: 'text' },
        { label: second, unit: 'text' },
        { label: 'Difference', unit: 'text' },
        { label: 'Quicker', unit: 'text', expendable: 1 },
      ],
      rows,
    ),
    note(`Quicker: how often an item of “${second}” takes less time than one of “${first}”, ties half.`),
  ];
  return [{ id: 'durations', title: 'How long it takes', parts }];
}

/** `46 % (34–58)`. */
function quickerText(effect: number, interval: MetricComparison['effectInterval']): string {
  const middle = formatNumber(1 - effect, 'share');
  if (interval === null) return middle;
  return `${middle} (${Math.round(100 * (1 - interval[1]))}–${Math.round(100 * (1 - interval[0]))})`;
}

/** What the work was made of on each side. */
function mixSection(comparison: Comparison): Section[] {
  const { mix } = comparison;
  const [first, second] = sideNames(comparison);
  if (mix.length === 0) return [];
  const rows = mix.flatMap(({ by, values }) =>
    values.map(({ interval, ratio, share, value }) => [
      `${by === 'type' ? '' : 'points: '}${value ?? '(none)'}`,
      formatNumber(share.a, 'share'),
      formatNumber(share.b, 'share'),
      ratioWithInterval(ratio, interval),
    ]),
  );
  const columns = [
    { label: 'Of the items', unit: 'text' as const },
    { label: first, unit: 'text' as const },
    { label: second, unit: 'text' as const },
    { label: 'Ratio of cycle time within', unit: 'text' as const },
  ];
  return [{ id: 'mix', title: 'The mix', parts: [table('', columns, rows)] }];
}

function basisSection({ compare, timeZone }: CompareReport): Section {
  const side = (label: string, { files, from, items, to, ...one }: Comparison['a']) => {
    const window =
      from === null || to === null ? 'no dates' : `${formatInstant(from, timeZone)} to ${formatInstant(to, timeZone)}`;
    return scalar(label, `${one.label}: ${window}`, 'text', `${countOf(items, 'item')} finished`);
  };
  const [first, second] = compare.kind === 'groups' ? ['First', 'Second'] : ['Before', 'After'];
  return {
    id: 'sides',
    title: 'What is compared',
    parts: [
      side(first, compare.a),
      side(second, compare.b),
      scalar('Chance', `seed ${compare.seed}`, 'text', 'the same seed, the same answer'),
    ],
  };
}

const COLUMNS = [
  'metric',
  'unit',
  'a',
  'b',
  'ratio',
  'low',
  'high',
  'difference',
  'p',
  'pAdjusted',
  'verdict',
  'reason',
  'detectableRatio',
  'nA',
  'nB',
] as const;

function recordsOf({ metrics }: Comparison): Document['records'] {
  const row = (metric: MetricComparison): Value[] => [
    metric.metric,
    metric.unit,
    metric.a,
    metric.b,
    metric.ratio,
    metric.interval?.[0] ?? null,
    metric.interval?.[1] ?? null,
    metric.difference,
    metric.p,
    metric.pAdjusted,
    metric.verdict,
    metric.reason,
    metric.detectableRatio,
    metric.n.a,
    metric.n.b,
  ];
  return { columns: COLUMNS, rows: metrics.map(row) };
}
