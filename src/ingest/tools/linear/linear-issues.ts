import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { hasNextPage, nodesOf } from '../shared/graphql.ts';
import { noteCutHistory } from '../shared/item-history/history-findings.ts';
import { type NamedHistories, namedHistories } from '../shared/item-history/named-histories.ts';
import { dateOf, ItemSnapshots, latestOf, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteMorePages, noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { movedItems } from '../shared/moved-items.ts';
import { probeRecords } from '../shared/probe.ts';
import { countRejected } from '../shared/row-findings.ts';
import { isEntry, takeEntry } from './linear-entry.ts';
import { ISSUE } from './record-parts.ts';
import { takeState } from './state-types.ts';

/** Issues as Linear's API gives them, with or without their history. */
export const linearIssues: JsonFormat = {
  id: 'linear-issues',
  name: 'Linear issues with history (GraphQL, JSON)',
  tool: 'linear',
  shape: 'json',
  parts: ISSUE,
  grade: 'full-log',
  kindEvidence: {
    tool: "the state's type (`state.type`)",
    finishDates: '`completedAt`, `canceledAt`',
    statusToday: true,
  },
  identity: {
    item: '`identifier`',
    statuses: '`id` of the state',
    aliases: '`id`, and the identifiers before a move (`previousIdentifiers`)',
  },
  description:
    'Issues with every change of status and assignee; without their history the times of creation, start and completion. Blocking relations are dependencies, not flags, and are not read.',
  howToGet: [
    'Create a personal API key in Settings, Security & access.',
    'Post to https://api.linear.app/graphql: { issues(first: 50) { nodes { id identifier previousIdentifiers title url createdAt updatedAt startedAt completedAt canceledAt estimate priorityLabel state { id name type } assignee { name } team { name } cycle { name number } parent { identifier } labels { nodes { name } } history(first: 100) { nodes { id createdAt fromState { id name type } toState { id name type } fromAssignee { name } toAssignee { name } addedLabels { name } removedLabels { name } } pageInfo { hasNextPage endCursor } } } pageInfo { hasNextPage endCursor } } }, page by page (after: endCursor).',
    'Save each answer, one after another in one file or each in its own, and give them all together.',
  ],
  fields: {
    id: 'identifier',
    created: 'createdAt',
    'from, to, at': 'history.nodes[] with fromState, toState',
    started: 'startedAt (without history)',
    finished: 'completedAt, else canceledAt (without history)',
    status: 'state.name; what it means, by state.type',
    assignee: 'fromAssignee and toAssignee of the history, assignee.name',
    blocked:
      'labels called blocked and the like, added and removed in the history (--map blocked=<label> names others)',
    title: 'title',
    points: 'estimate',
    labels: 'labels.nodes[].name',
    parent: 'parent.identifier',
    priority: 'priorityLabel',
    sprint: 'cycle.name, cycle.number',
    team: 'team.name',
    url: 'url',
  },
  probe: ({ records }) => probeRecords(records, isIssue, ['identifier', 'state'], ['identifier', 'state', 'history']),
  open,
};

const PATHS = {
  title: 'title',
  points: 'estimate',
  priority: 'priorityLabel',
  parent: 'parent.identifier',
  team: 'team.name',
  url: 'url',
};

/** When an issue was last changed: whichever of these is latest. */
const UPDATES = ['updatedAt', 'completedAt', 'canceledAt', 'startedAt', 'createdAt'];

function isIssue(value: unknown): boolean {
  const issue = objectOf(value);
  if (textOf(own(issue, 'identifier')) === '') return false;
  return objectOf(own(issue, 'state')) !== null || (nodesOf(own(issue, 'history'))?.some(isEntry) ?? false);
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const issues = new IssueWriter(records);
  const items = new ListedItems(file);
  const moved = movedItems(records, true);

  return {
    record(value, line) {
      const issue = objectOf(value);
      const history = nodesOf(own(issue, 'history'));
      if (history !== null) records.holds(history.length + 1);
      const id = textOf(own(issue, 'identifier'));
      if (issue === null || !isIssue(value)) {
        rejectOther(records, id);
        countRejected(file, 'not-an-item', history?.length ?? 0);
        return;
      }
      const updated = latestOf(records, issue, UPDATES);
      const item = moved.item(id, textOf(own(issue, 'id')), {
        ...{ created: records.instant(own(issue, 'createdAt')), updated },
        former: listOf(own(issue, 'previousIdentifiers')),
      });
      const isFirst = items.take(item);
      // Pages of one issue's history repeat the issue as it is.
      const isSame = history !== null && updated === log.updatedIn(log.files.indexOf(file), item);
      if (!isFirst && !isSame) noteRepeatedItem(records, item, line);
      if (log.describe(item, updated, !isFirst)) issues.write(item, issue, updated);
      if (history !== null) issues.takeHistory(item, issue, history, line);
    },
    end() {
      if (issues.withHistory > 0) file.assignees = 'full';
      else file.grade = 'milestones';
      if (hasNextPage(records.wrapper)) noteMorePages(records, 'pageInfo.hasNextPage is true');
    },
  };
}

/** Writes issues and takes their histories. */
class IssueWriter {
  readonly #records: JsonRecords;
  readonly #histories: NamedHistories;
  readonly #snapshots: ItemSnapshots;
  withHistory = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#histories = namedHistories(records);
    this.#snapshots = new ItemSnapshots(records, PATHS);
    file.assignees = 'current';
    Object.assign(file.mapping, {
      id: 'identifier',
      created: 'createdAt',
      started: 'startedAt',
      finished: 'completedAt, canceledAt',
      status: 'state.name',
      assignee: 'assignee',
    });
  }

  takeHistory(item: number, issue: JsonObject, history: readonly unknown[], line: number): void {
    this.withHistory++;
    const isCut = hasNextPage(own(issue, 'history'), 1);
    let oldest = Number.NaN;
    for (const entry of history) {
      const at = takeEntry(this.#records, this.#histories, item, objectOf(entry) ?? {}, line);
      if (!(oldest <= at) && !Number.isNaN(at)) oldest = at;
    }
    this.#histories.track(item, this.#records.file, line, !isCut);
    if (isCut) noteCutHistory(this.#records, item, oldest, line);
  }

  write(item: number, issue: JsonObject, updated: number): void {
    const { log, file } = this.#records;
    const date = (key: string) => dateOf(this.#records, issue, key);
    log.creation(item, date('createdAt'));
    this.#histories.today(item, takeState(this.#records, this.#histories, own(issue, 'state'), updated), file);
    setToday(log, item, '', [nameOf(own(issue, 'assignee'))]);
    const cycle = objectOf(own(issue, 'cycle'));
    setField(log, item, 'sprint', nameOf(cycle) || textOf(own(cycle, 'number')));
    setField(log, item, 'labels', nameOf(nodesOf(own(issue, 'labels')) ?? []));
    const [completed, canceled] = [date('completedAt'), date('canceledAt')];
    if (Number.isNaN(completed) && !Number.isNaN(canceled)) setField(log, item, 'resolution', 'Canceled');
    const finished = Number.isNaN(completed) ? canceled : completed;
    if (nodesOf(own(issue, 'history')) === null) {
      log.gradeHere(item, 'milestones');
      log.milestones(item, date('startedAt'), finished);
    } else log.listedFinish(item, finished);
    this.#snapshots.write(item, issue);
  }
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).map(textOf).filter((text) => text !== '');
}
