import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The plan that Wrike exports to Excel. */
export const wrikeTasks: TableFormat = {
  id: 'wrike-tasks',
  name: 'Wrike tasks (Excel, CSV)',
  tool: 'wrike',
  shape: 'table',
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'Key', statuses: null, aliases: null },
  description:
    'One row a task with its status of today. Start Date and End Date are a plan, which people move, and not what happened: no figure is made of them. A column with a date of what happened can be named: --map finished=<column>.',
  howToGet: [
    'Open the folder or project, choose Export to Excel from its menu, and give the workbook as it is.',
    'For dates of what happened, add a custom field to the export that a person or an automation fills, and name it with --map.',
  ],
  fields: {
    id: 'Key',
    status: 'Custom Status, else Status (of today)',
    assignee: 'Assigned To (of today)',
    title: 'Title',
    priority: 'Priority',
    parent: 'Parent Task',
    team: 'Folder, where the export has it',
    created: '--map created=<column>',
    finished: '--map finished=<column>',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['Key'], ['Parent Task'], ['Start Date Constraint']]),
  open,
};

function open(table: Table): TableSink {
  const title = textColumn(table, 'row title', 'Title');
  delete table.file.mapping['row title'];
  const rows = openItemTable(table, {
    id: ['Key'],
    created: [],
    started: [],
    finished: [],
    status: ['Custom Status', 'Status'],
    people: { names: ['Assigned To'], split: (cell) => cell.split(/[;,]/) },
    fields: { title: ['Title'], priority: ['Priority'], parent: ['Parent Task'], team: ['Folder'] },
  });
  notePlan(table);
  return {
    row(line) {
      // A row such as /Campaigns/Spring/ is the folder that the tasks below it are in.
      if (/^\/.*\/$/.test(title())) table.reject('folder', 'Rows that are folders and no tasks', title());
      else rows.row(line);
    },
    end: () => rows.end?.(),
  };
}

function notePlan({ log, file }: Table): void {
  log.findings.add(
    'planned-dates',
    () => ({
      weight: 'info',
      message: 'Starts and ends that are a plan: they are not taken for what happened',
      cure: 'Name columns of what happened, if there are any: --map created=<column>, --map finished=<column>.',
    }),
    { file: file.file, value: 'Start Date, End Date' },
  );
}
