import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { type ItemRows, openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';
import { ParentNames } from './parent-names.ts';
import { COMPLETED, SECTION, statusOfCompleted } from './status-rule.ts';

/** The list of tasks that a project exports. */
export const asanaCsv: TableFormat = {
  id: 'asana-csv',
  name: 'Asana project (CSV)',
  tool: 'asana',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: {
    tool: 'that a task is completed, where no column is the status',
    finishDates: 'Completed At',
    statusToday: true,
  },
  identity: { item: 'Task ID', statuses: null, aliases: null },
  description:
    'One row a task with the days of its creation and completion and its section of today; it cannot tell when work started (Start Date is a plan) nor when a task changed section: the stories can (asana-stories). Days have no time of day and no zone.',
  howToGet: [
    'Open the project, then the arrow beside its name, and choose Export/Print, CSV.',
    'For the moves between sections fetch tasks and stories from the API: pitwall formats asana-stories.',
  ],
  fields: {
    id: 'Task ID',
    created: 'Created At',
    finished: 'Completed At',
    status:
      'Section/Column (of today; older exports have none), Completed for a completed task in a section for open work; --map to=<column> names another, such as a custom field',
    assignee: 'Assignee (of today)',
    title: 'Name',
    points: 'Story Points, Points, Estimate (custom fields); --map points=<column>',
    labels: 'Tags',
    parent: 'Parent Task ID, else Parent task: a name, taken where one task has it',
    priority: 'Priority (custom field)',
    team: 'Projects',
  },
  probe: (sample: TableSample) => {
    const full = probeColumns(sample, [['Task ID'], ['Section/Column'], ['Completed At']]);
    if (full.score === 'certain') return full;
    const second = probeColumns(sample, [['Section/Column'], ['Assignee Email'], ['Task ID']]);
    if (second.score === 'certain') return second;
    // Older exports have no sections. The last three columns together are no other tool's.
    const old = probeColumns(sample, [['Task ID'], ['Completed At'], ['Last Modified'], ['Projects'], ['Parent Task']]);
    return old.score === 'certain' ? old : full;
  },
  open,
};

const ID = ['Parent Task ID'];

function open(table: Table): TableSink {
  const named = table.options.fields.parent === undefined && table.find(...ID) === -1;
  const rows = openItemTable(
    table,
    {
      id: ['Task ID'],
      created: ['Created At'],
      updated: ['Last Modified'],
      started: [],
      finished: ['Completed At'],
      status: ['Section/Column'],
      people: { names: ['Assignee'] },
      fields: {
        title: ['Name'],
        points: ['Story Points', 'Points', 'Estimate', 'Estimated points'],
        labels: ['Tags'],
        ...(named ? {} : { parent: ID }),
        priority: ['Priority'],
        team: ['Projects'],
      },
    },
    () => {
      const parents = named ? new ParentNames(table, ['Name'], ['Parent task']) : null;
      return { row: rowWriter(table, parents), end: () => parents?.end() };
    },
  );
  table.file.notes.push(
    'Finished is Completed At: a task with this date that is in no section for finished or given-up work is Completed. A task in a section that counts as done but not completed is finished, too, and nobody knows since when. --map finished=<column> takes another date.',
  );
  return rows;
}

/** Ticking off leaves a task in its section: of a completed one this is where it was, unless the user says otherwise. */
function rowWriter(table: Table, parents: ParentNames | null): NonNullable<ItemRows['row']> {
  const { log, options } = table;
  const byTick = options.fields.to === undefined && options.fields.finished === undefined;
  if (byTick) log.categorize(COMPLETED, 'closed');
  return (item, line, { finished }) => {
    parents?.row(item, line);
    if (!byTick || Number.isNaN(finished)) return;
    const section = log.statuses.value(log.currentStatus.at(item));
    // A section for finished work says as much, in the team's own word.
    if (options.kindOf?.(section) === 'done') return;
    setField(log, item, SECTION, section);
    log.currentStatus.set(item, log.statuses.id(statusOfCompleted(section, options)));
  };
}
