import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { IssueChange } from '../shared/issue-history/issue-log.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { gitlabTracker, keyOf } from './issue.ts';

/** The label and state events of issues, as GitLab's REST API gives them for one issue after another. */
export const gitlabEvents: JsonFormat = {
  id: 'gitlab-events',
  name: 'GitLab resource events (REST, JSON)',
  tool: 'gitlab',
  shape: 'json',
  grade: 'full-log',
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
  const events = records.filter((record) => {
    const event = objectOf(record);
    return wanted.every((key) => own(event, key) !== undefined) && KINDS.some((key) => own(event, key) !== undefined);
  });
  if (events.length === 0 || events.length < records.length / 2) {
    return { score: 'no', matched: [], missing: [...wanted, 'label or state'] };
  }
  return { score: 'certain', matched: wanted, missing: [] };
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
        records.reject('missing-id', 'Rows without an id: they speak of no item', '');
        return;
      }
      const isMerge = textOf(own(event, 'resource_type')) === 'MergeRequest';
      const change = readChange(event);
      const written = textOf(own(event, 'created_at'));
      if (change === 'deleted-label') {
        const why = 'Changes of a label that was deleted since: GitLab no longer tells which it was';
        records.reject('deleted-label', why, `${isMerge ? 'merge request' : 'issue'} ${resource}, ${written}`);
        return;
      }
      if (change === 'nothing') {
        const what = KINDS.find((key) => own(event, key) !== undefined) ?? '';
        records.reject('other-field', 'Events that say nothing about flow (milestones, weights …)', what);
        return;
      }
      const at = records.instant(own(event, 'created_at'));
      if (Number.isNaN(at)) {
        records.reject('unreadable-date', UNREADABLE, written);
        return;
      }
      const id = textOf(own(event, 'id'));
      const key = keyOf(isMerge, resource);
      // Each kind of event counts its own ids.
      if (
        tracker.knows(`${key} ${change.kind === 'label' ? 'label' : 'state'} ${id || JSON.stringify([at, change])}`)
      ) {
        file.merged++;
        return;
      }
      file.used++;
      tracker.addEvent({ ...change, at, id, file: number, line }, key, key, key, isMerge);
    },
  };
}

function readChange(event: JsonObject): IssueChange | 'nothing' | 'deleted-label' {
  const action = textOf(own(event, 'action'));
  if (own(event, 'label') !== undefined) {
    if (action !== 'add' && action !== 'remove') return 'nothing';
    const value = nameOf(own(event, 'label'));
    return value === '' ? 'deleted-label' : { kind: 'label', value, added: action === 'add' };
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
