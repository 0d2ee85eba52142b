import type { Report } from '../../../contract/output.ts';
import { type NotePart, note } from '../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import { failureNote } from './findings-section.ts';
import { SAID_BESIDE } from './said-beside.ts';

type Finding = Report['findings'][number];
type Failure = Report['failures'][number];

/** How many findings there are and the worst of them, in a line; and what could not be computed. */
export function findingsLine(findings: readonly Finding[], failures: readonly Failure[]): NotePart[] {
  return [...failures.map(failureNote), ...line(findings)];
}

/** What the guesses say already is the worst only where there is nothing else; of equal ones that of the most cases. */
function line(findings: readonly Finding[]): NotePart[] {
  const [worst] = findings.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
  if (worst === undefined) return [];
  const count = countOf(findings.length, 'finding');
  const which = `${worst.code} (${formatNumber(worst.count, 'number')}×)`;
  return [note(`${count}${wordsOf(worst.weight, findings.length)(which)}. All: --findings.`, worst.weight)];
}

function rank({ code, weight }: Finding): number {
  return WEIGHTS.indexOf(weight) + (SAID_BESIDE.has(code) ? WEIGHTS.length : 0);
}

const WEIGHTS: readonly Finding['weight'][] = ['error', 'warning', 'info'];

function wordsOf(weight: Finding['weight'], count: number): (which: string) => string {
  if (weight === 'error') return (which) => `; ${which} makes figures wrong`;
  if (weight === 'warning') return (which) => `${count === 1 ? ': ' : ', the worst '}${which}`;
  return (which) => `${count === 1 ? ' that changes no figure: ' : ' that change no figure, as '}${which}`;
}
