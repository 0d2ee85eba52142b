import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { type NamedHistories, namedHistories } from '../shared/item-history/named-histories.ts';
import { dateOf, ItemSnapshots, setField } from '../shared/item-table/item-snapshot.ts';
import { noteMorePages, noteRepeatedItem, rejectOther } from '../shared/note-pages.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { changesOf, issueOf, journalsOf } from './journals.ts';

/** Issues as Redmine's API gives them, with or without journals. */
export const redmineIssues: JsonFormat = {
  id: 'redmine-issues',
  name: 'Redmine issues (JSON)',
  tool: 'redmine',
  shape: 'json',
  grade: 'full-log',
  description:
    'Issues with every change of status and assignee in their journals; a list of issues comes without journals and has creation and the last closing only, which Redmine may keep after a reopening. Journals tell statuses by their ids: the list of statuses (redmine-statuses) names those that no issue is in today.',
  howToGet: [
    'Have the REST API enabled (Administration, Settings, API) and take the API key from My account.',
    'Fetch <site>/issues.json?project_id=<project>&status_id=*&limit=100&offset=0, page by page: a list has no journals.',
    'For the history fetch each issue: <site>/issues/<id>.json?include=journals, and save the answers one after another in one file.',
    'Fetch <site>/issue_statuses.json for the names of statuses, and give all files together.',
  ],
  fields: {
    id: 'id',
    created: 'created_on',
    'from, to, at': 'journals[].details[] of status_id, named by issues and the list of statuses',
    finished: 'closed_on (without journals)',
    status: 'status.name',
    resolution: 'status.name of a closed issue without journals: it may be Rejected',
    assignee: 'journals[].details[] of assigned_to_id, assigned_to.name',
    title: 'subject',
    type: 'tracker.name',
    points: 'story_points, else the custom field Story Points; --map points=<path or custom field>',
    parent: 'parent.id',
    priority: 'priority.name',
    sprint: 'fixed_version.name',
    team: 'project.name',
  },
  probe,
  open,
};

const PATHS = {
  title: 'subject',
  type: 'tracker.name',
  parent: 'parent.id',
  priority: 'priority.name',
  sprint: 'fixed_version.name',
  team: 'project.name',
};

function probe({ records }: JsonSample): Probe {
  const issues = records.filter((record) => issueOf(record) !== null).length;
  if (issues === 0 || issues < records.length / 2)
    return { score: 'no', matched: [], missing: ['tracker.name', 'status.name', 'subject'] };
  return { score: 'certain', matched: ['tracker.name', 'status.name', 'subject'], missing: [] };
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const histories = namedHistories(records);
  const snapshots = new ItemSnapshots(records, PATHS, customField);
  const seen = new Set<number>();
  let count = 0;
  let withJournals = 0;
  file.assignees = 'current';
  Object.assign(file.mapping, { id: 'id', created: 'created_on', status: 'status.name', assignee: 'assigned_to' });

  return {
    record(value, line) {
      count++;
      const issue = issueOf(value);
      if (issue === null) {
        rejectOther(records, textOf(own(objectOf(value), 'id')));
        return;
      }
      const id = textOf(own(issue, 'id'));
      const item = log.item(id);
      const journals = journalsOf(issue);
      if (journals !== null) records.holds(journals.length + 1);
      learnNames(histories, issue);
      if (seen.has(item)) {
        file.merged++;
        noteRepeatedItem(records, id, line);
      } else {
        seen.add(item);
        file.used++;
        writeIssue(item, issue);
      }
      if (journals === null) return;
      withJournals++;
      histories.track(item, file, line, true);
      for (const journal of journals) takeJournal(item, objectOf(journal) ?? {}, line);
    },
    end() {
      if (withJournals > 0) file.assignees = 'full';
      else file.grade = 'milestones';
      const number = (key: string) => {
        const value = own(records.wrapper, key);
        return typeof value === 'number' ? value : 0;
      };
      // A file of several pages has the keys of its last one: its offset then does not count.
      const start = count > number('limit') ? 0 : number('offset');
      const total = number('total_count');
      if (total > start + count) noteMorePages(records, `${count} of ${total} issues`);
    },
  };

  function writeIssue(item: number, issue: JsonObject): void {
    log.creation(item, dateOf(records, issue, 'created_on'));
    log.currentStatus.set(item, log.statuses.id(nameOf(own(issue, 'status'))));
    const assignee = nameOf(own(issue, 'assigned_to'));
    if (assignee !== '') log.currentPeople.set(item, log.people.id([assignee]));
    setField(log, item, 'points', textOf(own(issue, 'story_points')) || customField(issue, 'Story Points'));
    snapshots.write(item, issue);
    if (journalsOf(issue) !== null) return;
    log.gradeHere(item, 'milestones');
    const isOpen = own(objectOf(own(issue, 'status')), 'is_closed') === false;
    const closed = isOpen ? Number.NaN : dateOf(records, issue, 'closed_on');
    log.milestones(item, Number.NaN, closed);
    if (!Number.isNaN(closed)) setField(log, item, 'resolution', nameOf(own(issue, 'status')));
  }

  function takeJournal(item: number, journal: JsonObject, line: number): void {
    const id = textOf(own(journal, 'id'));
    const user = objectOf(own(journal, 'user'));
    histories.people.learn(textOf(own(user, 'id')), nameOf(user));
    if (id !== '' && histories.knows(id)) {
      file.merged++;
      return;
    }
    const changes = changesOf(journal);
    const at = records.instant(own(journal, 'created_on'));
    if (changes.length === 0) {
      records.reject('other-field', 'Journals that say nothing about flow (notes, texts, relations …)', id);
    } else if (Number.isNaN(at)) {
      records.reject('unreadable-date', UNREADABLE, textOf(own(journal, 'created_on')));
    } else {
      file.used++;
      for (const change of changes) histories.add(item, { at, id, file, line }, change);
    }
  }
}

function learnNames(histories: NamedHistories, issue: JsonObject): void {
  const status = objectOf(own(issue, 'status'));
  histories.statuses.learn(textOf(own(status, 'id')), nameOf(status));
  for (const key of ['assigned_to', 'author']) {
    const person = objectOf(own(issue, key));
    histories.people.learn(textOf(own(person, 'id')), nameOf(person));
  }
}

function customField(issue: JsonObject, name: string): string {
  const all = own(issue, 'custom_fields');
  for (const value of Array.isArray(all) ? all : []) {
    const field = objectOf(value);
    if (textOf(own(field, 'name')).toLowerCase() === name.toLowerCase()) return nameOf(own(field, 'value'));
  }
  return '';
}
