import { countOf } from '../../../../model/document/number-format.ts';
import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { ReadOptions, SharedReading } from '../../../format.ts';
import { LatestNames, noteRenamedStatus } from '../latest-names.ts';
import { aliasOf } from '../moved-items.ts';
import { countRejected } from '../row-findings.ts';
import { blockedLabels } from '../text-patterns.ts';
import { seenBefore } from '../value-sets.ts';
import { byTime, type IssueEvent, type IssuePlace, type IssueRecord, type IssueSnapshot } from './issue-log.ts';
import { chooseStatus, describeStatus, type StatusEvidence, type StatusRule } from './issue-status.ts';
import { CLOSED, isStateChange, OPEN } from './issue-timeline.ts';
import { IssueWriter, type TrackerHabits } from './issue-writer.ts';
import { joinMoved } from './moved-issues.ts';
import { type RenamedLabel, renameLabels } from './renamed-labels.ts';

/** What a tracker calls things, for notes. */
export interface TrackerWords extends TrackerHabits {
  /** `pull requests` */
  pulls: string;
  /** The value of the field `type` that they have. */
  pullType: string;
}

/** All issues and events of a source, over all its files: lists give the fields, events the history. */
export class IssueTracker implements SharedReading {
  readonly #log: EventLog;
  readonly #options: ReadOptions;
  readonly #words: TrackerWords;
  /** The names of labels by their ids. */
  readonly labels = new LatestNames();
  readonly #files: LogFile[] = [];
  readonly #issues = new Map<string, IssueRecord>();
  readonly #events = new Set<string>();
  /** Repository → since when its events are here. */
  readonly #since = new Map<string, number>();

  constructor(log: EventLog, options: ReadOptions, words: TrackerWords) {
    this.#log = log;
    this.#options = options;
    this.#words = words;
  }

  /** The number of a file, to give with what comes from it. */
  numberOf(file: LogFile): number {
    const known = this.#files.indexOf(file);
    return known === -1 ? this.#files.push(file) - 1 : known;
  }

  /** Takes a row of a list of issues; false if the issue was listed before: then the one updated last counts. */
  addIssue(snapshot: IssueSnapshot, file: number, line: number): boolean {
    const issue = this.#issue(snapshot, file, line);
    this.#learn(issue, snapshot);
    if (issue.isListed) return false;
    issue.isListed = true;
    issue.listedIn = file;
    countRow(issue, file);
    return true;
  }

  /** Takes what an event says of its issue. */
  addHint(snapshot: IssueSnapshot, file: number, line: number): void {
    this.#learn(this.#issue(snapshot, file, line), snapshot);
  }

  /** Takes the status that a view of a project shows; its other columns are the business of who reads the view. */
  addProjectStatus(place: IssuePlace, status: string, file: number, line: number): void {
    this.#issue(place, file, line).projectStatus = status;
  }

