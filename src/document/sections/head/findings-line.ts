import type { Report } from '../../../contract/output.ts';
import { type NotePart, note } from '../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import { capitalized, enumerate, metricName } from '../../words.ts';
import { SAID_BESIDE } from './said-beside.ts';

type Finding = Report['findings'][number];
type Failure = Report['failures'][number];

/** How many findings there are and the worst of them, in a line; and what could not be computed. */
export function findingsLine(findings: readonly Finding[], failures: readonly Failure[]): NotePart[] {
  const failed = failures.map(({ metric }) => metricName(metric));
  return [
    ...(failed.length === 0 ? [] : [note(`${capitalized(enumerate(failed))} could not be computed.`, 'error')]),
    ...(findings.length === 0 && failures.length === 0 ? [] : [line(findings)]),
  ];
}

/** What the guesses say already is the worst only where there is nothing else; of equal ones that of the most cases. */
function line(findings: readonly Finding[]): NotePart {
  const [worst] = findings.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
  if (worst === undefined) return note('Why: --findings.', 'error');
  const count = countOf(findings.length, 'finding');
  const which = findings.length === 1 ? ': ' : WORST[worst.weight];
  return note(
    `${count}${which}${worst.code} (${formatNumber(worst.count, 'number')}×). All: --findings.`,
    worst.weight,
  );
}

function rank({ code, weight }: Finding): number {
  return WEIGHTS.indexOf(weight) + (SAID_BESIDE.has(code) ? WEIGHTS.length : 0);
}

const WEIGHTS: readonly Finding['weight'][] = ['error', 'warning', 'info'];

const WORST = {
  error: ', the worst makes figures wrong, ',
  warning: ', the worst ',
  info: ', none of which changes a figure: most are ',
} as const;
