import { EMPTY } from '../../../../model/log/dictionary.ts';
import type { JsonRecords } from '../../../format.ts';
import { own } from '../../../text/json/json-values.ts';
import type { Entry } from '../issues/entries.ts';
import type { JiraIssues } from '../issues/jira-issues.ts';
import { currentStatus, currentStatusId, type Issue } from './jira-issue.ts';

interface InlineHistory {
  item: number;
  issue: Issue;
  /** The entries of its changelog, oldest first. */
  entries: readonly Entry[];
  created: number;
  line: number;
}

/**
 * Writes the history that an issue brings with it. Jira logs changes only, not what an issue began with: that is what
 * its first change of a field changed from, or, without a change, what it is today. Of a changelog that is cut short,
 * others may hold the rest: what it began with shows when all files have been read.
 */
export function writeHistory(issues: JiraIssues, records: JsonRecords, history: InlineHistory): void {
  const { item, issue, entries, created, line } = history;
  const { file } = records;
  const have = issue.histories?.length ?? 0;
  const { historyTotal } = issue;
  const first = entries[0];
  if (historyTotal > have) {
    issues.writeEntries(item, entries, file, line);
    // The changelog of a search holds the latest entries.
    const since = first?.at ?? records.instant(own(issue.fields, 'updated'));
    issues.historyOf(item, file, line).noteStretch(historyTotal - have, have, historyTotal, since);
    return;
  }
  const changes = issues.fresh(item, entries).flatMap((entry) => entry.changes);
  for (const change of changes) issues.changes.learn(change);
  if (!issues.isComplete(item)) begin();
  issues.complete(item);
  for (const change of changes) issues.changes.write(item, change, line);

  function begin(): void {
    if (Number.isNaN(created)) return;
    // An issue created after its first change, as the list says, began with that change as far as anyone knows.
    const before = (field: string, unchanged: () => string) => {
      const change = changes.find((candidate) => candidate.field === field);
      if (change === undefined) return unchanged();
      return change.at < created ? '' : issues.changes.before(change);
    };
    const beginningStatus = () => {
      const change = changes.find(({ field }) => field === 'status');
      if (change === undefined) return issues.changes.statuses.of(currentStatusId(issue), currentStatus(issue));
      return change.at < created ? EMPTY : issues.changes.statusBefore(change);
    };
    issues.changes.begin(item, {
      at: created,
      status: beginningStatus(),
      assignee: before('assignee', () => issues.changes.users.ofObject(own(issue.fields, 'assignee'))),
      flag: before('flagged', () => ''),
      line,
    });
  }
}
