import type { Head, SourceFigures } from '../../../contract/result.ts';
import { type ScalarPart, type Section, scalar } from '../../../model/document/document-parts.ts';
import { countOf } from '../../../model/document/number-format.ts';
import { formatInstant } from '../../../model/time/instant-format.ts';
import { EVIDENCE_WORDS } from '../../../model/workflow/workflow.ts';
import { enumerate, historyWords } from '../../words.ts';

type Stage = Head['workflow']['stages'][number];

/** Files named one by one; of more, the rest is only counted. */
const FILES_NAMED = 3;
const STAGES_NAMED = 9;
const WEAK_EVIDENCE = ['dates', 'case-ends', 'position'] as const;

/**
 * What was read and how it is looked at, whole: what every figure depends on.
 * @param title empty where it stands under the answer
 */
export function frameSection(head: Head, title = ''): Section {
  return {
    id: 'read',
    title,
    only: { of: 'frame', at: ['whole'] },
    parts: [
      ...sources(head.sources),
      asOf(head),
      windowFact(head),
      basis(head),
      workflowFact(head),
      ...kept(head),
      ...configurationFact(head),
    ],
  };
}

function sources(files: readonly SourceFigures[]): ScalarPart[] {
  const named = files.slice(0, files.length > FILES_NAMED + 1 ? FILES_NAMED : files.length);
  const facts = named.map((file, index) => scalar(index === 0 ? 'Read' : '', sourceText(file), 'text'));
  const more = files.length - named.length;
  return more > 0
    ? [...facts, scalar('', `and ${countOf(more, 'further file')}: pitwall inspect lists them`, 'text')]
    : facts;
}

function sourceText(file: SourceFigures): string {
  const rejected = file.rejected === 0 ? '' : `, ${countOf(file.rejected, 'row')} not used`;
  return `${file.file}: ${file.format}, ${historyWords(file.grade, file.fullerFormats)}; ${countOf(file.rows, 'row')}, ${countOf(file.items, 'item')}${rejected}`;
}

function asOf(head: Head): ScalarPart {
  if (head.asOf === null) return scalar('As of', 'no instant: the data holds none', 'text');
  const source = head.asOfSource === 'data' ? 'the latest event in the data' : 'as asked for';
  return scalar('As of', `${formatInstant(head.asOf, head.timeZone)} ${head.timeZone}, ${source}`, 'text');
}

function windowFact({ window, timeZone }: Head): ScalarPart {
  if (window.from === null || window.to === null) return scalar('Window', 'empty: nothing started or ended', 'text');
  return scalar('Window', `${formatInstant(window.from, timeZone)} to ${formatInstant(window.to, timeZone)}`, 'text');
}

function basis({ basis, calendar }: Head): ScalarPart {
  if (basis === 'elapsed') return scalar('Days', 'elapsed, 24 hours each', 'text');
  if (basis === 'inclusive') return scalar('Days', 'inclusive: a day touched is a day', 'text');
  return scalar(
    'Days',
    `working: ${calendar.description}${calendar.assumed ? ' (assumed: set calendar in pitwall.yaml)' : ''}`,
    'text',
  );
}

function workflowFact({ workflow }: Head): ScalarPart {
  const stages = stageChain(workflow.stages);
  if (workflow.stages.length === 0) return scalar('Workflow', 'none: the data holds no status', 'text');
  if (!workflow.inferred) return scalar('Workflow', stages, 'text');
  return scalar(
    'Workflow',
    `${stages}; inferred${weakKinds(workflow)}: pitwall init writes it down for you to correct`,
    'text',
  );
}

/** What the kinds rest on where that is less than what a tool says or a status's name. */
function weakKinds({ stages }: Head['workflow']): string {
  const resting = (evidence: Stage['kindFrom']) => stages.filter(({ kindFrom }) => kindFrom === evidence).length;
  const weak = WEAK_EVIDENCE.filter((evidence) => resting(evidence) > 0);
  if (weak.length === 0) return '';
  const parts = weak.map((evidence) => {
    const kinds = countOf(resting(evidence), 'kind');
    if (evidence !== 'position') return `${kinds} by ${EVIDENCE_WORDS[evidence]}`;
    return `${kinds} guessed from ${resting(evidence) === 1 ? 'its place' : 'their places'}`;
  });
  return `, ${enumerate(parts)}`;
}

/** The stages in order; of a long list its two ends. */
function stageChain(stages: Head['workflow']['stages']): string {
  const words = stages.map(({ name, kind }) => `${name} (${kind})`);
  if (words.length > STAGES_NAMED)
    words.splice(4, words.length - STAGES_NAMED + 1, `${words.length - STAGES_NAMED + 1} more`);
  return words.join(' → ');
}

function kept({ where }: Head): ScalarPart[] {
  return where.length === 0 ? [] : [scalar('Only', where.join(' and '), 'text')];
}

/** Which configuration counted, where nobody would look for it. */
function configurationFact({ configuration }: Head): ScalarPart[] {
  return configuration === undefined ? [] : [scalar('Configuration', configuration, 'text')];
}
