import type { CheckReport, CheckResult } from '../contract/statistics/check-schema.ts';
import { type Document, note, type Part, type Section, table } from '../model/document/document-parts.ts';
import { countOf, formatNumber, UNKNOWN } from '../model/document/number-format.ts';
import { dateWords } from '../model/time/date-words.ts';
import { findingsSections } from './sections/head/findings-section.ts';
import { frameSection } from './sections/head/frame-section.ts';
import { headSections } from './sections/head/head-sections.ts';

type Result = CheckResult;

/** What `check` prints: whether the limits hold, and each of them with its margin, the worst first. */
export function checkDocument(report: CheckReport): Document {
  const { results } = report.check;
  const days = report.basis === 'working' ? 'whole' : 'clock';
  const text = (value: number | null, { unit }: Result) => formatNumber(value, unit, days);
  const rows = results.map((result) => [
    resultWord(result),
    shownName(result),
    text(result.value, result),
    limitText(result, days),
    marginText(result, days),
    result.n,
  ]);
  const sections: Section[] = [
    ...headSections(report, 'items', report.failures),
    {
      id: 'checks',
      title: '',
      parts: [
        table(
          '',
          [
            { label: 'Result', unit: 'text' },
            { label: 'Check', unit: 'text' },
            { label: 'Value', unit: 'text' },
            { label: 'Limit', unit: 'text' },
            { label: 'Margin', unit: 'text' },
            { label: 'n', unit: 'number' },
          ],
          rows,
        ),
        ...baselineNotes(results),
        ...results.filter(isOpen).map(({ message }) => note(`Not judged: ${message}.`, 'warning')),
      ],
    },
    frameSection(report, 'What was read'),
  ];
  const doubts = report.findings.some(({ weight }) => weight !== 'info') || report.failures.length > 0;
  return {
    title: headline(report.check),
    sections: doubts ? [...sections, ...findingsSections(report.findings, report.failures)] : sections,
    data: report,
    records: {
      columns: ['name', 'check', 'path', 'operator', 'value', 'limit', 'unit', 'n', 'status', 'level', 'message'],
      rows: results.map((one) => [
        one.name,
        one.check,
        one.path,
        one.operator,
        one.value,
        one.limit,
        one.unit,
        one.n,
        one.status,
        one.level,
        one.message,
      ]),
    },
  };
}

/** The limit has a column of its own, so a check without a name is called by its figure. */
function shownName({ check, name, operator }: Result): string {
  return name === check ? check.slice(0, check.lastIndexOf(` ${operator} `)) : name;
}

/** What relative limits are relative to, once for each sample of the past. */
function baselineNotes(results: readonly Result[]): Part[] {
  const words = results.flatMap(({ baseline }) => {
    if (baseline === null || baseline.from === null || baseline.to === null) return [];
    const { from, periods, to } = baseline;
    return `The baseline is the median of ${countOf(periods, 'snapshot')}, from ${dateWords(from)} to before ${dateWords(to)}.`;
  });
  return [...new Set(words)].map((text) => note(text));
}

const isOpen = ({ status }: Result): boolean => status === 'tooFew' || status === 'noBaseline';

/** The answer in one line. */
function headline({ failed, noBaseline, results, tooFew }: CheckReport['check']): string {
  const open = tooFew + noBaseline;
  const judged = open === 0 ? '' : `; ${open} could not be judged`;
  const all = countOf(results.length, 'limit');
  if (failed > 0) {
    const broken = results.filter(({ status }) => status === 'failed');
    const mild = broken.every(({ level }) => level === 'warn') ? ', as a warning' : '';
    const count = results.length === 1 ? 'The limit is' : `${failed} of ${all} ${failed === 1 ? 'is' : 'are'}`;
    return `${count} broken${mild}${judged}.`;
  }
  if (open === results.length)
    return results.length === 1 ? 'The limit could not be judged.' : `None of ${all} could be judged.`;
  if (open > 0) return `${results.length - open} of ${all} hold${judged}.`;
  return results.length === 1 ? 'The limit holds.' : `All ${all} hold.`;
}

function resultWord({ level, status }: Result): string {
  if (status === 'failed') return level === 'error' ? 'failed' : 'warning';
  return { passed: 'passed', tooFew: 'too few', noBaseline: 'no baseline' }[status];
}

type Days = 'clock' | 'whole';

function limitText({ baseline, limit, operator, unit }: Result, days: Days): string {
  if (limit !== null) return `${operator} ${formatNumber(limit, unit, days)}`;
  return `${operator} ${formatNumber(baseline?.factor ?? 1, 'number')} × baseline`;
}

/** How far the value is from the limit: `19.8 d over`, `0.9 d left`. */
function marginText({ limit, operator, status, unit, value }: Result, days: Days): string {
  if (limit === null || value === null || status === 'tooFew') return UNKNOWN;
  const distance = Math.abs(value - limit);
  // The difference of two shares is no share of anything.
  const points = distance * 100;
  const size = unit === 'share' ? `${formatNumber(points, 'number')} points` : formatNumber(distance, unit, days);
  if (status === 'passed') return operator === '==' || operator === '!=' ? UNKNOWN : `${size} left`;
  return distance === 0 ? 'at the limit' : `${size} ${value > limit ? 'over' : 'under'}`;
}
