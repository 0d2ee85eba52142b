import type { Format } from './format.ts';
import { asanaCsv } from './formats/asana-csv.ts';
import { azureAnalytics } from './formats/azure-analytics.ts';
import { azureQuery } from './formats/azure-query.ts';
import { bugzillaCsv } from './formats/bugzilla-csv.ts';
import { businessmapCards } from './formats/businessmap-cards.ts';
import { clickupCsv } from './formats/clickup-csv.ts';
import { githubProject } from './formats/github-project.ts';
import { gitlabTable } from './formats/gitlab-table.ts';
import { jiraCsv } from './formats/jira-csv.ts';
import { jiraPipeline } from './formats/jira-pipeline.ts';
import { linearCsv } from './formats/linear-csv.ts';
import { milestones } from './formats/milestones.ts';
import { mondayBoard } from './formats/monday-board.ts';
import { pivotalCsv } from './formats/pivotal-csv.ts';
import { processMining } from './formats/process-mining.ts';
import { redmineCsv } from './formats/redmine-csv.ts';
import { shortcutCsv } from './formats/shortcut-csv.ts';
import { stageDates } from './formats/stage-dates.ts';
import { transitionLog } from './formats/transition-log.ts';
import { trelloCards } from './formats/trello-cards.ts';
import { xes } from './formats/xes.ts';

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
  xes,
  processMining,
  transitionLog,
  stageDates,
  milestones,
];
