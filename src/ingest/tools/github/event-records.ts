import type { JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { hasNextPage } from '../shared/graphql.ts';
import { takeEvent } from '../shared/issue-history/issue-event.ts';
import { isRoundCount, noteRoundCount, rejectNoIssue } from '../shared/issue-history/issue-list.ts';
import type { IssuePlace } from '../shared/issue-history/issue-log.ts';
import type { IssueTracker } from '../shared/issue-history/issue-tracker.ts';
import { noteMorePages } from '../shared/json-rows.ts';
import { issueOf, kindOf, readEvent } from './github-event.ts';
import { either, githubTracker, listOf, readIssue } from './github-issue.ts';
import { hasEvents } from './github-issues.ts';

/** Reads events on their own, and issues with their events inside. */
export class EventRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #tracker: IssueTracker;
  readonly #file: number;
  /** The oldest event of each repository, of those that name their issue: only the events of a whole repository do. */
  readonly #oldest = new Map<string, number>();
  #events = 0;
  #issues = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#tracker = githubTracker(records);
    this.#file = this.#tracker.numberOf(file);
    file.assignees = 'full';
    file.mapping = { id: 'issue', at: 'created_at', to: 'event', assignee: 'assigned, unassigned', blocked: 'labels' };
  }

  record(value: unknown, line: number): void {
    if (hasEvents(value)) this.#takeIssue(objectOf(value) as JsonObject, line);
    else this.#takeLoose(objectOf(value) ?? {}, line);
  }

  end(): void {
    if (hasNextPage(this.#records.wrapper)) noteMorePages(this.#records, `${this.#issues} issues`);
    const isCapped = isRoundCount(this.#events);
    for (const [scope, at] of this.#oldest) {
      this.#tracker.addCoverage(scope, isCapped ? at : Number.NEGATIVE_INFINITY);
    }
    // A repository's events come newest first, those of one issue oldest first.
    const end = this.#oldest.size > 0 ? 'oldest' : 'newest';
    noteRoundCount(this.#records, this.#events, `events: the ${end} may be missing`);
  }

  /** An issue with its events inside: the issue is a row, and each event. */
  #takeIssue(object: JsonObject, line: number): void {
    const records = this.#records;
    const events = ['timelineItems', 'timeline', 'events'].flatMap((key) => listOf(own(object, key)));
    records.holds(events.length + 1);
    this.#issues++;
    const issue = readIssue(object, records, textOf(own(objectOf(records.wrapper), 'repo')));
    if (issue === null) rejectNoIssue(records, object);
    else if (this.#tracker.addIssue(issue, this.#file, line)) records.file.used++;
    else records.file.merged++;
    for (const event of events) this.#takeEvent(objectOf(event) ?? {}, issue, line);
    if (hasNextPage(own(object, 'timelineItems'))) noteMorePages(records, `events of ${issue?.id ?? 'an issue'}`);
  }

  /** An event on its own, which may hold its issue. */
  #takeLoose(event: JsonObject, line: number): void {
    this.#events++;
    const issue = readIssue(own(event, 'issue'), this.#records, '');
    if (issue !== null) this.#tracker.addHint(issue, this.#file, line);
    this.#takeEvent(event, issue ?? issueOf(event), line);
    const at = this.#records.instant(either(event, 'created_at'));
    if (issue === null || Number.isNaN(at)) return;
    this.#oldest.set(issue.scope, Math.min(at, this.#oldest.get(issue.scope) ?? at));
  }

  #takeEvent(event: JsonObject, place: IssuePlace | null, line: number): void {
    const records = this.#records;
    const kind = kindOf(event);
    const written = either(event, 'created_at');
    const change = readEvent(event);
    if (change === 'nothing') {
      records.reject('other-field', 'Events that say nothing about flow (mentions, references, names …)', kind);
    } else if (place === null) {
      const why = 'Events that do not say which issue they are of: files of a single issue’s events never do';
      records.reject('no-issue-number', why, `${kind} ${textOf(written)}`);
    } else if (change === 'no-names') {
      const why = 'Changes of a project’s status without the status: REST leaves it out, GraphQL gives it';
      records.reject('status-not-named', why, `${place.id} ${textOf(written)}`);
    } else {
      const id = textOf(own(event, 'id')) || textOf(own(event, 'node_id'));
      takeEvent(records, this.#tracker, place, { change, id, space: place.key, written, file: this.#file, line });
    }
  }
}
