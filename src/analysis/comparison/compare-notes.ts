import type { Comparison, MetricComparison } from '../../contract/statistics/compare-schema.ts';
import { finishedItems } from '../../metrics/derive/populations.ts';
import { countOf } from '../../model/document/number-format.ts';
import { comparedName } from '../../model/statistics/compare-settings.ts';
import { differingSettings, workflowDifferences } from './definition-differences.ts';
import { onBothSides, type Sides } from './sides.ts';

type Note = Comparison['notes'][number];

/** Neighbouring weeks that hang together more than this are said to. */
const CORRELATED = 0.3;

/** What else may be behind a difference, or a lack of one, the gravest first. */
export function compareNotes(
  sides: Sides,
  metrics: readonly (MetricComparison & { correlation: number | null })[],
  mix: Comparison['mix'],
): Note[] {
  return [
    ...(sides.kind === 'exports' ? definitionNotes(sides) : []),
    ...sharedItems(sides),
    ...mix.map(mixNote),
    ...hangTogether(metrics),
    notAnExperiment(sides),
  ];
}

function definitionNotes({ a, b }: Sides): Note[] {
  const workflows = workflowDifferences(a.dataset.workflow, b.dataset.workflow);
  const settings = differingSettings(a.dataset, b.dataset);
  const notes: Note[] = [];
  if (workflows.length > 0) {
    const cure = 'Give both one workflow in pitwall.yaml, or part of a difference is a matter of definition.';
    notes.push({ code: 'differentWorkflows', message: `The workflows differ: ${workflows.join('; ')}. ${cure}` });
  }
  if (settings.length > 0) {
    const message = `The sides are measured by different settings: ${settings.join(', ')}. Part of a difference may be a matter of definition.`;
    notes.push({ code: 'differentSettings', message });
  }
  return notes;
}

function sharedItems(sides: Sides): Note[] {
  const shared = onBothSides(sides);
  if (shared === 0) return [];
  const counts = [finishedItems(sides.a.input).length, finishedItems(sides.b.input).length];
  if (counts.every((count) => count === shared)) {
    return [{ code: 'sameItems', message: 'Both sides hold the same items: there is nothing to tell apart.' }];
  }
  const cure =
    sides.kind === 'exports'
      ? 'which hides differences. To compare before and after, use --split-at on the newer export, or --from and --to.'
      : 'which hides differences.';
  const are = shared === 1 ? 'is on both sides and counts' : 'are on both sides and count';
  return [{ code: 'itemsOnBothSides', message: `${countOf(shared, 'finished item')} ${are} on each, ${cure}` }];
}

function mixNote({ by, disagree, values }: Comparison['mix'][number]): Note {
  const what = by === 'type' ? 'type' : 'size in points';
  const names = values.map(({ value }) => value ?? '(none)').join(' and ');
  const tested = values.filter(({ p }) => p !== null);
  if (disagree) {
    const message = `Within the largest groups by ${what} (${names}), cycle time does not go the way of the whole: another mix of the work may be behind it.`;
    return { code: 'mixDisagrees', message };
  }
  if (tested.length === 0) {
    return {
      code: 'mixUnchecked',
      message: `Too few items of any one ${what} to see whether the mix of the work is behind it.`,
    };
  }
  const checked = tested.map(({ value }) => value ?? '(none)').join(' and ');
  return {
    code: 'mixAgrees',
    message: `The mix was checked by ${what}: within ${checked}, nothing contradicts the whole.`,
  };
}

function hangTogether(metrics: readonly (MetricComparison & { correlation: number | null })[]): Note[] {
  const named = metrics.filter(({ correlation, p }) => p !== null && (correlation ?? 0) > CORRELATED);
  if (named.length === 0) return [];
  const names = named.map(({ metric }) => comparedName(metric)).join(', ');
  const message = `Neighbouring weeks hang together (${names}): the test is optimistic, and a difference may be a passing phase.`;
  return [{ code: 'weeksHangTogether', message }];
}

function notAnExperiment({ kind }: Sides): Note {
  const other = kind === 'groups' ? 'whatever else sets the groups apart' : 'whatever else changed in the meantime';
  return { code: 'noExperiment', message: `This is no experiment: ${other} may be the cause.` };
}
