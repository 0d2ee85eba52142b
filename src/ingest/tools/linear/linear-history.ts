import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { hasNextPage } from '../shared/graphql.ts';
import { namedHistories } from '../shared/item-history/named-histories.ts';
import { noteMorePages } from '../shared/json-rows.ts';
import { movedItems } from '../shared/moved-items.ts';
import { probeRecords } from '../shared/probe.ts';
import { isEntry, takeEntry } from './linear-entry.ts';
import { ENTRY } from './record-parts.ts';

/** Entries of issue histories on their own. */
export const linearHistory: JsonFormat = {
  id: 'linear-history',
  name: 'Linear issue history (GraphQL, JSON)',
  tool: 'linear',
  shape: 'json',
  parts: ENTRY,
  grade: 'full-log',
  kindEvidence: { tool: "the state's type (`type`)", finishDates: null, statusToday: false },
  identity: { item: '`identifier` of the issue', statuses: '`id` of the state', aliases: '`id` of the issue' },
  description:
    'Every change of status and assignee with its time, each naming its issue; creation and fields are in the list of issues (linear-csv, linear-issues), which is joined with it.',
  howToGet: [
    'Prefer issues with their history inside: pitwall formats linear-issues.',
    'Entries on their own must name their issue: ask for issue { id identifier } beside id createdAt fromState { id name type } toState { id name type } fromAssignee { name } toAssignee { name } addedLabels { name } removedLabels { name }.',
    'Give them together with the list of issues.',
  ],
  fields: {
    id: 'issue.identifier',
    at: 'createdAt',
    'from, to': 'fromState.name, toState.name; what they mean, by their type',
    assignee: 'fromAssignee.name, toAssignee.name',
    blocked: 'addedLabels, removedLabels called blocked and the like (--map blocked=<label> names others)',
  },
  probe: ({ records }) => probeRecords(records, isEntry, ['createdAt', 'fromState', 'toState']),
  open,
};

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const moved = movedItems(records, true);
  const histories = namedHistories(records);
  file.assignees = 'full';
  file.mapping = { id: 'issue.identifier', at: 'createdAt', from: 'fromState', to: 'toState', assignee: 'toAssignee' };
  return {
    record(value, line) {
      const entry = objectOf(value) ?? {};
      const issue = objectOf(own(entry, 'issue'));
      const id = textOf(own(issue, 'identifier'));
      if (id === '') {
        records.reject('no-item', 'Changes that do not say which issue they are of', textOf(own(entry, 'createdAt')));
        return;
      }
      // An entry names its issue as it is called on the day of the export, which is no earlier than the entry.
      const updated = records.instant(own(entry, 'createdAt'));
      const item = moved.item(id, textOf(own(issue, 'id')), { created: Number.NaN, updated, former: [] });
      histories.track(item, file, line, false);
      takeEntry(records, histories, item, entry, line);
    },
    end() {
      if (hasNextPage(records.wrapper)) noteMorePages(records, 'pageInfo.hasNextPage is true');
    },
  };
}
