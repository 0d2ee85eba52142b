import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { columnFor, findName } from '../../table/column-words/header-names.ts';
import { EVENT_NAMES } from './event-columns.ts';
import { LIFECYCLE_EVIDENCE } from './lifecycle.ts';
import { LifecycleEvents } from './lifecycle-events.ts';
import { Spans } from './spans.ts';
import { openStatusEvents } from './status-events.ts';

/** Event logs of process mining as tables: XES names, or the looser ones that such tools write. */
export const processMining: TableFormat = {
  id: 'process-mining',
  name: 'Process-mining event log (CSV)',
  tool: 'table',
  shape: 'table',
  grade: 'full-log',
  kindEvidence: { tool: LIFECYCLE_EVIDENCE, finishDates: null, statusToday: false },
  identity: { item: 'the column of cases', statuses: null, aliases: null },
  description:
    'One row an event or a step of a case; it does not say whether an event is the start or the end of a state unless it has starts or a life cycle.',
  howToGet: [
    'In Disco, Celonis, ProM or pm4py, export the event log as CSV.',
    'Keep the columns of case, activity and timestamp, and the start timestamp, lifecycle transition and resource where there are any.',
  ],
  fields: {
    id: 'case:concept:name, case_id, case',
    to: 'concept:name, activity (with lifecycle:transition where that holds statuses)',
    at: 'time:timestamp, timestamp, complete timestamp, end_time',
    started: 'start_timestamp, start_time',
    assignee: 'org:resource, resource',
    team: 'org:group',
  },
  probe,
  open: openEvents,
};

function probe(sample: TableSample): Probe {
  const needed = { case: EVENT_NAMES.id, activity: EVENT_NAMES.activity, timestamp: EVENT_NAMES.at };
  const matched: string[] = [];
  const missing: string[] = [];
  for (const [what, names] of Object.entries(needed)) {
    const column = findName(sample.header, names);
    if (column === -1) missing.push(`a column of the ${what} (${names.slice(0, 2).join(', ')})`);
    else matched.push(sample.header[column] as string);
  }
  if (missing.length > 0) return { score: 'no', matched, missing };
  const start = findName(sample.header, EVENT_NAMES.start);
  if (start !== -1) matched.push(sample.header[start] as string);
  const isXes = ['concept:name', 'time:timestamp'].every((name) => findName(sample.header, [name]) !== -1);
  return { score: isXes ? 'certain' : 'likely', matched, missing };
}

/** Reads the rows of an event log, whichever file they come from. */
export function openEvents(table: Table): TableSink {
  // Starts and ends of steps say all that a life cycle says, row by row.
  if (columnFor(table, 'started', EVENT_NAMES.start) !== null) return new Spans(table);
  const lifecycle = findName(table.header, EVENT_NAMES.lifecycle);
  // A status that the user puts together is the status, whatever the lifecycle column holds.
  if (lifecycle === -1 || table.options.fields.to !== undefined) return openStatusEvents(table);
  return new LifecycleEvents(table, lifecycle);
}
