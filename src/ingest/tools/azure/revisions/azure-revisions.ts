import type { JsonFormat, JsonRecords, JsonSink } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { probeRecords } from '../../shared/probe.ts';
import { FIELDS_IN_API } from '../fields/api-fields.ts';
import { REVISION } from '../fields/record-parts.ts';
import { ASSIGNED_TO } from '../fields/reference-names.ts';
import { azureHistories } from '../history/azure-histories.ts';
import { fieldsIn, idOf, readRevision, revOf } from './read-revision.ts';

/** Work items as they were in each of their revisions, or as they are. */
export const azureRevisions: JsonFormat = {
  id: 'azure-revisions',
  name: 'Azure DevOps work item revisions (JSON)',
  tool: 'azure',
  shape: 'json',
  parts: REVISION,
  grade: 'full-log',
  kindEvidence: {
    tool: "the state's category where it is there, else the process that the states belong to",
    finishDates: '`ClosedDate`, of work items without revisions',
    statusToday: true,
  },
  identity: { item: '`System.Id`', statuses: null, aliases: null },
  description:
    'Work items as they were after each change, which gives the same history as the updates; a plain list of work items is read too, and has the dates of creation, activation and closing alone.',
  howToGet: [
    'Create a personal access token with the scope Work Items (Read) under User settings, Personal access tokens.',
    'For a whole project fetch https://dev.azure.com/<organization>/<project>/_apis/wit/reporting/workitemrevisions?api-version=7.1 (curl -u :<token>), and go on with its nextLink until isLastBatch is true. With fields=, ask for System.Id, System.Rev, System.State, System.ChangedDate, System.CreatedDate, System.AssignedTo, System.BoardColumn, System.BoardColumnDone and System.Tags at least.',
    'For single items fetch https://dev.azure.com/<organization>/_apis/wit/workItems/<id>/revisions?api-version=7.1.',
    'Save each answer as a file and give them all together.',
  ],
  fields: {
    id: 'id',
    at: 'fields.System.ChangedDate',
    created: 'fields.System.CreatedDate',
    started: 'fields.Microsoft.VSTS.Common.ActivatedDate (of an item whose latest revision alone is here)',
    finished: 'fields.Microsoft.VSTS.Common.ClosedDate, else StateChangeDate (likewise)',
    ...FIELDS_IN_API,
  },
  probe: ({ records }) =>
    probeRecords(
      records,
      isRevision,
      ['id', 'rev', 'fields.System.*'],
      ['rev', 'fields["System.State"] or another field of a work item'],
    ),
  open,
};

function isRevision(record: unknown): boolean {
  const fields = fieldsIn(record);
  return fields !== null && idOf(record, fields) !== '' && revOf(record, fields) > 0;
}

function open(records: JsonRecords): JsonSink {
  const histories = azureHistories(records);
  const carried = new Set<string>();
  let count = 0;
  let hasStarts = false;

  return {
    record(value, line) {
      count++;
      const fields = fieldsIn(value);
      if (fields === null || !isRevision(value)) {
        const why = 'Records that are no revisions of a work item: they lack an id, a rev or fields';
        records.reject('not-a-revision', why, textOf(own(objectOf(value), 'id')));
        return;
      }
      const revision = readRevision(records, value, fields, line, histories.kept, carried);
      if (Number.isNaN(revision.at)) {
        records.badCell('missing-changed-date', NO_TIME, `revision ${revision.rev} of ${idOf(value, fields)}`);
      }
      hasStarts ||= !Number.isNaN(revision.started);
      histories.add(idOf(value, fields), revision);
    },
    end() {
      records.file.assignees = carried.has(ASSIGNED_TO) ? 'full' : 'none';
      // In a list that has starts, an item without one was not started.
      const starts = hasStarts ? { started: 'fields.Microsoft.VSTS.Common.ActivatedDate' } : {};
      histories.addApiFile(records, count, carried, 'id', starts);
    },
  };
}

const NO_TIME = 'Revisions without System.ChangedDate: each is dated to the revision before it';
