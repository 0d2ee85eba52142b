import type { LogFile } from '../../../../model/log/event-log.ts';
import { nameOf, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import type { LatestNames } from '../latest-names.ts';
import type { IssueSnapshot } from './issue-log.ts';
import type { IssueRecord } from './issue-tracker.ts';

/** A label with the names that it had before. */
export interface RenamedLabel {
  former: string[];
  name: string;
}

/**
 * Puts the latest names of labels in place of those that lists and events have. One that comes without an id is the
 * label that was called so, where that was one alone.
 * @returns the labels that were renamed
 */
export function renameLabels(issues: Iterable<IssueRecord>, labels: LatestNames): RenamedLabel[] {
  const renamed = labels.renamed();
  if (renamed.length === 0) return renamed;
  const now = (name: string, id: string | undefined) => (id ? labels.get(id) : undefined) ?? labels.now(name);
  for (const issue of issues) {
    for (const event of issue.events) if (event.kind === 'label') event.value = now(event.value, event.label);
    const { snapshot } = issue;
    if (snapshot === null) continue;
    const called = snapshot.labels.map((label, index) => now(label, snapshot.labelIds?.[index]));
    issue.snapshot = { ...snapshot, labels: called };
  }
  return renamed;
}

/** Reads the labels of an issue: names, or objects with a name and mostly an id. */
export function readLabels(
  known: LatestNames,
  value: unknown,
  file: LogFile,
  updated: number,
): Pick<IssueSnapshot, 'labels' | 'labelIds'> {
  const all = (Array.isArray(value) ? value : []).filter((label) => nameOf(label) !== '');
  const labels = all.map(nameOf);
  const labelIds = all.map((label) => textOf(own(objectOf(label), 'id')));
  for (const [index, id] of labelIds.entries()) known.learn(id, labels[index] as string, file, updated);
  return { labels, labelIds };
}
