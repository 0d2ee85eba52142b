import type { Format } from './format.ts';
import { asanaStories } from './formats/asana-stories.ts';
import { asanaTasks } from './formats/asana-tasks.ts';
import { azureRevisions } from './formats/azure-revisions.ts';
import { azureUpdates } from './formats/azure-updates.ts';
import { bugzillaBugs } from './formats/bugzilla-bugs.ts';
import { clickupTasks } from './formats/clickup-tasks.ts';
import { clickupTimeInStatus } from './formats/clickup-time-in-status.ts';
import { githubEvents } from './formats/github-events.ts';
import { githubIssues } from './formats/github-issues.ts';
import { gitlabEvents } from './formats/gitlab-events.ts';
import { gitlabIssues } from './formats/gitlab-issues.ts';
import { jiraChangelog } from './formats/jira-changelog.ts';
import { jiraRest } from './formats/jira-rest.ts';
import { linearHistory } from './formats/linear-history.ts';
import { linearIssues } from './formats/linear-issues.ts';
import { mondayActivity } from './formats/monday-activity.ts';
import { redmineIssues } from './formats/redmine-issues.ts';
import { redmineStatuses } from './formats/redmine-statuses.ts';
import { shortcutHistory } from './formats/shortcut-history.ts';
import { trelloBoard } from './formats/trello-board.ts';
import { youtrackActivities } from './formats/youtrack-activities.ts';
import { youtrackIssues } from './formats/youtrack-issues.ts';

/** The formats of nested JSON, the most specific first. They are loaded for a JSON file: most files are none. */
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
];
