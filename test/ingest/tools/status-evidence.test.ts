import { describe, expect, it } from 'vitest';
import type { JsonFormat, TableFormat } from '../../../src/ingest/format.ts';
import { asanaTasks } from '../../../src/ingest/tools/asana/asana-tasks.ts';
import { bugzillaBugs } from '../../../src/ingest/tools/bugzilla/bugzilla-bugs.ts';
import { clickupTasks } from '../../../src/ingest/tools/clickup/clickup-tasks.ts';
import { clickupTimeInStatus } from '../../../src/ingest/tools/clickup/clickup-time-in-status.ts';
import { githubIssues } from '../../../src/ingest/tools/github/github-issues.ts';
import { gitlabTable } from '../../../src/ingest/tools/gitlab/gitlab-table.ts';
import { jiraCsv } from '../../../src/ingest/tools/jira/csv/jira-csv.ts';
import { jiraPipeline } from '../../../src/ingest/tools/jira/pipeline/jira-pipeline.ts';
import { jiraRest } from '../../../src/ingest/tools/jira/rest/jira-rest.ts';
import { linearHistory } from '../../../src/ingest/tools/linear/linear-history.ts';
import { linearIssues } from '../../../src/ingest/tools/linear/linear-issues.ts';
import { pivotalCsv } from '../../../src/ingest/tools/pivotal/pivotal-csv.ts';
import { redmineIssues } from '../../../src/ingest/tools/redmine/redmine-issues.ts';
import { redmineStatuses } from '../../../src/ingest/tools/redmine/redmine-statuses.ts';
import { shortcutCsv } from '../../../src/ingest/tools/shortcut/shortcut-csv.ts';
import { shortcutHistory } from '../../../src/ingest/tools/shortcut/shortcut-history.ts';
import { youtrackActivities } from '../../../src/ingest/tools/youtrack/youtrack-activities.ts';
import { youtrackIssues } from '../../../src/ingest/tools/youtrack/youtrack-issues.ts';
import { readRecords, readTable } from './read-with.ts';

const ofRecords = (format: JsonFormat, ...records: unknown[]) =>
  Object.fromEntries(readRecords(format, records).statusCategories);
const ofTable = (format: TableFormat, csv: string) => Object.fromEntries(readTable(format, csv).statusCategories);

const AT = '2026-03-02T09:00:00.000Z';

/** What no tool says: of these nothing may be made, and nothing may break. */
const ODD: readonly unknown[] = [
  '__proto__',
  'constructor',
  'somewhere',
  '',
  null,
  7,
  true,
  ['done'],
  { kind: 'done' },
];

describe('Jira', () => {
  const issue = (name: string, statusCategory: unknown) => ({
    key: `A-${name.length}`,
    fields: { status: { name, statusCategory }, issuetype: { name: 'Task' }, created: '2026-03-02T09:00:00.000+0000' },
  });

  it('has three categories, whatever statuses are called, and in any language by their keys', () => {
    expect(
      ofRecords(
        jiraRest,
        issue('Shelved', { key: 'new', name: 'Nova' }),
        issue('Resolved in branch', { key: 'indeterminate', name: 'Em andamento' }),
        issue('Xyz', { key: 'done', name: 'Itens concluídos' }),
        issue('Yz', { name: 'Zu erledigen' }),
        issue('None', { key: 'undefined', name: 'No Category' }),
      ),
    ).toEqual({ shelved: 'todo', 'resolved in branch': 'in-progress', xyz: 'closed', yz: 'todo' });
  });

  it.each(ODD)('says nothing with %j', (odd) => {
    expect(ofRecords(jiraRest, issue('A', odd), issue('BC', { key: odd }), issue('DEF', { name: odd }))).toEqual({});
  });

  const csv = (header: string, ...rows: string[]) =>
    ofTable(jiraCsv, [`Summary,Issue key,Issue id,Issue Type,Status,${header}`, ...rows].join('\n'));

  it('gives the category in the words of whoever exports', () => {
    expect(
      csv(
        'Status Category',
        'A,T-1,1,Task,Todo,In Progress',
        'B,T-2,2,Task,Acabado,Done',
        'C,T-3,3,Task,Xyz,To Do',
        'D,T-4,4,Task,Odd,__proto__',
        'E,T-5,5,Task,Empty,',
      ),
    ).toEqual({ todo: 'in-progress', acabado: 'closed', xyz: 'todo' });
    expect(csv('Statuskategorie', 'A,T-1,1,Task,Warten,In Arbeit', 'B,T-2,2,Task,Ende,Fertig')).toEqual({
      warten: 'in-progress',
      ende: 'closed',
    });
    expect(csv('Categoría de estado', 'A,T-1,1,Task,Uno,Por hacer', 'B,T-2,2,Task,Dos,Listo')).toEqual({
      uno: 'todo',
      dos: 'closed',
    });
    expect(csv('상태 범주', 'A,T-1,1,Task,X,해야 할 일', 'B,T-2,2,Task,Y,진행 중', 'C,T-3,3,Task,Z,완료')).toEqual({
      x: 'todo',
      y: 'in-progress',
      z: 'closed',
    });
  });

  it('may have a status of one name in different categories of two projects: what they agree on counts, in any order', () => {
    const rows = ['A,A-1,1,Task,Review,To Do', 'B,B-1,2,Task,Review,In Progress', 'C,C-1,3,Task,Gone,Done'];
    expect(csv('Status Category', ...rows)).toEqual({ review: 'open', gone: 'closed' });
    expect(csv('Status Category', ...rows.toReversed())).toEqual({ review: 'open', gone: 'closed' });
    expect(csv('Status Category', ...rows, 'D,D-1,4,Task,Review,Done')).toEqual({ gone: 'closed' });
  });

  it('gives it in the data pipeline, too', () => {
    expect(
      ofTable(
        jiraPipeline,
        'id,key,summary,issue_type,status,status_category,created_date\n' +
          '1,T-1,a,Task,Cocina,In Progress,2026-03-02T09:00:00Z\n2,T-2,b,Task,Mesa,Done,2026-03-02T09:00:00Z\n',
      ),
    ).toEqual({ cocina: 'in-progress', mesa: 'closed' });
  });
});

