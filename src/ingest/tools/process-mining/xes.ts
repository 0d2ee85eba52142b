import type { Probe, XmlFormat, XmlSample } from '../../format.ts';
import { LIFECYCLE_EVIDENCE } from './lifecycle.ts';
import { openEvents } from './process-mining.ts';

/** Event logs as XES XML: the events of the traces are rows, their attributes the columns. */
export const xes: XmlFormat = {
  id: 'xes',
  name: 'XES event log (XML)',
  tool: 'table',
  shape: 'xml',
  grade: 'full-log',
  kindEvidence: { tool: LIFECYCLE_EVIDENCE, finishDates: null, statusToday: false },
  identity: { item: '`concept:name` of the trace', statuses: null, aliases: null },
  description:
    'Traces with their events, plain or gzip; like the CSV of the same tools it does not say whether an event is the start or the end of a state unless it has a life cycle.',
  howToGet: [
    'In Disco, Celonis, ProM or pm4py, export the event log as XES, or as XES packed with gzip (.xes.gz).',
    'Keep the attributes concept:name and time:timestamp, and lifecycle:transition and org:resource where there are any.',
  ],
  fields: {
    id: 'concept:name of the trace',
    to: 'concept:name of the event (with lifecycle:transition where that holds statuses)',
    at: 'time:timestamp',
    started: 'start_timestamp',
    assignee: 'org:resource',
    team: 'org:group',
    'any other': 'an attribute of the event; of the trace: case:<its key>; <global> holds placeholders and is not read',
  },
  probe,
  open: openEvents,
};

/** What may be right under the root of an XES log. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...['extension', 'global', 'classifier', 'trace', 'event'],
  ...['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'],
]);

/** A root of this name is not enough: version control and web servers write a `log` too. */
function probe({ root, children, names }: XmlSample): Probe {
  const no = (what: string): Probe => ({ score: 'no', matched: root === 'log' ? ['log'] : [], missing: [what] });
  if (root !== 'log') return no('a root element log');
  const foreign = children.find((child) => !VOCABULARY.has(child));
  if (foreign !== undefined) return no(`elements of XES alone (there is <${foreign}>)`);
  const mark = names.find((name) => /^(?:xes\.version|concept:name|meta_\w+:.*)$/.test(name));
  if (mark === undefined && !children.includes('trace'))
    return no('traces, or a mark of XES (xes.version, concept:name)');
  return { score: 'certain', matched: mark === undefined ? ['log', 'trace'] : ['log', mark], missing: [] };
}
