import type { Format } from './format.ts';
import { asanaStories } from './tools/asana/asana-stories.ts';
import { asanaTasks } from './tools/asana/asana-tasks.ts';
import { azureRevisions } from './tools/azure/revisions/azure-revisions.ts';
import { azureUpdates } from './tools/azure/updates/azure-updates.ts';
import { bugzillaBugs } from './tools/bugzilla/bugzilla-bugs.ts';
import { clickupTasks } from './tools/clickup/clickup-tasks.ts';
import { clickupTimeInStatus } from './tools/clickup/clickup-time-in-status.ts';
import { githubEvents } from './tools/github/github-events.ts';
import { githubIssues } from './tools/github/github-issues.ts';
import { gitlabEvents } from './tools/gitlab/gitlab-events.ts';
import { gitlabIssues } from './tools/gitlab/gitlab-issues.ts';
import { jiraChangelog } from './tools/jira/changelog/jira-changelog.ts';
import { jiraRest } from './tools/jira/rest/jira-rest.ts';
import { linearHistory } from './tools/linear/linear-history.ts';
import { linearIssues } from './tools/linear/linear-issues.ts';
import { mondayActivity } from './tools/monday/monday-activity.ts';
import { openprojectPackages } from './tools/openproject/openproject-packages.ts';
import { redmineIssues } from './tools/redmine/redmine-issues.ts';
import { redmineStatuses } from './tools/redmine/redmine-statuses.ts';
import { shortcutHistory } from './tools/shortcut/shortcut-history.ts';
import { trelloBoard } from './tools/trello/trello-board.ts';
import { workfrontObjects } from './tools/workfront/workfront-objects.ts';
import { youtrackActivities } from './tools/youtrack/youtrack-activities.ts';
import { youtrackIssues } from './tools/youtrack/youtrack-issues.ts';

/** The formats of nested JSON, the most specific first. They are loaded only for JSON files. */
export const JSON_FORMATS: readonly Format[] = [
  jiraRest,
  jiraChangelog,
  trelloBoard,
  githubIssues,
  githubEvents,
  gitlabIssues,
  gitlabEvents,
  azureUpdates,
  azureRevisions,
  asanaTasks,
  asanaStories,
  linearIssues,
  linearHistory,
  clickupTasks,
  clickupTimeInStatus,
  mondayActivity,
  shortcutHistory,
  redmineIssues,
  redmineStatuses,
  youtrackActivities,
  youtrackIssues,
  bugzillaBugs,
  workfrontObjects,
  openprojectPackages,
];
