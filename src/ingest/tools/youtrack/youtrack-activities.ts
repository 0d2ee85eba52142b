import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { noteMorePages, requiredInstant } from '../shared/json-rows.ts';
import { movedItems } from '../shared/moved-items.ts';
import { probeRecords } from '../shared/probe.ts';
import { youTrackIssuesOf } from './issue-histories.ts';
import { ACTIVITY } from './record-parts.ts';
import { internalIdOf, isActivity, isCreation, issueOf, readChange, takeStates } from './youtrack-change.ts';

/** What happened to YouTrack's issues. */
export const youtrackActivities: JsonFormat = {
  id: 'youtrack-activities',
  name: 'YouTrack activities (JSON)',
  tool: 'youtrack',
  shape: 'json',
  parts: ACTIVITY,
  grade: 'full-log',
  kindEvidence: { tool: '`isResolved` of the state', finishDates: null, statusToday: true },
  identity: { item: '`idReadable` of the target', statuses: null, aliases: '`id` of the target' },
  description:
    'Every change of an issue’s fields with its time; creation and fields are in the list of issues (youtrack-issues), which is joined with it. YouTrack’s own CSV and Excel exports are not confirmed and not read as such.',
  howToGet: [
    'Create a permanent token in your profile, Account Security.',
    'Fetch <site>/api/activities?categories=CustomFieldCategory,IssueCreatedCategory&issueQuery=project:ABC&fields=id,$type,timestamp,author(login,name),field(name),added(name,fullName,login,idReadable,isResolved),removed(name,fullName,login,isResolved),target(id,idReadable),category(id)&$top=1000&$skip=0, page by page.',
    'Fetch the issues, too (pitwall formats youtrack-issues), and give all files together.',
  ],
  fields: {
    id: 'target.idReadable',
    at: 'timestamp',
    'from, to':
      'removed, added of the field State, else Stage or Status; --map to=<field> names another; whether a state is over, by its isResolved',
    created: 'the activity IssueCreatedCategory',
    assignee: 'removed, added of the field Assignee; --map assignee=<field>',
  },
  probe: ({ records }) =>
    probeRecords(records, isActivity, ['$type', 'timestamp'], ['$type: …ActivityItem', 'timestamp']),
  open,
};

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const issues = youTrackIssuesOf(records);
  const moved = movedItems(records, false);
  file.assignees = 'full';
  file.mapping = { id: 'target.idReadable', at: 'timestamp', from: 'removed', to: 'added' };
  return {
    record(value, line) {
      const activity = objectOf(value) ?? {};
      const id = textOf(own(activity, 'id'));
      const change = readChange(activity);
      const isFirst = isCreation(activity);
      const issue = issueOf(activity);
      const written = own(activity, 'timestamp');
      if (id !== '' && issues.knows(id)) {
        file.merged++;
        return;
      }
      if (change === null && !isFirst) {
        const kind = textOf(own(activity, '$type'));
        records.reject('other-field', 'Activities that say nothing about flow (comments, links, texts …)', kind);
        return;
      }
      if (issue === '') {
        records.reject('no-item', 'Activities that do not say which issue they are of', textOf(written));
        return;
      }
      const at = requiredInstant(records, written);
      if (Number.isNaN(at)) return;
      file.used++;
      // An activity names its issue as it is called on the day of the export, which is no earlier than the activity.
      const created = isFirst ? at : Number.NaN;
      const item = moved.item(issue, internalIdOf(activity), { created, updated: at, former: [] });
      issues.track(item, file, line);
      if (isFirst) log.creation(item, at);
      for (const key of ['removed', 'added']) takeStates(log, own(activity, key));
      if (change !== null) issues.addChange(item, { at, id, file, line }, change);
    },
    end() {
      if (own(records.wrapper, 'hasAfter') === true) noteMorePages(records, 'hasAfter is true');
    },
  };
}
