import type { Format } from './format.ts';
import { asanaCsv } from './tools/asana/asana-csv.ts';
import { azureAnalytics } from './tools/azure/analytics/azure-analytics.ts';
import { azureQuery } from './tools/azure/query/azure-query.ts';
import { bugzillaCsv } from './tools/bugzilla/bugzilla-csv.ts';
import { businessmapCards } from './tools/businessmap/businessmap-cards.ts';
import { clickupCsv } from './tools/clickup/clickup-csv.ts';
import { freshdeskTickets } from './tools/freshdesk/freshdesk-tickets.ts';
import { githubProject } from './tools/github/github-project.ts';
import { gitlabTable } from './tools/gitlab/gitlab-table.ts';
import { jiraCsv } from './tools/jira/csv/jira-csv.ts';
import { jiraPipeline } from './tools/jira/pipeline/jira-pipeline.ts';
import { kanboardTasks } from './tools/kanboard/kanboard-tasks.ts';
import { kanboardTransitions } from './tools/kanboard/kanboard-transitions.ts';
import { linearCsv } from './tools/linear/linear-csv.ts';
import { milestones } from './tools/milestones/milestones.ts';
import { mondayBoard } from './tools/monday/monday-board.ts';
import { pivotalCsv } from './tools/pivotal/pivotal-csv.ts';
import { planeIssues } from './tools/plane/plane-issues.ts';
import { processMining } from './tools/process-mining/process-mining.ts';
import { xes } from './tools/process-mining/xes.ts';
import { redmineCsv } from './tools/redmine/redmine-csv.ts';
import { servicenowAudit } from './tools/servicenow/servicenow-audit.ts';
import { servicenowRecords } from './tools/servicenow/servicenow-records.ts';
import { shortcutCsv } from './tools/shortcut/shortcut-csv.ts';
import { stageDates } from './tools/stage-dates/stage-dates.ts';
import { transitionLog } from './tools/table-log/transition-log.ts';
import { taigaIssues } from './tools/taiga/taiga-issues.ts';
import { trelloCards } from './tools/trello/trello-cards.ts';
import { wrikeTasks } from './tools/wrike/wrike-tasks.ts';
import { zendeskTickets } from './tools/zendesk/zendesk-tickets.ts';

/** The formats of tables and of XML, the most specific first: among formats that are only likely, the first is taken. */
export const TABLE_FORMATS: readonly Format[] = [
  jiraCsv,
  jiraPipeline,
  trelloCards,
  githubProject,
  gitlabTable,
  azureAnalytics,
  azureQuery,
  asanaCsv,
  linearCsv,
  clickupCsv,
  mondayBoard,
  shortcutCsv,
  redmineCsv,
  bugzillaCsv,
  businessmapCards,
  pivotalCsv,
  servicenowAudit,
  servicenowRecords,
  wrikeTasks,
  kanboardTransitions,
  kanboardTasks,
  planeIssues,
  taigaIssues,
  freshdeskTickets,
  zendeskTickets,
  xes,
  processMining,
  transitionLog,
  stageDates,
  milestones,
];

/**
 * Every format, tool by tool. Those of nested JSON are loaded here and not before: most files are tables, which do not need
 * them.
 */
export async function allFormats(): Promise<readonly Format[]> {
  const { JSON_FORMATS } = await import('./json-formats.ts');
  const registered = [...JSON_FORMATS, ...TABLE_FORMATS];
  const tools = [...new Set(registered.map(({ tool }) => tool))];
  return tools.flatMap((name) => registered.filter(({ tool }) => tool === name));
}
