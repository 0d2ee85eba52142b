import type { TableFormat } from '../../../format.ts';
import { CsvRows } from './csv-rows.ts';
import { probeJiraCsv } from './probe-jira-csv.ts';

/** The list of issues that Jira exports as CSV: what they are today, and a few dates. */
export const jiraCsv: TableFormat = {
  id: 'jira-csv',
  name: 'Jira CSV export',
  tool: 'jira',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: 'the column Status Category', finishDates: 'Resolved', statusToday: true },
  identity: { item: 'Issue key', statuses: null, aliases: null },
  description:
    'One row an issue, with its fields of today, its creation and its resolution; it does not say when work began or where the time went.',
  howToGet: [
    'In Jira, search for the issues (Filters, Advanced issue search) and choose Export, then Export CSV (all fields); "current fields" works if Issue key, Status, Created and Resolved are among the columns.',
    'An export stops at about 1,000 issues: narrow the search (created >= 2026-01-01 and so on) and export several files.',
    'Give all files together. For the whole history give jira-changelog, jira-rest or jira-pipeline files of the same issues, too: they join by key.',
  ],
  fields: {
    id: 'Issue key',
    created: 'Created',
    finished: 'Resolved; else Status Category Changed, if Status Category is Done',
    status: 'Status (of today)',
    assignee: 'Assignee (of today)',
    title: 'Summary',
    type: 'Issue Type',
    priority: 'Priority',
    resolution: 'Resolution',
    project: 'Project key',
    labels: 'Labels (all columns)',
    components: 'Component/s, Components (all columns)',
    'fix versions': 'Fix Version/s, Fix versions (all columns)',
    sprint: 'Sprint (the last column that is filled)',
    sprints: 'Sprint (all columns)',
    points: 'Custom field (Story Points), Custom field (Story point estimate)',
    parent: 'Parent key; else Parent or Parent id; else Custom field (Epic Link)',
    team: 'Custom field (Team); else the components',
    blocked: 'Custom field (Flagged) (of today)',
    'any other': 'its column, or the name of its custom field',
  },
  probe: probeJiraCsv,
  open: (table) => new CsvRows(table),
};
