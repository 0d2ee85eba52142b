import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { requiredColumn } from '../../table/column-words/header-names.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { ItemHistories } from '../shared/item-history/item-histories.ts';
import { probeColumns } from '../shared/probe.ts';
import { hasId, UNREADABLE } from '../shared/required-cells.ts';

/** The moves of tasks between columns that Kanboard exports. */
export const kanboardTransitions: TableFormat = {
  id: 'kanboard-transitions',
  name: 'Kanboard task transitions (CSV)',
  tool: 'kanboard',
  shape: 'table',
  grade: 'full-log',
  kindEvidence: { tool: null, finishDates: null, statusToday: false },
  identity: { item: 'Id of the task', statuses: null, aliases: null },
  description:
    'Every move of a task between columns, to the minute; the creation of a task and its first column without a move are in the tasks (kanboard-tasks): give both files together. It does not say who has a task.',
  howToGet: [
    'Open the project, then its menu, and choose Exports, Task transitions; give a start date before the first task.',
    'In the same place choose Tasks, and give both files together.',
  ],
  fields: {
    id: 'Id',
    at: 'Date',
    'from, to': 'Source column, Destination column',
    title: 'Task Title',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [['Id'], ['Task Title'], ['Source column'], ['Destination column'], ['Date']]),
  open,
};

function open(table: Table): TableSink {
  const { log, file, options } = table;
  const ids = log.itemIdsOf(file.source);
  const id = table.category(requiredColumn(table, 'id', ['Id']), ids.dictionary);
  const at = table.instant(requiredColumn(table, 'at', ['Date']));
  const from = textColumn(table, 'from', 'Source column');
  const to = textColumn(table, 'to', 'Destination column');
  const histories = table.shared('item histories', () => new ItemHistories(log, options.fields.blocked));
  file.assignees = 'none';

  return {
    row(line) {
      if (!hasId(table, id)) return;
      const item = ids.itemOf(id.id);
      if (Number.isNaN(at.at)) {
        table.reject('unreadable-date', UNREADABLE, at.text());
        return;
      }
      histories.track(item, file, line, false, false);
      const change = { kind: 'status', from: from(), to: to() } as const;
      if (histories.knows(JSON.stringify([item, at.at, change.from, change.to]))) {
        file.merged++;
        return;
      }
      file.used++;
      // The latest come first: of two of one minute, the later row happened before.
      histories.add(item, { at: at.at, id: String(-line), file, line }, change);
    },
  };
}
