import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { takeEvent } from '../shared/issue-history/issue-event.ts';
import type { IssueChange } from '../shared/issue-history/issue-log.ts';
import { probeRecords } from '../shared/probe.ts';
import { NO_ID } from '../shared/required-cells.ts';
import { gitlabTracker, keyOf } from './gitlab-issue.ts';
import { EVENT } from './record-parts.ts';

/** The label and state events of issues, as GitLab's REST API gives them for one issue after another. */
export const gitlabEvents: JsonFormat = {
  id: 'gitlab-events',
  name: 'GitLab resource events (REST, JSON)',
  tool: 'gitlab',
  shape: 'json',
  parts: EVENT,
  grade: 'full-log',
  kindEvidence: { tool: 'open or closed', finishDates: null, statusToday: false },
  identity: { item: '`resource_id`: the id of the issue', statuses: '`label.id`', aliases: null },
  description:
    'Labels put on and taken off, closings and reopenings, each with its time: the full history of status where labels or a board hold it. They name issues by their id alone, so that the list of issues is needed, too.',
  howToGet: [
    'Fetch the list of issues first: pitwall formats gitlab-issues says how.',
    'For each issue fetch <server>/api/v4/projects/<id>/issues/<iid>/resource_label_events?per_page=100 and …/resource_state_events?per_page=100, all pages.',
    'Save the answers, one after another in one file or each in its own, and give them together with the list of issues.',
  ],
  fields: {
    id: 'resource_id: the id of an issue in the list of issues',
    at: 'created_at',
    'from, to': 'label and action, or state',
    status: 'a scope such as workflow::…, else open and closed; --map to=<state|label pattern> chooses',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
  },
  probe,
  open,
};

const KINDS = ['label', 'state', 'milestone', 'iteration', 'weight'];

function probe({ records }: JsonSample): Probe {
  const wanted = ['resource_type', 'resource_id', 'created_at'];
  const isEvent = (record: unknown) => {
    const event = objectOf(record);
    return wanted.every((key) => own(event, key) !== undefined) && KINDS.some((key) => own(event, key) !== undefined);
  };
  return probeRecords(records, isEvent, wanted, [...wanted, 'label or state']);
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const tracker = gitlabTracker(records);
  const number = tracker.numberOf(file);
  file.assignees = 'none';
  file.mapping = { id: 'resource_id', at: 'created_at', to: 'label, state' };

  return {
    record(value, line) {
      const event = objectOf(value);
      const resource = textOf(own(event, 'resource_id'));
      if (event === null || resource === '') {
        records.reject('missing-id', NO_ID, '');
        return;
      }
      const isPull = textOf(own(event, 'resource_type')) === 'MergeRequest';
      const change = usedChange(records, event, isPull, resource);
      if (change === null) return;
      const key = keyOf(isPull, resource);
      const at = records.instant(own(event, 'created_at'));
      if (change.kind === 'label') tracker.labels.learn(change.label ?? '', change.value, file, at);
      takeEvent(
        records,
        tracker,
        { key, id: key, scope: key, isPull },
        {
          change,
          id: textOf(own(event, 'id')),
          // Each kind of event counts its own ids.
          space: `${key} ${change.kind === 'label' ? 'label' : 'state'}`,
          written: own(event, 'created_at'),
          file: number,
          line,
        },
      );
    },
  };
}

/** What an event did to its issue; null where that says nothing, and the record is rejected. */
function usedChange(records: JsonRecords, event: JsonObject, isPull: boolean, resource: string): IssueChange | null {
  const change = readChange(event);
  if (change === 'deleted-label') {
    const why = 'Changes of a label that was deleted since: GitLab no longer gives its name';
    const what = `${isPull ? 'merge request' : 'issue'} ${resource}, ${textOf(own(event, 'created_at'))}`;
    records.reject('deleted-label', why, what);
    return null;
  }
  if (change === 'nothing') {
    const what = KINDS.find((key) => own(event, key) !== undefined) ?? '';
    records.reject('other-field', 'Events that say nothing about flow (milestones, weights …)', what);
    return null;
  }
  return change;
}

function readChange(event: JsonObject): IssueChange | 'nothing' | 'deleted-label' {
  const action = textOf(own(event, 'action'));
  if (own(event, 'label') !== undefined) {
    if (action !== 'add' && action !== 'remove') return 'nothing';
    const value = nameOf(own(event, 'label'));
    if (value === '') return 'deleted-label';
    return { kind: 'label', value, added: action === 'add', label: textOf(own(objectOf(own(event, 'label')), 'id')) };
  }
  switch (textOf(own(event, 'state'))) {
    case 'closed':
    case 'merged':
      return { kind: 'closed', reason: '' };
    case 'reopened':
      return { kind: 'reopened' };
    case 'opened':
      return { kind: 'opened' };
    default:
      return 'nothing';
  }
}
