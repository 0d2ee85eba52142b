import type { Format } from './format.ts';
import { asanaCsv } from './formats/asana-csv.ts';
import { asanaStories } from './formats/asana-stories.ts';
import { asanaTasks } from './formats/asana-tasks.ts';
import { azureAnalytics } from './formats/azure-analytics.ts';
import { azureQuery } from './formats/azure-query.ts';
import { azureRevisions } from './formats/azure-revisions.ts';
import { azureUpdates } from './formats/azure-updates.ts';
import { bugzillaBugs } from './formats/bugzilla-bugs.ts';
import { bugzillaCsv } from './formats/bugzilla-csv.ts';
import { businessmapCards } from './formats/businessmap-cards.ts';
import { clickupCsv } from './formats/clickup-csv.ts';
import { clickupTasks } from './formats/clickup-tasks.ts';
import { clickupTimeInStatus } from './formats/clickup-time-in-status.ts';
import { githubEvents } from './formats/github-events.ts';
import { githubIssues } from './formats/github-issues.ts';
import { githubProject } from './formats/github-project.ts';
import { gitlabEvents } from './formats/gitlab-events.ts';
import { gitlabIssues } from './formats/gitlab-issues.ts';
import { gitlabTable } from './formats/gitlab-table.ts';
import { jiraChangelog } from './formats/jira-changelog.ts';
import { jiraCsv } from './formats/jira-csv.ts';
import { jiraPipeline } from './formats/jira-pipeline.ts';
import { jiraRest } from './formats/jira-rest.ts';
import { linearCsv } from './formats/linear-csv.ts';
import { linearHistory } from './formats/linear-history.ts';
import { linearIssues } from './formats/linear-issues.ts';
import { milestones } from './formats/milestones.ts';
import { mondayActivity } from './formats/monday-activity.ts';
import { mondayBoard } from './formats/monday-board.ts';
import { pivotalCsv } from './formats/pivotal-csv.ts';
import { processMining } from './formats/process-mining.ts';
import { redmineCsv } from './formats/redmine-csv.ts';
import { redmineIssues } from './formats/redmine-issues.ts';
import { redmineStatuses } from './formats/redmine-statuses.ts';
import { shortcutCsv } from './formats/shortcut-csv.ts';
import { shortcutHistory } from './formats/shortcut-history.ts';
import { stageDates } from './formats/stage-dates.ts';
import { transitionLog } from './formats/transition-log.ts';
import { trelloBoard } from './formats/trello-board.ts';
import { trelloCards } from './formats/trello-cards.ts';
import { xes } from './formats/xes.ts';
import { youtrackActivities } from './formats/youtrack-activities.ts';
import { youtrackIssues } from './formats/youtrack-issues.ts';

/** Every format, the most specific first: among formats that are only likely, the first is taken. */
export const FORMATS: readonly Format[] = [
  jiraRest,
  jiraChangelog,
  jiraCsv,
  jiraPipeline,
  trelloBoard,
  trelloCards,
  githubIssues,
  githubEvents,
  githubProject,
  gitlabIssues,
  gitlabTable,
  gitlabEvents,
  azureUpdates,
  azureRevisions,
  azureAnalytics,
  azureQuery,
  asanaTasks,
  asanaStories,
  asanaCsv,
  linearIssues,
  linearHistory,
  linearCsv,
  clickupTasks,
  clickupTimeInStatus,
  clickupCsv,
  mondayActivity,
  mondayBoard,
  shortcutHistory,
  shortcutCsv,
  redmineIssues,
  redmineStatuses,
  redmineCsv,
  youtrackActivities,
  youtrackIssues,
  bugzillaBugs,
  bugzillaCsv,
  businessmapCards,
  pivotalCsv,
  xes,
  processMining,
  transitionLog,
  stageDates,
  milestones,
];
