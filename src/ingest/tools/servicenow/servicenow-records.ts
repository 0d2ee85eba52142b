import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';
import { probeColumns } from '../shared/probe.ts';

/** The name of a field, and of its parts where the interface gives what people see beside what is stored. */
function shown(...names: string[]): string[] {
  return names.flatMap((name) => [`${name}.display_value`, name, `${name}.value`]);
}

/** The same for dates: those that are stored are in UTC, and ISO 8601. */
function stored(...names: string[]): string[] {
  return names.flatMap((name) => [`${name}.value`, name, `${name}.display_value`]);
}

const NUMBER = shown('number');
const STATE = shown('state', 'incident_state');

/** Records of ServiceNow's task tables: incidents, tasks, requests, changes. */
export const servicenowRecords: TableFormat = {
  id: 'servicenow-records',
  name: 'ServiceNow records (incident, task, sc_task, change_request)',
  tool: 'servicenow',
  shape: 'table',
  grade: 'milestones',
  kindEvidence: { tool: null, finishDates: '`closed_at`, else `resolved_at`', statusToday: true },
  identity: { item: '`number`', statuses: null, aliases: null },
  description:
    'One row a record with its opening, the start of work and its closing, and its state of today; it cannot tell the states in between: the audit log can (servicenow-audit). States are names only if the export shows display values.',
  howToGet: [
    'In the list of records right-click a column header and choose Export, CSV or JSON; have Number, State, Opened, Closed, Short description, Assignment group and Assigned to among the columns.',
    'Or fetch <instance>/api/now/table/incident?sysparm_display_value=all&sysparm_limit=10000&sysparm_offset=0, page by page; sysparm_fields should name sys_id too, if the audit log is given together with it.',
  ],
  fields: {
    id: 'number',
    created: 'opened_at, else sys_created_on',
    started: 'work_start',
    finished: 'closed_at, else resolved_at (--map finished=resolved_at takes the resolution)',
    status: 'state, else incident_state (of today)',
    assignee: 'assigned_to (of today)',
    title: 'short_description',
    type: 'sys_class_name, else category',
    priority: 'priority',
    team: 'assignment_group',
    parent: 'parent',
    resolution: 'close_code',
  },
  probe,
  open,
};

function probe(sample: TableSample): Probe {
  const own = ['sys_created_on', 'sys_updated_on', 'sys_id', 'sys_class_name'].flatMap((name) => stored(name));
  const byName = probeColumns(sample, [NUMBER, STATE, own]);
  if (byName.score === 'certain') return byName;
  const opened = stored('opened_at', 'opened', 'closed_at');
  return probeColumns(sample, [NUMBER, STATE, shown('short_description'), shown('assignment_group'), opened]);
}

function open(table: Table): TableSink {
  const { log, file } = table;
  const ids = log.itemIdsOf(file.source);
  return openItemTable(
    table,
    {
      id: NUMBER,
      updated: stored('sys_updated_on', 'updated'),
      created: stored('opened_at', 'opened', 'sys_created_on', 'created'),
      started: stored('work_start', 'actual start'),
      finished: stored('closed_at', 'closed', 'resolved_at', 'resolved'),
      status: STATE,
      people: { names: shown('assigned_to') },
      fields: {
        title: shown('short_description'),
        type: shown('sys_class_name', 'category'),
        priority: shown('priority'),
        team: shown('assignment_group'),
        parent: shown('parent'),
        resolution: shown('close_code'),
      },
    },
    () => {
      // The audit log names records by this id.
      const systemId = textColumn(table, 'sys_id', ...stored('sys_id'));
      return {
        row(item) {
          const id = systemId();
          if (id !== '') ids.assign(id, item);
        },
      };
    },
  );
}
