import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import { countOf } from '../../../../model/number-format.ts';
import type { StageKind } from '../../../../model/workflow.ts';
import type { InstantColumn, Table, TableFormat, TableSink } from '../../../format.ts';
import { columnFor, noteMapping, requiredColumn } from '../../../table/column-words/header-names.ts';
import { currentPeople } from '../../shared/columns/current-people.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { noteDuplicateItem } from '../../shared/item-table/item-findings.ts';
import { type MilestoneItem, writeMilestones } from '../../shared/item-table/write-milestones.ts';
import { hasId, noteUnreadable } from '../../shared/required-cells.ts';
import { noteReopened } from '../states/reopened.ts';
import { isOpen, kindOfState } from '../states/state-kinds.ts';
import { probeQuery } from './probe-query.ts';
import { FIELDS, ID } from './query-columns.ts';
import { statusColumn } from './status-column.ts';
import { treeOf } from './tree.ts';

/** The list that a query in Azure DevOps exports: one row a work item, as it is today. */
export const azureQuery: TableFormat = {
  id: 'azure-query',
  name: 'Azure DevOps query (CSV)',
  tool: 'azure',
  shape: 'table',
  grade: 'milestones',
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
  open,
};

/** Dates that are read for nothing but the order of day and month, which all dates of the file share. */
const FURTHER_DATES = ['resolved date', 'changed date'] as const;

function open(table: Table): TableSink {
  const { log, file } = table;
  const ids = log.itemIdsOf(file.source);
  const id = table.category(requiredColumn(table, 'id', [ID]), ids.dictionary);
  const created = openDate(table, 'created', 'created date');
  const started = openDate(table, 'started', 'activated date');
  const finished = openDate(table, 'finished', 'closed date');
  const entered = openDate(table, 'entered', 'state change date');
  for (const name of FURTHER_DATES) if (table.find(name) !== -1) table.instant(table.find(name));
  const dates = [created, started, finished, entered].filter((column) => column !== null);
  const isSnapshot = started === null && finished === null && entered === null;
  if (isSnapshot) file.grade = 'snapshot';
  const status = statusColumn(table);
  const tree = treeOf(table);
  const fields = new FieldColumns(table, FIELDS);
  const takePeople = currentPeople(table);
  const items = new Map<number, MilestoneItem>();
  const kinds = new Map<number, StageKind>();
  let fromStateChange = 0;

  return {
    row(line) {
      if (!hasId(table, id)) return;
      const item = ids.itemOf(id.id);
      let known = items.get(item);
      if (known === undefined) {
        known = { item, line, created: Number.NaN, started: Number.NaN, finished: Number.NaN };
        items.set(item, known);
        file.used++;
      } else {
        file.merged++;
        noteDuplicateItem(table, item, line);
      }
      for (const column of dates) noteUnreadable(table, column);
      known.created = latest(created, known.created);
      known.started = latest(started, known.started);
      known.finished = latest(finished, known.finished);
      takeStatus(item, known);
      takeTree(item);
      fields.set(item, SNAPSHOT);
      takePeople?.(item);
    },
    end() {
      if (isSnapshot) writeCreations();
      else {
        leaveOutReopened();
        writeMilestones(table, [...items.values()]);
      }
      if (fromStateChange > 0) {
        file.notes.push(
          `${countOf(fromStateChange, 'item')} without a Closed Date finished at the State Change Date: when they came into their state.`,
        );
      }
    },
  };

  function takeStatus(item: number, dates: MilestoneItem): void {
    if (status === null || status.id === EMPTY) return;
    log.currentStatus.set(item, status.id);
    const name = log.statuses.value(status.id);
    const kind = kindOfState(name);
    kinds.delete(item);
    if (kind === null) return;
    kinds.set(item, kind);
    log.tellKind(name, kind);
    if (kind !== 'done' || !Number.isNaN(dates.finished) || entered === null || Number.isNaN(entered.at)) return;
    dates.finished = entered.at;
    fromStateChange++;
  }

  function leaveOutReopened(): void {
    for (const dates of items.values()) {
      if (Number.isNaN(dates.finished) || !isOpen(kinds.get(dates.item))) continue;
      noteReopened(log, { file: file.file, line: dates.line, item: log.itemIds[dates.item] as string });
      dates.finished = Number.NaN;
    }
  }

  function takeTree(item: number): void {
    if (tree === null) return;
    const { title, parent } = tree(ids.dictionary.value(id.id));
    for (const [field, value] of [
      ['title', title],
      ['parent', parent],
    ] as const) {
      if (value !== '') log.field(field).set(item, SNAPSHOT, log.field(field).dictionary.id(value));
    }
  }

  function writeCreations(): void {
    for (const { item, created: at } of items.values()) log.creation(item, at);
    file.notes.push(
      'The query has no column of dates but the creation at most, so that only the state of today is known. Add Activated Date, Closed Date and State Change Date to it; pitwall formats azure-updates gives the whole history.',
    );
  }
}

function openDate(table: Table, field: string, name: string): InstantColumn | null {
  const column = columnFor(table, field, [name]);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.instant(column);
}

/** The row's date, or what an earlier row of the item said. */
function latest(column: InstantColumn | null, known: number): number {
  return column === null || Number.isNaN(column.at) ? known : column.at;
}
