import type { TableFormat } from '../../format.ts';
import { probeStageDates } from '../../table/stage-columns/probe-stage-dates.ts';
import { StageRows } from './stage-rows.ts';

/** One row an item, one column a stage, each cell the date on which the item entered the stage. */
export const stageDates: TableFormat = {
  id: 'stage-dates',
  name: 'One date column a stage (ActionableAgile, Nave, jira-agile-metrics, spreadsheets)',
  tool: 'table',
  generic: true,
  shape: 'table',
  grade: 'stage-dates',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'the column of ids', statuses: null, aliases: null },
  description:
    'One row an item with the date it entered each stage, the columns in the order of the work; it has no place for stages entered twice.',
  howToGet: [
    'In a flow-metrics tool, export or save the data as CSV; or keep a sheet with one row an item and one column a stage.',
    'Put the columns in the order of the work and the date of entry into each cell; leave a stage that was skipped empty.',
    'Save the sheet as CSV, with dates as 2026-03-31.',
  ],
  fields: {
    id: 'ID, Key, or the first column',
    'stage 1 … stage n':
      'neighbouring columns of dates that are called as stages are, or as the configured workflow calls them',
    created: 'Created',
    title: 'Name, Title, Summary',
    type: 'Type',
    assignee: 'Assignee, Owner (of today)',
    points: 'Story Points, Points, Estimate',
    status: 'Status, State (of today: it says whether an item is over where the dates do not)',
    blocked: 'Blocked Date Range: [dd/MM/yyyy-dd/MM/yyyy]|…',
  },
  probe: probeStageDates,
  open: (table) => new StageRows(table),
};