describe('Linear', () => {
  const issue = (identifier: string, name: string, type: unknown, ...entries: unknown[]) => ({
    identifier,
    createdAt: AT,
    state: { name, type },
    ...(entries.length === 0 ? {} : { history: { nodes: entries } }),
  });
  const entry = (id: string, from: object, to: object) => ({ id, createdAt: AT, fromState: from, toState: to });

  it('has types of states, of today and in the history', () => {
    const move = entry('h1', { name: 'Ideas', type: 'backlog' }, { name: 'Coding', type: 'started' });
    expect(
      ofRecords(
        linearIssues,
        issue('A-1', 'Parked idea', 'canceled', move),
        issue('A-2', 'Live', 'completed'),
        issue('A-3', 'Again', 'duplicate'),
        issue('A-4', 'In', 'triage'),
        issue('A-5', 'Set', 'unstarted'),
      ),
    ).toEqual({
      'parked idea': 'dropped',
      ideas: 'todo',
      coding: 'in-progress',
      live: 'done',
      again: 'dropped',
      in: 'todo',
      set: 'todo',
    });
    const alone = { ...entry('h2', { name: 'Set', type: 'unstarted' }, { name: 'Live', type: 'completed' }) };
    expect(ofRecords(linearHistory, { ...alone, issue: { identifier: 'A-1' } })).toEqual({ set: 'todo', live: 'done' });
  });

  it.each(ODD)('says nothing with %j', (odd) => {
    expect(ofRecords(linearIssues, issue('A-1', 'Doing', odd))).toEqual({});
  });
});

describe('Shortcut', () => {
  const state = (id: number, name: string, type: unknown) => ({ entity_type: 'workflow-state', id, name, type });

  it('has types of workflow states; what is done by its type may be cancelled by its name', () => {
    const entry = {
      id: 'e1',
      changed_at: AT,
      actions: [{ id: 1, entity_type: 'story', action: 'create', workflow_state_id: 10 }],
      references: [
        state(10, 'Later', 'backlog'),
        state(11, 'Soon', 'unstarted'),
        state(12, 'Cooking', 'started'),
        state(13, 'Cancelled', 'done'),
        ...ODD.map((odd, index) => state(20 + index, `Odd ${index}`, odd)),
        { entity_type: 'project', id: 99, name: 'Kitchen', type: 'done' },
      ],
    };
    expect(ofRecords(shortcutHistory, entry)).toEqual({
      later: 'todo',
      soon: 'todo',
      cooking: 'in-progress',
      cancelled: 'closed',
    });
  });

  it('says in its CSV which stories are completed, and so which states are', () => {
    expect(
      ofTable(
        shortcutCsv,
        'id,name,is_completed,created_at,started_at,moved_at,completed_at,state,utc_offset\n' +
          '1,a,TRUE,2026/03/02 10:00:00,,2026/03/02 10:00:00,2026/03/03 10:00:00,Served,+01:00\n' +
          '2,b,false,2026/03/02 10:00:00,,2026/03/02 10:00:00,,Resting,+01:00\n' +
          '3,c,,2026/03/02 10:00:00,,2026/03/02 10:00:00,,Odd,+01:00\n',
      ),
    ).toEqual({ served: 'closed', resting: 'open' });
  });
});

