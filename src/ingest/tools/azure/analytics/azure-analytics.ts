import { PitwallError } from '../../../../model/errors.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../../format.ts';
import { AnalyticsRows } from './analytics-rows.ts';
import { entityOf } from './entity.ts';

/** What the Analytics service (OData) gives, as JSON or as the same columns in a CSV. */
export const azureAnalytics: TableFormat = {
  id: 'azure-analytics',
  name: 'Azure DevOps Analytics (OData JSON, or its columns as CSV)',
  tool: 'azure',
  shape: 'table',
  grade: 'full-log',
  kindEvidence: {
    tool: "the state's category (`StateCategory`), else the process that the states belong to",
    finishDates: '`ClosedDate`, of work items without revisions',
    statusToday: true,
  },
  identity: { item: '`WorkItemId`', statuses: null, aliases: null },
  description:
    'WorkItemRevisions give the full history, WorkItemBoardSnapshot and WorkItemSnapshot one picture a day, WorkItems the dates alone. Deleted items are not in it, and counts without WorkItemId are no timelines.',
  howToGet: [
    'Create a personal access token with the scope Analytics (Read) under User settings, Personal access tokens.',
    'Fetch https://analytics.dev.azure.com/<organization>/<project>/_odata/v4.0-preview/WorkItemRevisions?$select=WorkItemId,Revision,Title,WorkItemType,State,StateCategory,ChangedDate,CreatedDate,StoryPoints,TagNames,ParentWorkItemId&$expand=AssignedTo($select=UserName),Area($select=AreaPath),Iteration($select=IterationPath) (curl -u :<token>).',
    'While the answer ends with @odata.nextLink, fetch that address, too. Save each answer as a file and give them all together.',
    'From Excel or Power BI: load the same entity with Get data, OData feed, and save the sheet as CSV. Leave out group-by and aggregation: they count items and name none.',
    'For the columns of a board take WorkItemBoardSnapshot in place of WorkItemRevisions, with WorkItemId, DateValue, BoardName, ColumnName, IsDone, State, StateCategory and CreatedDate.',
  ],
  fields: {
    id: 'WorkItemId',
    'from, to': 'State (WorkItemRevisions), ColumnName or State (snapshots)',
    at: "ChangedDate, else ChangedDateSK (a day of the organisation's time zone); DateValue, else DateSK",
    created: 'CreatedDate, else CreatedDateSK',
    started: 'InProgressDate, else ActivatedDate (WorkItems)',
    finished: 'CompletedDate, else ClosedDate (WorkItems)',
    assignee: 'AssignedTo.UserName, AssignedTo',
    blocked: 'Blocked, or a tag such as Blocked in TagNames',
    title: 'Title',
    type: 'WorkItemType',
    points: 'StoryPoints, Effort or Size',
    priority: 'Priority',
    labels: 'TagNames',
    parent: 'ParentWorkItemId',
    team: 'Area.AreaPath, AreaPath',
    sprint: 'Iteration.IterationPath, IterationPath',
    resolution: 'ResolvedReason, else Reason',
    project: 'Project.ProjectName, ProjectName',
  },
  probe,
  open,
};

function probe({ header }: TableSample): Probe {
  const found = entityOf(header);
  if (found === null) return { score: 'no', matched: [], missing: ['WorkItemId', 'Revision or DateValue'] };
  return { score: 'certain', matched: found.matched, missing: [] };
}

function open(table: Table): TableSink {
  const entity = entityOf(table.header)?.entity ?? 'sums';
  if (entity === 'sums') throw aggregated(table.file.file);
  return new AnalyticsRows(table, entity);
}

function aggregated(file: string): PitwallError {
  return new PitwallError(
    'aggregated',
    'it counts work items and names none, so that it holds no timelines',
    file,
    'Fetch the entity without group-by and aggregate, and with WorkItemId: pitwall formats azure-analytics says how.',
  );
}
