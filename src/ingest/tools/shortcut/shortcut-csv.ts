import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { openCategories } from '../shared/item-table/status-category-column.ts';
import { probeColumns } from '../shared/probe.ts';
import { categoryOfCompletion } from './state-types.ts';

const STATUS = ['state'];

/** The list of stories that a workspace exports. */
export const shortcutCsv: TableFormat = {
  id: 'shortcut-csv',
  name: 'Shortcut stories (CSV)',
  tool: 'shortcut',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: '`is_completed`', finishDates: '`completed_at`', statusToday: true },
  identity: { item: '`id`', statuses: null, aliases: null },
  description:
    'One row a story with the times of its creation, start and completion in the offset that the row states; it cannot tell the states in between, nor since when a story is blocked: the history can (shortcut-history).',
  howToGet: [
    'Open the Stories page, filter as you need, and choose Export as CSV (or Settings, Export).',
    'For every change of state fetch the history of the stories: pitwall formats shortcut-history.',
  ],
  fields: {
    id: 'id',
    created: 'created_at with utc_offset',
    started: 'started_at with utc_offset',
    finished: 'completed_at with utc_offset',
    status: 'state (of today); whether it is over, by is_completed',
    assignee: 'owners (of today)',
    type: 'type',
    title: 'name',
    points: 'estimate',
    labels: 'labels',
    priority: 'priority',
    sprint: 'iteration',
    team: 'team, else project',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['id'], ['is_completed'], ['moved_at'], ['utc_offset']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(
    table,
    {
      id: ['id'],
      created: ['created_at'],
      updated: ['updated_at'],
      started: ['started_at'],
      finished: ['completed_at'],
      offset: ['utc_offset'],
      status: STATUS,
      people: { names: ['owners'] },
      fields: {
        type: ['type'],
        title: ['name'],
        points: ['estimate'],
        labels: ['labels'],
        priority: ['priority'],
        sprint: ['iteration'],
        team: ['team', 'project'],
      },
    },
    () => openCategories(table, STATUS, 'completed', ['is_completed'], categoryOfCompletion),
  );
}
