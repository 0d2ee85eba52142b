import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { type ItemColumns, openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** Names of the columns in English, German, French, Spanish and Portuguese, as Redmine translates them. */
const COLUMNS: ItemColumns = {
  id: ['#'],
  created: ['Created', 'Angelegt', 'Créé', 'Creado', 'Criado em'],
  started: [],
  updated: ['Updated'],
  finished: ['Closed', 'Geschlossen', 'Fermé', 'Cerrada', 'Fechado'],
  statusResolves: true,
  status: ['Status', 'Statut', 'Estado', 'Situação'],
  people: { names: ['Assignee', 'Zugewiesen an', 'Assigné à', 'Asignado a', 'Atribuído para'] },
  fields: {
    type: ['Tracker', 'Tipo'],
    title: ['Subject', 'Thema', 'Sujet', 'Asunto', 'Título'],
    points: ['Story points'],
    parent: ['Parent task', 'Übergeordnete Aufgabe', 'Tâche parente', 'Tarea padre', 'Tarefa pai'],
    priority: ['Priority', 'Priorität', 'Priorité', 'Prioridad', 'Prioridade'],
    sprint: ['Target version', 'Zielversion', 'Version cible', 'Versión prevista', 'Versão'],
    team: ['Project', 'Projekt', 'Projet', 'Proyecto', 'Projeto'],
  },
};

/** The list of issues that Redmine exports. */
export const redmineCsv: TableFormat = {
  id: 'redmine-csv',
  name: 'Redmine issues (CSV)',
  tool: 'redmine',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'Closed', statusToday: true },
  identity: { item: '#', statuses: null, aliases: null },
  description:
    'One row an issue with its creation and last closing, in the language, separators and date layout of who exported it; it cannot tell when work started (Start date is a plan) nor the statuses in between: journals can (redmine-issues). Headers of other languages than English, German, French, Spanish and Portuguese are not known: name them with --map.',
  howToGet: [
    'Open the list of issues, choose all columns in its options, then Also available in: CSV, All columns.',
    'For every change of status fetch the issues with journals: pitwall formats redmine-issues.',
  ],
  fields: {
    id: '#',
    created: 'Created',
    finished: 'Closed',
    status: 'Status (of today)',
    assignee: 'Assignee (of today)',
    resolution: 'Status of a closed issue: it may be Rejected',
    type: 'Tracker',
    title: 'Subject',
    points: 'Story points; --map points=<column>',
    parent: 'Parent task',
    priority: 'Priority',
    sprint: 'Target version',
    team: 'Project',
  },
  probe: (sample: TableSample) =>
    probeColumns(sample, [
      ['#'],
      COLUMNS.fields.type as string[],
      COLUMNS.status as string[],
      COLUMNS.fields.title as string[],
    ]),
  open: (table: Table): TableSink => openItemTable(table, COLUMNS),
};
