import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { ASSIGNED_TO } from '../fields/reference-names.ts';
import { pagesAfter } from '../history/file-account.ts';
import { AzureHistories } from '../history/histories.ts';
import { fieldsIn, idOf, readRevision, revOf } from './read-revision.ts';

/** Work items as they were in each of their revisions, or as they are. */
export const azureRevisions: JsonFormat = {
  id: 'azure-revisions',
  name: 'Azure DevOps work item revisions (JSON)',
  tool: 'azure',
  shape: 'json',
  grade: 'full-log',
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
    'from, to': 'fields.System.State, or fields.System.BoardColumn with --map to="Board Column"',
    at: 'fields.System.ChangedDate',
    created: 'fields.System.CreatedDate',
    started: 'fields.Microsoft.VSTS.Common.ActivatedDate (of an item whose latest revision alone is here)',
    finished: 'fields.Microsoft.VSTS.Common.ClosedDate, else StateChangeDate (likewise)',
    assignee: 'fields.System.AssignedTo (an object, or Name <account>)',
    blocked: 'fields.Microsoft.VSTS.CMMI.Blocked, or a tag such as Blocked',
    title: 'fields.System.Title',
    type: 'fields.System.WorkItemType',
    points: 'fields.Microsoft.VSTS.Scheduling.StoryPoints, Effort or Size',
    priority: 'fields.Microsoft.VSTS.Common.Priority',
    labels: 'fields.System.Tags',
    parent: 'fields.System.Parent, or the link to the parent in relations',
    team: 'fields.System.AreaPath',
    sprint: 'fields.System.IterationPath',
    resolution: 'fields.Microsoft.VSTS.Common.ResolvedReason, else System.Reason',
    project: 'fields.System.TeamProject',
    url: 'made from url',
  },
  probe,
  open,
};

function probe({ records }: JsonSample): Probe {
  const revisions = records.filter(isRevision).length;
  if (revisions === 0 || revisions < records.length / 2) {
    return { score: 'no', matched: [], missing: ['rev', 'fields["System.State"] or another field of a work item'] };
  }
  return { score: 'certain', matched: ['id', 'rev', 'fields.System.*'], missing: [] };
}

function isRevision(record: unknown): boolean {
  const fields = fieldsIn(record);
  return fields !== null && idOf(record, fields) !== '' && revOf(record, fields) > 0;
}

function open(records: JsonRecords): JsonSink {
  const { file, log, options } = records;
  const histories = records.shared('azure', () => new AzureHistories(log, options));
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
      file.assignees = carried.has(ASSIGNED_TO) ? 'full' : 'none';
      histories.addFile({
        file,
        more: pagesAfter(records.wrapper, count),
        carried,
        pathOf: (field) => (field === 'url' ? field : `fields.${field}`),
        base: {
          id: 'id',
          at: 'fields.System.ChangedDate',
          created: 'fields.System.CreatedDate',
          // Of a list that has starts an item without one was not started.
          ...(hasStarts ? { started: 'fields.Microsoft.VSTS.Common.ActivatedDate' } : {}),
        },
      });
    },
  };
}

const NO_TIME = 'Revisions without System.ChangedDate: the time of the revision before each stands for theirs';
