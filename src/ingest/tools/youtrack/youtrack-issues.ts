import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { dateOf, ItemSnapshots, latestOf, setField } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { movedItems } from '../shared/moved-items.ts';
import { probeRecords } from '../shared/probe.ts';
import { youTrackIssuesOf } from './issue-histories.ts';
import { ISSUE } from './record-parts.ts';
import { customField, takeStates } from './youtrack-change.ts';

/** Issues as YouTrack's API gives them. */
export const youtrackIssues: JsonFormat = {
  id: 'youtrack-issues',
  name: 'YouTrack issues (JSON)',
  tool: 'youtrack',
  shape: 'json',
  parts: ISSUE,
  grade: 'milestones',
  kindEvidence: { tool: '`isResolved` of the state', finishDates: '`resolved`', statusToday: true },
  identity: { item: '`idReadable`', statuses: null, aliases: '`id`, where `created` agrees' },
  description:
    'Issues with their creation, resolution and fields of today; when work started and each change of state only the activities tell (youtrack-activities), which are joined with them.',
  howToGet: [
    'Create a permanent token in your profile, Account Security.',
    'Fetch <site>/api/issues?query=project:ABC&fields=id,idReadable,summary,created,resolved,updated,project(shortName),customFields(name,value(name,fullName,login,isResolved)),parent(issues(idReadable)),tags(name)&$top=1000&$skip=0, page by page.',
    'For the history fetch the activities, too: pitwall formats youtrack-activities.',
  ],
  fields: {
    id: 'idReadable',
    created: 'created',
    finished: 'resolved',
    status:
      'the custom field State, else Stage or Status; --map to=<field> names another; whether a state is over, by its isResolved',
    resolution: 'the status of a resolved issue: it may be Duplicate',
    assignee: 'the custom field Assignee; --map assignee=<field>',
    title: 'summary',
    type: 'the custom field Type',
    points: 'the custom field Story points; --map points=<field>',
    labels: 'tags[].name',
    parent: 'parent.issues[].idReadable',
    priority: 'the custom field Priority',
    sprint: 'the custom field Sprints',
    team: 'project.shortName',
  },
  probe: ({ records }) => probeRecords(records, isIssue, ['idReadable', 'customFields']),
  open,
};

const PATHS = {
  title: 'summary',
  type: 'Type',
  points: 'Story points',
  labels: 'tags',
  priority: 'Priority',
  sprint: 'Sprints',
  team: 'project.shortName',
};

/** When an issue was last changed: whichever of these is latest. */
const UPDATES = ['updated', 'resolved', 'created'];

function isIssue(value: unknown): boolean {
  const issue = objectOf(value);
  return textOf(own(issue, 'idReadable')) !== '' && Array.isArray(own(issue, 'customFields'));
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const issues = youTrackIssuesOf(records);
  const snapshots = new ItemSnapshots(records, PATHS, customField);
  const items = new ListedItems(file);
  const moved = movedItems(records, false);
  file.assignees = 'current';
  Object.assign(file.mapping, { id: 'idReadable', created: 'created', finished: 'resolved' });
  return {
    record(value, line) {
      const issue = objectOf(value);
      const id = textOf(own(issue, 'idReadable'));
      if (issue === null || id === '') {
        rejectOther(records, textOf(own(issue, 'id')));
        return;
      }
      const updated = latestOf(records, issue, UPDATES);
      const created = records.instant(own(issue, 'created'));
      const item = moved.item(id, textOf(own(issue, 'id')), { created, updated, former: [] });
      const isFirst = items.take(item);
      if (!isFirst) noteRepeatedItem(records, item, line);
      issues.addIssue(item, issue, { finished: dateOf(records, issue, 'resolved'), updated }, file, line);
      if (!log.describe(item, updated, !isFirst)) return;
      log.upgradeGrade(item, 'milestones');
      log.creation(item, dateOf(records, issue, 'created'));
      const parents = own(objectOf(own(issue, 'parent')), 'issues');
      const [parent] = Array.isArray(parents) ? parents : [];
      setField(log, item, 'parent', textOf(own(objectOf(parent), 'idReadable')));
      const values = own(issue, 'customFields');
      for (const field of Array.isArray(values) ? values : []) takeStates(log, own(objectOf(field), 'value'));
      snapshots.write(item, issue);
    },
  };
}
