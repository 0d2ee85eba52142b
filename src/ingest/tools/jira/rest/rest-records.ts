import type { JsonRecords, JsonSink } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { fitParts } from '../../../text/json/part-shapes.ts';
import { setToday } from '../../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../../shared/item-table/listed-items.ts';
import { noteRepeatedItem } from '../../shared/json-rows.ts';
import { UNREADABLE } from '../../shared/required-cells.ts';
import { noteUnexpectedPart } from '../../shared/row-findings.ts';
import { type Change, type Entry, formerKeys, readEntries } from '../issues/entries.ts';
import { type JiraIssues, jiraIssues } from '../issues/jira-issues.ts';
import { RESPONSE } from '../issues/record-parts.ts';
import { UnusedChanges } from '../issues/unused-changes.ts';
import { CustomFields } from './custom-fields.ts';
import { writeHistory } from './inline-history.ts';
import { currentCategory, currentStatus, currentStatusId, type Issue, readIssue } from './jira-issue.ts';
import { notePages, refuseError } from './pages.ts';
import { mappedPaths, SnapshotWriter } from './snapshot.ts';

/** Reads issues, with or without their changelog. */
export class RestRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #issues: JiraIssues;
  readonly #custom = new CustomFields();
  readonly #snapshot: SnapshotWriter;
  readonly #unused = new UnusedChanges();
  readonly #listed: ListedItems;
  #withLog = 0;
  #count = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#issues = jiraIssues(records);
    this.#snapshot = new SnapshotWriter(records, this.#custom);
    this.#listed = new ListedItems(file);
    // Whether the past of its assignees is known is each issue's own matter.
    file.assignees = 'current';
    file.mapping = { id: 'key', status: 'fields.status.name', created: 'fields.created' };
  }

  record(value: unknown, line: number): void {
    const records = this.#records;
    this.#count++;
    refuseError(value, records.file.file);
    const issue = readIssue(value);
    if (issue === null) {
      const why = 'Records that are no issues: they have no key or no fields';
      records.reject('not-an-issue', why, textOf(own(objectOf(value), 'key')));
      return;
    }
    const entries = issue.histories === null ? null : readEntries(issue.histories, records);
    const item = this.#issues.numbers.item(issue.key, issue.number, {
      created: this.#instant(issue, 'created'),
      updated: this.#instant(issue, 'updated'),
      title: textOf(own(issue.fields, 'summary')),
      former: formerKeys(entries ?? []),
    });
    const isFirst = this.#listed.take(item);
    if (!isFirst) noteRepeatedItem(records, item, line);
    if (this.#count === 1) this.#custom.learn(records.wrapper);
    this.#custom.learn(issue.object);
    this.#writeIssue(item, issue, entries, line, isFirst);
  }

  end(): void {
    const { wrapper, file, options } = this.#records;
    refuseError(wrapper, file.file);
    fitParts(wrapper, RESPONSE, (path, found) => noteUnexpectedPart(this.#records, this.#count, path, found));
    this.#custom.learn(wrapper);
    for (const [field, path] of this.#snapshot.end()) file.mapping[field] = path;
    Object.assign(file.mapping, Object.fromEntries(mappedPaths(options)));
    notePages(this.#records, this.#count, this.#issues.issuePages);
    this.#account();
  }

  #writeIssue(item: number, issue: Issue, entries: readonly Entry[] | null, line: number, isFirst: boolean): void {
    const created = requiredDate(this.#records, issue, 'created');
    const updated = this.#updated(issue, entries);
    const [status, category] = [currentStatus(issue), currentCategory(issue)];
    this.#issues.changes.statuses.learnMeaning(currentStatusId(issue), status, category);
    if (this.#records.log.describe(item, updated, !isFirst)) this.#writeToday(item, issue, updated);
    this.#noteDates(item, issue, created, updated, line);
    if (entries === null) return;
    this.#withLog++;
    for (const { changes } of entries) for (const change of changes) this.#learn(item, change);
    this.#compareStatus(issue, entries);
    writeHistory(this.#issues, this.#records, { item, issue, entries, created, line });
  }

  /** When the issue was last changed: as it says, else as the last entry of its changelog does. */
  #updated(issue: Issue, entries: readonly Entry[] | null): number {
    const said = this.#instant(issue, 'updated');
    if (!Number.isNaN(said) || entries === null) return said;
    return entries.at(-1)?.at ?? Number.NaN;
  }

  /** An issue is today in what its last change led to. */
  #compareStatus(issue: Issue, entries: readonly Entry[]): void {
    const last = entries.flatMap(({ changes }) => changes).findLast(({ field }) => field === 'status');
    if (last !== undefined && last.toText === currentStatus(issue))
      this.#issues.changes.statuses.learnSame(last.to, currentStatusId(issue));
  }

  #writeToday(item: number, issue: Issue, updated: number): void {
    const assignee = this.#issues.changes.users.ofObject(own(issue.fields, 'assignee'));
    const { log, file } = this.#records;
    const { statuses } = this.#issues.changes;
    const [id, name] = [currentStatusId(issue), currentStatus(issue)];
    statuses.learnToday(id, name, currentCategory(issue), file);
    log.currentStatus.set(item, statuses.of(id, name));
    setToday(log, item, '', [assignee]);
    this.#snapshot.write(item, issue, updated);
  }

  #noteDates(item: number, issue: Issue, created: number, updated: number, line: number): void {
    const resolved = this.#instant(issue, 'resolutiondate');
    const category = currentCategory(issue);
    // Teams that use no resolutions have the day on which the status became one of the done ones.
    const since = category === 'closed' ? this.#instant(issue, 'statuscategorychangedate') : Number.NaN;
    this.#issues.dates.note(item, {
      file: this.#records.file,
      line,
      created,
      started: Number.NaN,
      finished: Number.isNaN(resolved) ? since : resolved,
      tellsFinish: Object.hasOwn(issue.fields, 'resolutiondate') || category !== null,
      updated,
      exact: true,
    });
  }

  #instant(issue: Issue, field: string): number {
    return this.#records.instant(own(issue.fields, field));
  }

  #learn(item: number, change: Change): void {
    this.#custom.learnChange(change);
    this.#unused.note(change);
    this.#issues.noteChanged(item, change, 0);
  }

  #account(): void {
    const { file } = this.#records;
    const { count } = this.#listed;
    if (this.#withLog > 0) file.assignees = 'full';
    if (this.#withLog === 0) file.grade = 'milestones';
    if (this.#withLog < count) {
      file.notes.push(
        `${count - this.#withLog} of ${count} issues have no changelog: of these only the dates of creation and resolution are known. Fetch with expand=changelog.`,
      );
    }
    this.#unused.account(file);
  }
}

function requiredDate(records: JsonRecords, issue: Issue, field: string): number {
  const written = own(issue.fields, field);
  const at = records.instant(written);
  if (Number.isNaN(at)) records.badCell('unreadable-date', UNREADABLE, textOf(written));
  return at;
}