describe('ClickUp', () => {
  const task = (id: string, status: string, type: unknown) => ({
    id,
    name: id,
    status: { status, type },
    date_created: '1772442000000',
  });

  it('has types of statuses', () => {
    expect(
      ofRecords(
        clickupTasks,
        task('1', 'list', 'open'),
        task('2', 'pan', 'custom'),
        task('3', 'plate', 'done'),
        task('4', 'bin', 'closed'),
        ...ODD.map((odd, index) => task(`${9 + index}`, `odd ${index}`, odd)),
      ),
    ).toEqual({ list: 'todo', pan: 'in-progress', plate: 'closed', bin: 'closed' });
  });

  it('has them in the times of statuses, too', () => {
    const time = (status: string, type: string, since: number) => ({
      ...{ status, type },
      total_time: { by_minute: 10, since: `${since}` },
    });
    expect(
      ofRecords(clickupTimeInStatus, {
        t1: {
          current_status: { status: 'pan', total_time: { by_minute: 5, since: '1772442600000' } },
          status_history: [time('list', 'open', 1772442000000), time('pan', 'custom', 1772442600000)],
        },
      }),
    ).toEqual({ list: 'todo', pan: 'in-progress' });
  });
});

describe('trackers that know open and closed', () => {
  it('Bugzilla, of the status of today', () => {
    const bug = (id: number, status: string, is_open: unknown) => ({
      ...{ id, status, is_open, product: 'P', component: 'C', creation_time: AT },
    });
    expect(
      ofRecords(
        bugzillaBugs,
        bug(1, 'ASSIGNED', true),
        bug(2, 'VERIFIED', false),
        bug(3, 'TEXT', 'true'),
        bug(4, 'DIGIT', 0),
        bug(5, 'NULL', null),
        ...[7, 'maybe', ['true'], { open: true }].map((odd, index) => bug(10 + index, `ODD ${index}`, odd)),
      ),
    ).toEqual({ assigned: 'open', verified: 'closed', text: 'open', digit: 'closed' });
  });

  it('Redmine, of the status of today and in its list of statuses', () => {
    const issue = (id: number, name: string, is_closed: unknown) => ({
      ...{ id, subject: 'x', created_on: AT, tracker: { id: 1, name: 'Bug' }, status: { id, name, is_closed } },
    });
    expect(
      ofRecords(
        redmineIssues,
        issue(1, 'Feedback', false),
        issue(2, 'Rejected', true),
        issue(3, 'Digit', 1),
        issue(4, 'Text', 'false'),
        ...[7, 'maybe', [true], { closed: true }].map((odd, index) => issue(10 + index, `Odd ${index}`, odd)),
      ),
    ).toEqual({ feedback: 'open', rejected: 'closed', digit: 'closed', text: 'open' });
    expect(
      ofRecords(redmineStatuses, { id: 1, name: 'Neu', is_closed: false }, { id: 5, name: 'Ende', is_closed: true }),
    ).toEqual({ neu: 'open', ende: 'closed' });
  });

  it('YouTrack, of each state that it names', () => {
    const state = (name: string, isResolved: unknown) => ({ name, isResolved, $type: 'StateBundleElement' });
    const issue = (id: string, value: unknown) => ({
      ...{ idReadable: id, created: 1772442000000, customFields: [{ name: 'State', value }, null, 7] },
    });
    expect(
      ofRecords(
        youtrackIssues,
        issue('A-1', state('Tested', true)),
        issue('A-2', state('Odd', 'yes')),
        issue('A-3', 1),
      ),
    ).toEqual({ tested: 'closed' });
    const activity = {
      ...{ id: '1', $type: 'CustomFieldActivityItem', timestamp: 1772442000000, field: { name: 'State' } },
      ...{ removed: [state('Cooking', false)], added: [state('Tested', true)], target: { idReadable: 'A-1' } },
    };
    expect(ofRecords(youtrackActivities, activity)).toEqual({ cooking: 'open', tested: 'closed' });
  });

  it('GitHub and GitLab, of the two states that issues have; labels are names of a team’s own', () => {
    const gitHub = {
      ...{ number: 1, state: 'open', created_at: AT, html_url: 'https://github.com/a/b/issues/1' },
      labels: [{ name: 'status: cooking' }],
    };
    expect(ofRecords(githubIssues, gitHub)).toEqual({ open: 'open', closed: 'closed' });
    expect(
      ofTable(
        gitlabTable,
        'Title,Issue ID,URL,State,Created At (UTC),Closed At (UTC)\nA,1,https://gitlab.com/a/b/-/issues/1,Open,2026-03-02 09:00:00,\n',
      ),
    ).toEqual({ open: 'open', closed: 'closed' });
  });

  it('Asana, of what is ticked off', () => {
    const task = {
      ...{ gid: '1', resource_type: 'task', name: 'a', completed: true, completed_at: AT, created_at: AT },
      memberships: [{ project: { gid: '9', name: 'P' }, section: { gid: '8', name: 'Doing' } }],
    };
    expect(ofRecords(asanaTasks, task)).toEqual({ completed: 'closed' });
  });
});

it('Pivotal Tracker has eight states, which mean the same in every project', () => {
  const csv = 'Id,Story,Current State,Created at,Accepted at,Iteration\n1,a,planned,"Sep 16, 2010",,\n';
  expect(ofTable(pivotalCsv, csv)).toEqual({
    unscheduled: 'todo',
    unstarted: 'todo',
    planned: 'todo',
    started: 'active',
    finished: 'active',
    delivered: 'waiting',
    rejected: 'active',
    accepted: 'done',
  });
});
