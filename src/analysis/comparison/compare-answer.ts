import type { Finding } from '../../contract/result.ts';
import type { CompareReport, Comparison } from '../../contract/statistics/compare-schema.ts';
import { finishedItems } from '../../metrics/derive/populations.ts';
import type { CompareSettings } from '../../model/statistics/compare-settings.ts';
import { isoOrNull } from '../../model/time/instants.ts';
import { findingsOf, outputHeaderOf } from '../answers/output-header.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { noteDoubtfulOrder, noteLongVisits } from '../findings/engine-findings.ts';
import { selectItems } from '../select-items.ts';
import { compareMetrics, verdictsOf } from './compare-metrics.ts';
import { compareNotes } from './compare-notes.ts';
import { lackWords } from './compare-words.ts';
import { differingSettings } from './definition-differences.ts';
import { type Measure, measureOf } from './measures.ts';
import { mixOf } from './mix-answer.ts';
import { areApart, type Side, type Sides } from './sides.ts';

/**
 * What changed between two sides, and whether that is more than chance.
 * @throws PitwallError `unknown-stage`
 */
export function compareReportOf(sides: Sides, settings: CompareSettings): CompareReport {
  const { a, b, by, kind } = sides;
  const compare: Comparison = {
    seed: settings.seed,
    kind,
    by,
    period: b.input.unit,
    a: sideOf(a),
    b: sideOf(b),
    ...comparisonOf(sides, settings),
  };
  const asked = settings.metrics.map(({ id }) => id);
  const of = ({ dataset }: Side, window = dataset.window) => {
    const whole = { ...dataset, window };
    const findings = whole.log.findings.aside(() => {
      noteDoubts(whole, asked);
      return findingsOf(whole);
    });
    return { head: outputHeaderOf(whole), findings };
  };
  if (kind !== 'exports') {
    const { findings, head } = of(b, { from: a.input.window.from, to: b.input.window.to });
    return { ...head, compare, findings };
  }
  const [first, second] = [of(a), of(b)];
  const sources = [...first.head.sources, ...second.head.sources];
  return { ...second.head, sources, compare, findings: together(first.findings, second.findings) };
}

/** Notes what makes the figures doubtful, as their own commands do. */
function noteDoubts(dataset: Dataset, asked: readonly string[]): void {
  const input = metricInput(dataset, selectItems(dataset));
  if (asked.includes('wastedShare')) noteLongVisits(dataset.log, input);
  if (asked.includes('wastedShare') || asked.includes('sentBackShare')) noteDoubtfulOrder(dataset.log, input);
}

const EXAMPLES_KEPT = 5;

/** The findings of both exports: what both say is said once. */
function together(first: Finding[], second: Finding[]): Finding[] {
  const key = ({ code, cure, message, weight }: Finding) => JSON.stringify([code, weight, message, cure]);
  const all = new Map(first.map((finding) => [key(finding), finding]));
  for (const finding of second) {
    const known = all.get(key(finding));
    const examples = [...(known?.examples ?? []), ...finding.examples].slice(0, EXAMPLES_KEPT);
    all.set(key(finding), { ...finding, count: finding.count + (known?.count ?? 0), examples });
  }
  return [...all.values()];
}

function comparisonOf(sides: Sides, { metrics, seed }: CompareSettings): Pick<Comparison, 'metrics' | 'mix' | 'notes'> {
  const { a, b } = sides;
  const apart = sides.kind === 'dates' || areApart(sides);
  const differing = new Set<string>(sides.kind === 'exports' ? differingSettings(a.dataset, b.dataset) : []);
  const differs = ({ metric, unit }: Measure) =>
    unit === 'per period'
      ? differing.has('unit') || differing.has('sprint')
      : differing.has('basis') && metric !== 'sentBackShare' && metric !== 'wastedShare';
  const { method } = b.dataset.settings.percentiles;
  const compared = compareMetrics(
    metrics.map((metric) => measureOf(sides, metric)),
    { apart, seed, method, differs },
  );
  const verdicts = verdictsOf(compared);
  const rows = compared.map((one, at) => {
    const { better, metric, unit } = one.measure;
    const { a: ofA, b: ofB, ratio, interval, difference, p, detectableRatio, ...more } = one.figures;
    const verdict = verdicts[at] as (typeof verdicts)[number];
    const reason = lackWords(one, sides);
    const figures = { a: ofA, b: ofB, ratio, interval, difference, p, ...verdict, reason, detectableRatio, ...more };
    return { metric, unit, better, ...figures };
  });
  const mix = mixOf(
    sides,
    compared.find(({ measure }) => measure.metric === 'cycleTime'),
    apart,
    seed,
  );
  const withCorrelation = rows.map((row, at) => ({ ...row, correlation: compared[at]?.correlation ?? null }));
  return { metrics: rows, mix, notes: compareNotes(sides, withCorrelation, mix) };
}

function sideOf({ dataset: { asOf, log }, input, label }: Side): Comparison['a'] {
  const { from, to } = input.window;
  return {
    label,
    files: log.files.map(({ file }) => file),
    asOf: isoOrNull(asOf),
    from: isoOrNull(from),
    to: isoOrNull(to),
    items: finishedItems(input).length,
  };
}
