import type { JsonFormat, JsonRecords, JsonSink } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { dateOf, ItemSnapshots, setField, setToday } from '../shared/item-table/item-snapshot.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { noteMorePages, noteRepeatedItem, rejectOther } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { PACKAGE } from './record-parts.ts';

/** Fields of a work package that are links: each has the title of what it leads to. */
const LINKS = { type: 'type', priority: 'priority', team: 'project', sprint: 'version', parent: 'parent' } as const;
const PATHS = { title: 'subject', points: 'storyPoints' };

/** Work packages as OpenProject's API gives them. */
export const openprojectPackages: JsonFormat = {
  id: 'openproject-packages',
  name: 'OpenProject work packages (JSON)',
  tool: 'openproject',
  shape: 'json',
  parts: PACKAGE,
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: '`id`', statuses: null, aliases: null },
  description:
    'Work packages with their creation and their status of today. Start and due dates are a plan; the API has no date of completion, and what happened in between is not in it.',
  howToGet: [
    'Create an API key under My account, Access tokens.',
    'Fetch <site>/api/v3/projects/<project>/work_packages?filters=[]&pageSize=1000&offset=1 (curl -u apikey:<key>), page by page: without filters=[] closed ones are missing.',
    'For dates of completion name a custom field that has them: --map finished=customField1.',
  ],
  fields: {
    id: 'id',
    created: 'createdAt',
    finished: '--map finished=<path>',
    status: '_links.status.title (of today)',
    assignee: '_links.assignee.title (of today)',
    ...PATHS,
    ...Object.fromEntries(Object.entries(LINKS).map(([field, link]) => [field, `_links.${link}.title`])),
  },
  probe: ({ records }) => probeRecords(records, isPackage, ['_type: WorkPackage', '_links.status']),
  open,
};

function isPackage(value: unknown): boolean {
  const object = objectOf(value);
  return textOf(own(object, '_type')) === 'WorkPackage' && textOf(own(object, 'id')) !== '';
}

function open(records: JsonRecords): JsonSink {
  const { log, file, options } = records;
  const snapshots = new ItemSnapshots(records, PATHS);
  const items = new ListedItems(file);
  const finished = options.fields.finished;
  let count = 0;
  file.assignees = 'current';
  if (finished !== undefined) file.grade = 'milestones';
  Object.assign(file.mapping, { id: 'id', created: 'createdAt', status: '_links.status', assignee: '_links.assignee' });

  return {
    record(value, line) {
      count++;
      if (!isPackage(value)) {
        rejectOther(records, textOf(own(objectOf(value), 'id')));
        return;
      }
      const object = objectOf(value) as JsonObject;
      const item = log.item(textOf(own(object, 'id')));
      if (!items.take(item)) {
        noteRepeatedItem(records, item, line);
        return;
      }
      log.creation(item, dateOf(records, object, 'createdAt'));
      if (finished !== undefined) log.milestones(item, Number.NaN, dateOf(records, object, finished));
      setToday(log, item, linkTitle(object, 'status'), [linkTitle(object, 'assignee')]);
      for (const [field, link] of Object.entries(LINKS)) setField(log, item, field, linkTitle(object, link));
      snapshots.write(item, object);
    },
    end() {
      const total = Number(own(records.wrapper, 'total') ?? 0);
      if (total > count) noteMorePages(records, `${count} of ${total} work packages`);
    },
  };
}

/** What a link of a work package leads to, by its title; a parent by its id, which the other work packages have. */
function linkTitle(object: JsonObject, name: string): string {
  const link = objectOf(own(objectOf(own(object, '_links')), name));
  if (name !== 'parent') return textOf(own(link, 'title'));
  return /\/(\d+)$/.exec(textOf(own(link, 'href')))?.[1] ?? '';
}