  /** True if an event of this id was read before. */
  knows(eventId: string): boolean {
    return seenBefore(this.#events, eventId);
  }

  addEvent(event: IssueEvent, place: IssuePlace): void {
    const issue = this.#issue(place, event.file, event.line);
    issue.isPull ||= place.isPull;
    if (event.kind === 'transferred') issue.cameFrom.push(event.from.toLowerCase());
    else issue.events.push(event);
    countRow(issue, event.file);
  }

  /** Says that a file holds every event of a repository since an instant (−Infinity: from the beginning). */
  addCoverage(scope: string, since: number): void {
    this.#since.set(scope, Math.min(since, this.#since.get(scope) ?? Number.POSITIVE_INFINITY));
  }

  write(): void {
    this.#joinMoved();
    const renamed = renameLabels(this.#issues.values(), this.labels);
    const kept = this.#separatePulls();
    for (const issue of kept) {
      const { snapshot, projectStatus } = issue;
      if (snapshot !== null && projectStatus !== '') issue.snapshot = { ...snapshot, projectStatus };
    }
    if (kept.length === 0) return;
    const evidence = evidenceOf(kept);
    this.#log.categorize(OPEN, 'open');
    this.#log.categorize(CLOSED, 'closed');
    const rule = chooseStatus(this.#options.fields.to, evidence);
    this.#noteRenamed(renamed, rule);
    const writer = new IssueWriter(
      this.#log,
      rule,
      this.#words,
      blockedLabels(this.#options.fields.blocked, evidence.labels.keys()),
      this.#options.extraFields,
      (number) => this.#continue(number),
    );
    // By file, so that each file's rows are together.
    kept.sort((a, b) => a.file - b.file || a.line - b.line);
    for (const { snapshot, id, scope, events, former, file, line } of kept) {
      const since = this.#since.get(scope) ?? Number.NaN;
      const parent = this.#issues.get(snapshot?.parentKey ?? '')?.snapshot?.id ?? '';
      const item = writer.write({
        ...{ id: snapshot?.id ?? id, snapshot, parent, events: events.sort(byTime), since, file, line },
      });
      for (const old of former) aliasOf(this.#log, item, old);
    }
    // One rule holds for all files: it is said once.
    this.#files[0]?.notes.push(describeStatus(rule, evidence, this.#options.fields.to));
    if (writer.closingsFromList > 0) {
      this.#files[0]?.notes.push(
        `No event closes ${countOf(writer.closingsFromList, 'issue')}: the closing is taken from the list.`,
      );
    }
    for (const issue of kept) if (issue.snapshot === null) this.#noteUnlisted(issue);
  }

  /** Pull requests are left out where there are issues, too, unless the user keeps both. */
  #separatePulls(): IssueRecord[] {
    // One that only a view of a project shows is written by who reads the view.
    const all = [...this.#issues.values()].filter(
      ({ snapshot, events, cameFrom }) => snapshot !== null || events.length + cameFrom.length > 0,
    );
    const pulls = all.filter(({ isPull }) => isPull);
    const asked = this.#options.extraFields.includes('type');
    if (pulls.length === 0 || pulls.length === all.length || asked) return all;
    const { pulls: word, pullType } = this.#words;
    for (const { rows, snapshot, id, file, line } of pulls) {
      for (const [number, count] of rows) {
        const account = this.#files[number] as LogFile;
        account.used -= count;
        countRejected(account, 'pull-requests', count);
      }
      this.#log.findings.add(
        'pull-requests',
        () => ({
          weight: 'info',
          message: `${word} among issues were left out, with their events: they are other work`,
          cure: `Tell the two apart with --by type, or look at them alone with --where type="${pullType}"`,
        }),
        { file: (this.#files[file] as LogFile).file, line, item: snapshot?.id ?? id },
      );
    }
    return all.filter(({ isPull }) => !isPull);
  }

  /** What was moved is one issue; its row in the list of where it was says again what the other says. */
  #joinMoved(): void {
    const { joined, away } = joinMoved(this.#issues);
    for (const { old, now, repeated } of joined) {
      this.#issues.delete(old.key);
      for (const [number, count] of old.rows) now.rows.set(number, (now.rows.get(number) ?? 0) + count);
      for (const number of [...(old.isListed ? [old.listedIn] : []), ...repeated.map(({ file }) => file)]) {
        const account = this.#files[number] as LogFile;
        account.used--;
        account.merged++;
        now.rows.set(number, (now.rows.get(number) ?? 0) - 1);
      }
    }
    for (const issue of away) this.#takeAway(issue);
  }

  /** An issue that was moved to where nothing was read ends where it was, and was not delivered there. */
  #takeAway(issue: IssueRecord): void {
    const { snapshot, file, line, id } = issue;
    if (snapshot === null) return;
    const fields = snapshot.fields.filter(([field]) => field !== 'resolution');
    issue.snapshot = { ...snapshot, fields: [...fields, ['resolution', 'Moved']] };
    this.#log.findings.add(
      'moved-away',
      () => ({
        weight: 'info',
        message:
          'Issues that were moved to a project that is not among the files: here they end with the resolution Moved',
        cure: 'Give the issues of that project, too, if they belong together; each is then one item.',
      }),
      { file: (this.#files[file] as LogFile).file, line, item: id },
    );
  }

  #noteRenamed(renamed: readonly RenamedLabel[], { statusOf }: StatusRule): void {
    for (const { former, name } of renamed) {
      const statuses = former.map((one) => statusOf(one) ?? one);
      const status = statusOf(name);
      if (status !== null) noteRenamedStatus(this.#log, statuses, status);
    }
  }

  #noteUnlisted({ id, file, line }: IssueRecord): void {
    this.#log.findings.add(
      'unlisted-issues',
      () => ({
        weight: 'warning',
        message: 'Issues of which only events are known: when they were created is not, nor are their fields',
        cure: 'Give the list of issues of the same project together with the events.',
      }),
      { file: (this.#files[file] as LogFile).file, line, item: id },
    );
  }

  #learn(issue: IssueRecord, snapshot: IssueSnapshot): void {
    issue.isPull ||= snapshot.isPull;
    if (issue.snapshot === null || !(latest(snapshot) < latest(issue.snapshot))) issue.snapshot = snapshot;
    issue.scope = snapshot.scope;
  }

  #issue({ key, id, scope }: IssuePlace, file: number, line: number): IssueRecord {
    let issue = this.#issues.get(key);
    if (issue === undefined) {
      issue = {
        key,
        snapshot: null,
        isListed: false,
        listedIn: file,
        isPull: false,
        projectStatus: '',
        id,
        scope,
        events: [],
        former: [],
        cameFrom: [],
        file,
        line,
        rows: new Map(),
      };
      this.#issues.set(key, issue);
    }
    return issue;
  }

  #continue(number: number): string {
    const file = this.#files[number] as LogFile;
    this.#log.continueFile(file);
    return file.file;
  }
}

/** When an issue was last changed, as far as its list says. */
function latest({ updated, closed, created }: IssueSnapshot): number {
  return [updated, closed, created].find((at) => !Number.isNaN(at)) ?? Number.NaN;
}

function countRow(issue: IssueRecord, file: number): void {
  issue.rows.set(file, (issue.rows.get(file) ?? 0) + 1);
}

function evidenceOf(issues: readonly IssueRecord[]): StatusEvidence {
  const labels = new Map<string, number>();
  const projects = new Map<string, number>();
  let stateChanges = 0;
  let projectChanges = 0;
  const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const { snapshot, events } of issues) {
    const changed = new Set<string>();
    let state = false;
    let project = false;
    for (const event of events) {
      if (event.kind === 'label') {
        count(labels, event.value);
        changed.add(event.value);
      } else if (event.kind === 'project' && event.value !== '') {
        count(projects, event.value);
        projectChanges++;
        project = true;
      } else if (isStateChange(event)) {
        stateChanges++;
        state = true;
      }
    }
    if (snapshot === null) continue;
    for (const label of snapshot.labels) if (!changed.has(label)) count(labels, label);
    if (snapshot.projectStatus !== '' && !project) count(projects, snapshot.projectStatus);
    if (snapshot.isClosed && !state) stateChanges++;
  }
  return { labels, projects, projectChanges, stateChanges };
}
