import type { Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import type { ItemChange } from '../shared/item-history/history-entry.ts';
import { probeColumns } from '../shared/probe.ts';
import { NO_ID, UNREADABLE } from '../shared/required-cells.ts';
import { AuditLog } from './audit-log.ts';

/** The name of a field, and of its parts where the interface gives both. */
function parts(name: string): string[] {
  return [`${name}.display_value`, name, `${name}.value`];
}

const RECORD = ['documentkey.value', 'documentkey'];
const FIELD = ['fieldname.value', 'fieldname'];
const AT = ['sys_created_on.value', 'sys_created_on'];

/** The changes of records' fields that ServiceNow keeps (table sys_audit). */
export const servicenowAudit: TableFormat = {
  id: 'servicenow-audit',
  name: 'ServiceNow audit log (sys_audit)',
  tool: 'servicenow',
  shape: 'table',
  grade: 'full-log',
  kindEvidence: { tool: null, finishDates: null, statusToday: false },
  identity: {
    item: '`documentkey`',
    statuses: null,
    aliases: 'the number of the record, where the records are given too',
  },
  description:
    'Every change of the state and the assignee of records, by the sys_id of each; given together with the records (servicenow-records, with sys_id) their numbers and dates join. States and people are as the log keeps them, which may be codes.',
  howToGet: [
    'Fetch <instance>/api/now/table/sys_audit?sysparm_query=tablename=incident^fieldnameINstate,assigned_to&sysparm_fields=sys_id,tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on&sysparm_limit=10000, page by page.',
    'Fetch the records with their sys_id too, and give all files together: pitwall formats servicenow-records.',
  ],
  fields: {
    id: 'documentkey, the sys_id of the record; its number where the records are given too',
    at: 'sys_created_on',
    'from, to': 'oldvalue and newvalue, where fieldname is state or incident_state',
    assignee: 'newvalue, where fieldname is assigned_to',
  },
  probe: (sample: TableSample) => probeColumns(sample, [RECORD, FIELD, parts('newvalue'), parts('oldvalue'), AT]),
  open,
};

function open(table: Table): TableSink {
  const { log, file } = table;
  const audit = table.shared('audit log', () => new AuditLog(log));
  file.assignees = 'none';
  const record = textColumn(table, 'id', ...RECORD);
  const field = textColumn(table, 'field', ...FIELD);
  const from = textColumn(table, 'from', ...parts('oldvalue'));
  const to = textColumn(table, 'to', ...parts('newvalue'));
  const id = textColumn(table, 'entry', 'sys_id.value', 'sys_id');
  const at = table.instant(table.find(...AT));
  file.mapping.at = at.name;

  return {
    row(line) {
      const change = changeOf(field(), from(), to());
      if (record() === '') table.reject('missing-id', NO_ID, '');
      else if (change === null) table.reject('other-field', 'Changes that say nothing about flow', field());
      else if (Number.isNaN(at.at)) table.reject('unreadable-date', UNREADABLE, at.text());
      else if (audit.add({ record: record(), at: at.at, id: id(), change, file, line })) file.used++;
      else file.merged++;
    },
  };
}

/** What a change of a field is; null for fields that say nothing about flow. */
function changeOf(field: string, from: string, to: string): ItemChange | null {
  if (/^(?:incident_)?state$/.test(field)) return to === '' ? null : { kind: 'status', from, to };
  if (field !== 'assigned_to') return null;
  return { kind: 'people', removed: 'all', added: to === '' ? [] : [to] };
}
