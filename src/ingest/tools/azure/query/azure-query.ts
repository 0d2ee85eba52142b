import type { TableFormat } from '../../../format.ts';
import { probeQuery } from './probe-query.ts';
import { QueryRows } from './query-rows.ts';

/** The list that a query in Azure DevOps exports: one row a work item, as it is today. */
export const azureQuery: TableFormat = {
  id: 'azure-query',
  name: 'Azure DevOps query (CSV)',
  tool: 'azure',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: {
    tool: 'the process that the states belong to',
    finishDates: 'Closed Date, else State Change Date',
    statusToday: true,
  },
  identity: { item: 'ID', statuses: null, aliases: null },
  description:
    'One row a work item with its state of today and the dates that the query has columns for; it cannot tell what happened between them. Dates are in the language of whoever exported them, without a time zone.',
  howToGet: [
    'In Azure DevOps open Boards, Queries, and the query (a flat list; a tree works, too).',
    'Under Column options add Created Date, Activated Date, Closed Date and State Change Date, and Story Points, Assigned To, Parent, Area Path, Iteration Path and Tags where you use them.',
    'Save the query, then choose Export to CSV in the menu of its results.',
    'For the history of states export the updates as well and give both together: pitwall formats azure-updates says how.',
  ],
  fields: {
    id: 'ID',
    created: 'Created Date',
    started: 'Activated Date',
    finished: 'Closed Date, else State Change Date of an item that is Closed, Done or Completed',
    status: 'State (of today), or Board Column with --map to="Board Column"',
    assignee: 'Assigned To, without the address (of today)',
    title: 'Title, or Title 1 to Title n of a tree',
    type: 'Work Item Type',
    priority: 'Priority',
    points: 'Story Points, Effort or Size',
    labels: 'Tags',
    parent: 'Parent, else the row above in a tree',
    team: 'Area Path',
    sprint: 'Iteration Path',
    project: 'Team Project',
    resolution: 'Resolved Reason, else Reason',
  },
  probe: probeQuery,
  open: (table) => new QueryRows(table),
};
