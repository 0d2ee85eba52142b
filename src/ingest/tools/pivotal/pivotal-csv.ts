import type { StatusCategory } from '../../../model/workflow/status-category.ts';
import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable, rewrittenFields } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The stories that Pivotal Tracker exported, before it closed in 2025. */
export const pivotalCsv: TableFormat = {
  id: 'pivotal-csv',
  name: 'Pivotal Tracker stories (CSV)',
  tool: 'pivotal',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: 'its states, which are fixed', finishDates: 'Accepted at', statusToday: true },
  identity: { item: 'Id', statuses: null, aliases: null },
  description:
    'One row a story with the days of its creation and acceptance and its state of the export; it cannot tell when work started. Days have no time of day and no zone. Pivotal Tracker closed on 30 April 2025: only archives remain.',
  howToGet: ['Take the CSV files of an export that was made before the service closed (project, More, Export CSV).'],
  fields: {
    id: 'Id',
    created: 'Created at',
    finished: 'Accepted at',
    status: 'Current State: Pivotal Tracker has eight, which mean the same everywhere',
    assignee: 'every column Owned By',
    type: 'Type, Story Type',
    title: 'Title, Story',
    points: 'Estimate (−1 is none)',
    labels: 'Labels',
    priority: 'Priority',
    sprint: 'Iteration',
    url: 'URL',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['Id'], ['Current State'], ['Accepted at'], ['Iteration']]),
  open,
};

/** Every project has these states and no others. What is delivered waits for somebody to accept it. */
const STATES: readonly (readonly [state: string, StatusCategory])[] = [
  ['unscheduled', 'todo'],
  ['unstarted', 'todo'],
  ['planned', 'todo'],
  ['started', 'active'],
  ['finished', 'active'],
  ['delivered', 'waiting'],
  ['rejected', 'active'],
  ['accepted', 'done'],
];

function open(table: Table): TableSink {
  for (const [state, category] of STATES) table.log.categorize(state, category);
  return openItemTable(
    table,
    {
      id: ['Id'],
      created: ['Created at'],
      started: [],
      finished: ['Accepted at'],
      status: ['Current State'],
      people: { names: ['Owned By'], repeated: true },
      fields: {
        type: ['Type', 'Story Type'],
        title: ['Title', 'Story'],
        labels: ['Labels'],
        priority: ['Priority'],
        sprint: ['Iteration'],
        url: ['URL'],
      },
    },
    () => rewrittenFields(table, { points: ['Estimate'] }, (cell) => (cell === '-1' ? '' : cell)),
  );
}
