import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { type NamedHistories, namedHistories } from '../shared/item-history/named-histories.ts';
import { dateOf, ItemSnapshots, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteMorePages, noteRepeatedItem, rejectOther, requiredInstant } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { categoryOf, changesOf, issueOf, journalsOf } from './journals.ts';
import { ISSUE } from './record-parts.ts';

/** Issues as Redmine's API gives them, with or without journals. */
export const redmineIssues: JsonFormat = {
  id: 'redmine-issues',
  name: 'Redmine issues (JSON)',
  tool: 'redmine',
  shape: 'json',
  parts: ISSUE,
  grade: 'full-log',
  kindEvidence: { tool: '`is_closed` of the status', finishDates: '`closed_on`', statusToday: true },
  identity: { item: '`id`', statuses: '`status.id`, named by `redmine-statuses`, too', aliases: null },
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
    status: 'status.name; whether it is over, by status.is_closed',
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
  probe: ({ records }) =>
    probeRecords(records, (record) => issueOf(record) !== null, ['tracker.name', 'status.name', 'subject']),
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

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const histories = namedHistories(records);
  const snapshots = new ItemSnapshots(records, PATHS, customField);
  const items = new ListedItems(file);
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
      const item = log.item(textOf(own(issue, 'id')));
      const journals = journalsOf(issue);
      if (journals !== null) records.holds(journals.length + 1);
      const updated = records.instant(own(issue, 'updated_on'));
      learnNames(records, histories, issue, updated);
      const isFirst = items.take(item);
      if (!isFirst) noteRepeatedItem(records, item, line);
      if (log.describe(item, updated, !isFirst)) {
        const status = objectOf(own(issue, 'status'));
        histories.today(item, textOf(own(status, 'id')) || histories.plainStatus(nameOf(status)), file);
        writeIssue(records, snapshots, item, issue);
      }
      if (journals === null) return;
      withJournals++;
      histories.track(item, file, line, true);
      for (const journal of journals) takeJournal(records, histories, item, objectOf(journal) ?? {}, line);
    },
    end() {
      if (withJournals > 0) file.assignees = 'full';
      else file.grade = 'milestones';
      notePages(records, count);
    },
  };
}

function writeIssue(records: JsonRecords, snapshots: ItemSnapshots, item: number, issue: JsonObject): void {
  const { log } = records;
  const status = nameOf(own(issue, 'status'));
  log.creation(item, dateOf(records, issue, 'created_on'));
  setToday(log, item, '', [nameOf(own(issue, 'assigned_to'))]);
  setField(log, item, 'points', textOf(own(issue, 'story_points')) || customField(issue, 'Story Points'));
  snapshots.write(item, issue);
  const closed = dateOf(records, issue, 'closed_on');
  if (journalsOf(issue) !== null) {
    log.listedFinish(item, closed);
    return;
  }
  log.gradeHere(item, 'milestones');
  log.milestones(item, Number.NaN, closed);
  if (!Number.isNaN(closed)) setField(log, item, 'resolution', status);
}

function takeJournal(
  records: JsonRecords,
  histories: NamedHistories,
  item: number,
  journal: JsonObject,
  line: number,
): void {
  const { file } = records;
  const id = textOf(own(journal, 'id'));
  const user = objectOf(own(journal, 'user'));
  histories.people.learn(textOf(own(user, 'id')), nameOf(user), file, records.instant(own(journal, 'created_on')));
  if (id !== '' && histories.knows(id)) {
    file.merged++;
    return;
  }
  const changes = changesOf(journal);
  if (changes.length === 0) {
    records.reject('other-field', 'Journals that say nothing about flow (notes, texts, relations …)', id);
    return;
  }
  const at = requiredInstant(records, own(journal, 'created_on'));
  if (Number.isNaN(at)) return;
  file.used++;
  for (const change of changes) histories.add(item, { at, id, file, line }, change);
}

function notePages(records: JsonRecords, count: number): void {
  const number = (key: string) => {
    const value = own(records.wrapper, key);
    return typeof value === 'number' ? value : 0;
  };
  // A file of several pages has the keys of its last one: its offset then does not count.
  const start = count > number('limit') ? 0 : number('offset');
  const total = number('total_count');
  if (total > start + count) noteMorePages(records, `${count} of ${total} issues`);
}

function learnNames({ log, file }: JsonRecords, histories: NamedHistories, issue: JsonObject, updated: number): void {
  const status = objectOf(own(issue, 'status'));
  histories.statuses.learn(textOf(own(status, 'id')), nameOf(status), file, updated);
  log.categorize(nameOf(status), categoryOf(status));
  for (const key of ['assigned_to', 'author']) {
    const person = objectOf(own(issue, key));
    histories.people.learn(textOf(own(person, 'id')), nameOf(person), file, updated);
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
