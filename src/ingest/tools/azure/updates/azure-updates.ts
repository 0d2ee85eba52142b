import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { probeRecords } from '../../shared/probe.ts';
import { refuseAnswer } from '../../shared/refuse-answer.ts';
import { FIELDS_IN_API } from '../fields/api-fields.ts';
import { UPDATE } from '../fields/record-parts.ts';
import { azureHistories } from '../history/azure-histories.ts';
import { errorMessage, itemOf, readUpdate, updateIn } from './read-update.ts';

/** What changed of work items, one record an update. */
export const azureUpdates: JsonFormat = {
  id: 'azure-updates',
  name: 'Azure DevOps work item updates (JSON)',
  tool: 'azure',
  shape: 'json',
  parts: UPDATE,
  grade: 'full-log',
  kindEvidence: {
    tool: "the state's category where it is there, else the process that the states belong to",
    finishDates: null,
    statusToday: true,
  },
  identity: { item: '`System.Id`', statuses: null, aliases: null },
  description:
    'Every change of a work item with its time: state, board column, assignee, blocked, parent. A file may hold the updates of one item or of many; states and board columns are two timelines, of which the state is taken unless --map to="Board Column" says otherwise.',
  howToGet: [
    'Create a personal access token with the scope Work Items (Read) under User settings, Personal access tokens.',
    'Get the ids: run a query in Boards, Queries, and export it as CSV (keep the file: it may be given together with the updates), or POST a WIQL query to https://dev.azure.com/<organization>/<project>/_apis/wit/wiql?api-version=7.1.',
    'For each id fetch https://dev.azure.com/<organization>/_apis/wit/workItems/<id>/updates?api-version=7.1 (curl -u :<token>); an answer holds at most 200 updates: fetch on with &$skip=200 while it is full.',
    'Save each answer as a file, or all of them one after the other in one file, and give them all together.',
  ],
  fields: {
    id: 'workItemId',
    at: 'fields.System.ChangedDate (never revisedDate, which is when the next update came)',
    created: 'fields.System.CreatedDate, else the first update',
    ...FIELDS_IN_API,
  },
  probe,
  open,
};

function probe({ records, wrapper }: JsonSample): Probe {
  if ([wrapper, ...records].some((value) => errorMessage(value) !== null)) {
    return { score: 'certain', matched: ['an error of Azure DevOps'], missing: [] };
  }
  const filled = records.filter((record) => Object.keys(objectOf(record) ?? {}).length > 0);
  const missing = ['workItemId', 'rev', 'revisedDate', 'fields or relations'];
  return probeRecords(filled, isUpdate, ['workItemId', 'rev', 'fields.*.newValue'], missing);
}

function isUpdate(record: unknown): boolean {
  const update = updateIn(record);
  if (update === null) return false;
  if (objectOf(own(update, 'relations')) !== null && own(update, 'revisedDate') !== undefined) return true;
  const changes = Object.values(objectOf(own(update, 'fields')) ?? {});
  return changes.some((change) => {
    const object = objectOf(change);
    return object !== null && (Object.hasOwn(object, 'newValue') || Object.hasOwn(object, 'oldValue'));
  });
}

function open(records: JsonRecords): JsonSink {
  const { file } = records;
  const histories = azureHistories(records);
  const carried = new Set<string>();
  let count = 0;
  file.assignees = 'full';

  return {
    record(value, line) {
      count++;
      refuseAnswer(errorMessage(value), 'Azure DevOps', 'work items', file.file);
      const update = updateIn(value);
      if (update === null) {
        rejectOther(records, value);
        return;
      }
      const revision = readUpdate(records, update, line, histories.kept, carried);
      if (Number.isNaN(revision.at) && !revision.linksOnly) {
        records.badCell('missing-changed-date', NO_TIME, `update ${revision.update} of ${itemOf(update)}`);
      }
      histories.add(itemOf(update), revision);
    },
    end() {
      refuseAnswer(errorMessage(records.wrapper), 'Azure DevOps', 'work items', file.file);
      histories.addApiFile(records, count, carried, 'workItemId');
    },
  };
}

function rejectOther(records: JsonRecords, value: unknown): void {
  const isEmpty = Object.keys(objectOf(value) ?? { other: true }).length === 0;
  if (isEmpty) records.reject('empty-record', 'Empty records, which the server gives now and then', '{}');
  else {
    const why = 'Records that are no updates of a work item: they have no workItemId or no rev';
    records.reject('not-an-update', why, textOf(own(objectOf(value), 'id')));
  }
}

const NO_TIME = 'Updates without System.ChangedDate: each is dated to the end of the update before it';
