import { PitwallError } from '../../../../model/errors.ts';
import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { InstantColumn, Probe, Table, TableFormat, TableSample, TableSink } from '../../../format.ts';
import { hasId, noteUnreadable } from '../../shared/required-cells.ts';
import { ASSIGNED_TO } from '../fields/reference-names.ts';
import { emptyRevision, isRevisionNumber } from '../fields/revision.ts';
import { pagesAfter } from '../history/file-account.ts';
import { AzureHistories } from '../history/histories.ts';
import { AnalyticsColumns, dateColumn } from './analytics-columns.ts';
import { boardName } from './board-name.ts';
import { type Entity, entityOf } from './entity.ts';

/** What the Analytics service (OData) gives, as JSON or as the same columns in a CSV. */
export const azureAnalytics: TableFormat = {
  id: 'azure-analytics',
  name: 'Azure DevOps Analytics (OData JSON, or its columns as CSV)',
  tool: 'azure',
  shape: 'table',
  grade: 'full-log',
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

const KINDS = { revisions: 'revision', days: 'day', 'work items': 'latest' } as const;

function probe({ header }: TableSample): Probe {
  const found = entityOf(header);
  if (found === null) return { score: 'no', matched: [], missing: ['WorkItemId', 'Revision or DateValue'] };
  return { score: 'certain', matched: found.matched, missing: [] };
}

function open(table: Table): TableSink {
  const { file, header, log, options } = table;
  const entity = entityOf(header)?.entity ?? 'sums';
  if (entity === 'sums') throw aggregated(file.file);
  const histories = table.shared('azure', () => new AzureHistories(log, options));
  const id = table.category(header.indexOf('WorkItemId'), new Dictionary());
  const rev = entity === 'revisions' ? table.category(header.indexOf('Revision'), new Dictionary()) : null;
  const at = timeColumn(table, entity);
  const created = dateColumn(table, 'CreatedDate', 'CreatedDateSK');
  const started = dateColumn(table, 'InProgressDate', 'ActivatedDate', 'InProgressDateSK');
  const finished = dateColumn(table, 'CompletedDate', 'ClosedDate', 'CompletedDateSK');
  const entered = dateColumn(table, 'StateChangeDate');
  const columns = new AnalyticsColumns(table, histories.kept);
  const board = boardName(table);
  const carried = new Set(columns.names.keys());
  const times = [at, created, started, finished, entered].filter((column) => column !== null);
  let count = 0;

  return {
    row(line) {
      count++;
      if (!hasId(table, id)) return;
      const revision = rev === null ? '' : rev.dictionary.value(rev.id);
      if (rev !== null && !isRevisionNumber(revision)) {
        table.reject('not-a-revision', 'Rows without the number of a revision', revision);
        return;
      }
      for (const column of times) noteUnreadable(table, column);
      if (entity === 'days' && Number.isNaN(valueAt(at))) {
        table.reject('missing-date', 'Pictures of a day that do not say which', '');
        return;
      }
      histories.add(id.dictionary.value(id.id), {
        ...emptyRevision(file, line),
        kind: KINDS[entity],
        rev: rev === null ? 0 : Number(revision),
        board: board(),
        at: valueAt(at),
        values: columns.values(),
        carried,
        created: valueAt(created),
        started: valueAt(started),
        finished: valueAt(finished),
        entered: valueAt(entered),
      });
    },
    end() {
      file.assignees = carried.has(ASSIGNED_TO) ? 'full' : 'none';
      noteDays(table, entity, at);
      histories.addFile({
        file,
        more: pagesAfter(table.wrapper, count),
        carried,
        pathOf: (field) => columns.names.get(field) ?? field,
        base: {
          id: 'WorkItemId',
          ...named({ at, created, ...(entity === 'work items' ? { started, finished } : {}) }),
        },
      });
    },
  };
}

function timeColumn(table: Table, entity: Entity): InstantColumn | null {
  if (entity === 'days') return dateColumn(table, 'DateValue', 'DateSK');
  return dateColumn(table, 'ChangedDate', 'ChangedDateSK');
}

function valueAt(column: InstantColumn | null): number {
  return column === null ? Number.NaN : column.at;
}

/** The names of the columns that there are. */
function named(columns: Readonly<Record<string, InstantColumn | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => (column === null ? [] : [[field, column.name]])),
  );
}

/** Says how fine the times are where they are days. */
function noteDays({ file, options }: Table, entity: Entity, at: InstantColumn | null): void {
  if (at === null) return;
  if (entity === 'days') {
    file.notes.push(
      'There is one picture of each item a day: a move is dated to the first day of its new status, and what came and went within a day is not seen.',
    );
  } else if (at.name.endsWith('SK')) {
    file.notes.push(
      `${at.name} is a day of the organisation's time zone without a time: times are days, read in ${options.timeZone}. Add ChangedDate to $select for the time.`,
    );
  }
}

function aggregated(file: string): PitwallError {
  return new PitwallError(
    'aggregated',
    'it counts work items and names none, so that it holds no timelines',
    file,
    'Fetch the entity without group-by and aggregate, and with WorkItemId: pitwall formats azure-analytics tells how.',
  );
}
