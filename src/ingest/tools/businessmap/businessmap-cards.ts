import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { openItemTable, rewrittenFields } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The cards that Businessmap (once Kanbanize) exports. */
export const businessmapCards: TableFormat = {
  id: 'businessmap-cards',
  name: 'Businessmap (Kanbanize) cards',
  tool: 'businessmap',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: 'the last end date', statusToday: true },
  identity: { item: 'the id of the card', statuses: null, aliases: null },
  description:
    'One row a card with its creation, when it came into a column of work (Start Date) and into Done (End Date), and its column of today; it cannot tell the columns in between, nor when a card was blocked. Not confirmed: the names of the columns in other languages than English.',
  howToGet: [
    'Open the board, choose Export from its menu (or Advanced search, Export to Excel), and save the sheet as CSV if it is a workbook.',
  ],
  fields: {
    id: 'Card ID',
    created: 'Created at',
    started: 'Start Date',
    finished: 'End Date',
    status: 'Column name (of today)',
    assignee: 'Owner, Co-Owners (of today)',
    type: 'Type',
    title: 'Title',
    points: 'Size',
    labels: 'Tags',
    parent: 'Links (Parents: …)',
    priority: 'Priority',
    team: 'Board name',
  },
  probe: (sample: TableSample) => probeColumns(sample, [['Card ID'], ['Column name'], ['Lane name']]),
  open,
};

function open(table: Table): TableSink {
  return openItemTable(
    table,
    {
      id: ['Card ID'],
      created: ['Created at'],
      started: ['Start Date'],
      finished: ['End Date'],
      status: ['Column name'],
      people: { names: ['Owner'], also: ['Co-Owners'], split: (cell) => cell.split(/[;,]/) },
      fields: {
        type: ['Type'],
        title: ['Title'],
        points: ['Size'],
        labels: ['Tags'],
        priority: ['Priority'],
        team: ['Board name'],
      },
    },
    () => rewrittenFields(table, { parent: ['Links'] }, parentIn),
  );
}

/** The parent in `Parents: 1; Children: 2,3`; a card with several has no one of them. */
function parentIn(links: string): string {
  return /(?:^|;)\s*Parents?:\s*(\d+)\s*(?:;|$)/i.exec(links)?.[1] ?? '';
}
