import type { Finding, Head } from '../../../contract/result.ts';
import type { MetricId } from '../../../metrics/metric.ts';
import { type NotePart, note } from '../../../model/document/document-parts.ts';
import { capitalized, enumerate, sentence } from '../../words.ts';
import { endOfCases, type Shown } from './end-of-cases.ts';
import { findingOf, saysNoQueue, valuesOf } from './said-beside.ts';

/**
 * The guesses that figures rest on, in sentences: which status means done, kinds guessed from their place, that no stage
 * waits, sources that fall silent.
 *
 * @param metric the only metric that is shown; null where all are, under the headline
 */
export function besideHeadline(shown: Shown, metric: MetricId | null): NotePart[] {
  const finding = (code: string) => findingOf(shown, code);
  const texts: (string | null)[] = [
    metric === null ? null : endNote(shown),
    noDoneStage(finding('no-done-stage'), shown.workflow),
    guessedKinds(finding('guessed-kind')),
    noQueue(finding('no-queue'), shown, metric),
    inFull(finding('stale-source')),
  ];
  return texts.filter((text) => text !== null).map((text) => note(text, 'warning'));
}

/** The headline says it, where there is one. */
function endNote(shown: Shown): string | null {
  const end = endOfCases(shown, undefined);
  return end === null ? null : `${end}: pitwall init asks about it.`;
}

function noDoneStage(finding: Finding | undefined, { inferred }: Head['workflow']): string | null {
  if (finding === undefined) return null;
  const statuses = valuesOf(finding);
  const could = statuses.length === 0 ? '' : `: ${statuses.join(statuses.length > 2 ? ', ' : ' or ')} could`;
  const cure = inferred ? 'pitwall init asks.' : 'Give a stage of "workflow" the kind done.';
  return `Nothing says which status means done${could}. ${cure}`;
}

function guessedKinds(finding: Finding | undefined): string | null {
  if (finding === undefined) return null;
  const kinds = valuesOf(finding).map((value) => value.replace(/: (\w+)$/, ' ($1)'));
  const more = finding.count - kinds.length;
  return `Guessed from their place in the work: ${enumerate(more > 0 ? [...kinds, `${more} more`] : kinds)}. pitwall init asks.`;
}

function noQueue(finding: Finding | undefined, shown: Shown, metric: MetricId | null): string | null {
  return finding !== undefined && saysNoQueue(finding, shown, metric) ? inFull(finding) : null;
}

function inFull(finding: Finding | undefined): string | null {
  return finding === undefined
    ? null
    : `${capitalized(sentence(finding.message))} ${capitalized(sentence(finding.cure))}`;
}
