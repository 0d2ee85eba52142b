import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The tickets that Freshdesk exports. */
export const freshdeskTickets: TableFormat = {
  id: 'freshdesk-tickets',
  name: 'Freshdesk tickets (CSV, Excel)',
  tool: 'freshdesk',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'Closed time', statusToday: true },
  identity: { item: 'Ticket ID', statuses: null, aliases: null },
  description:
    'One row a ticket with its creation and closing, and its status of today; it cannot tell when work began nor the statuses in between.',
  howToGet: [
    'Open the list of tickets, choose Export, CSV, and tick Ticket ID, Subject, Status, Priority, Type, Agent, Group, Created time and Closed time at least.',
  ],
  fields: {
    id: 'Ticket ID',
    created: 'Created time',
    finished: 'Closed time (--map finished=<column> takes another)',
    status: 'Status (of today)',
    assignee: 'Agent (of today)',
    title: 'Subject',
    type: 'Type',
    priority: 'Priority',
    labels: 'Tags',
    team: 'Group',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [['Ticket ID'], ['Status'], ['Agent'], ['Created time'], ['Last update time']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(table, {
    id: ['Ticket ID'],
    created: ['Created time'],
    started: [],
    finished: ['Closed time'],
    status: ['Status'],
    people: { names: ['Agent'] },
    fields: {
      title: ['Subject'],
      type: ['Type'],
      priority: ['Priority'],
      labels: ['Tags'],
      team: ['Group'],
    },
  });
}
