import type { Finding, Head } from '../../../contract/result.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import { type NotePart, note } from '../../../model/document/document-parts.ts';
import { countOf } from '../../../model/document/number-format.ts';
import { capitalized } from '../../words.ts';
import { endOfCases, type Shown } from './end-of-cases.ts';
import { findingOf, saysNoQueue, valuesOf } from './said-beside.ts';

/**
 * What the figures take for granted, in one sentence: the guesses that `besideHeadline` says in full.
 * @param metric the only metric that is shown; null where all are, under the headline
 * @param saysEnd whether the answer says what is taken as the end of cases
 */
export function guessLine(shown: Shown, metric: MetricId | null, saysEnd: boolean): NotePart[] {
  const guesses = [
    saysEnd ? null : endTaken(shown),
    noDoneStage(findingOf(shown, 'no-done-stage')),
    guessedKinds(findingOf(shown, 'guessed-kind')),
    likelyQueue(shown, metric),
  ].filter((text) => text !== null);
  const clauses = [...(guesses.length === 0 ? [] : [`guessed: ${guesses.join(', ')}`]), ...silent(shown)];
  if (clauses.length === 0) return [];
  const cure = guesses.length === 0 ? '' : ` ${cureOf(shown.workflow)}`;
  return [note(`${capitalized(clauses.join('; '))}.${cure}`, 'warning')];
}

function cureOf({ inferred }: Head['workflow']): string {
  return inferred ? 'pitwall init asks.' : 'Correct it under "workflow".';
}

function endTaken(shown: Shown): string | null {
  const end = endOfCases(shown, undefined);
  return end === null ? null : `${end.replace(/^Taking (.*) as the end$/, '$1')} as the end`;
}

function noDoneStage(finding: Finding | undefined): string | null {
  if (finding === undefined) return null;
  const [first, ...others] = valuesOf(finding);
  if (first === undefined) return 'no status means done';
  return `no status means done (${first} could${others.length === 0 ? '' : `, or ${others.length} more`})`;
}

function guessedKinds(finding: Finding | undefined): string | null {
  if (finding === undefined) return null;
  const [first = ''] = valuesOf(finding);
  const one = first.replace(/^(.*): (\w+)$/, '$1 as $2');
  const more = finding.count - 1;
  return more > 0 ? `${one} and ${countOf(more, 'more kind')}` : one;
}

function likelyQueue(shown: Shown, metric: MetricId | null): string | null {
  const finding = findingOf(shown, 'no-queue');
  if (finding === undefined || !saysNoQueue(finding, shown, metric)) return null;
  const [queue] = valuesOf(finding);
  return queue === undefined ? 'no stage waits' : `${queue} as work, though it may be a queue`;
}

/** Sources without an event for so long that their items in progress age for nothing. */
function silent(shown: Shown): string[] {
  const finding = findingOf(shown, 'stale-source');
  if (finding === undefined) return [];
  const [first = '', ...others] = valuesOf(finding);
  const name = first.replace(/: [^:]*T.*$/, '');
  const who = others.length === 0 ? name : `${name} and ${countOf(others.length, 'more source')}`;
  return [`${who} ${others.length === 0 ? 'ends' : 'end'} long before the rest, so open items there age for nothing`];
}
