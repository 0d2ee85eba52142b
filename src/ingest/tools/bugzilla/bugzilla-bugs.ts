import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { sharedHistories } from '../shared/item-history/item-histories.ts';
import { dateOf, ItemSnapshots, setField } from '../shared/item-table/item-snapshot.ts';
import { noteRepeatedItem, rejectOther } from '../shared/note-pages.ts';
import { UNREADABLE } from '../shared/required-cells.ts';
import { assigneesOf, bugOf, changesOf, historyOf, keyOf, resolutionOf } from './changes.ts';

/** Bugs and their history as Bugzilla's REST API gives them, together or apart. */
export const bugzillaBugs: JsonFormat = {
  id: 'bugzilla-bugs',
  name: 'Bugzilla bugs and history (REST, JSON)',
  tool: 'bugzilla',
  shape: 'json',
  grade: 'full-log',
  description:
    'Bugs with their creation and fields of today, and their history with every change of status and assignee. The two are different requests, and creation is in the first alone: give both. Dependencies are no blocked flags and are not read.',
  howToGet: [
    'Fetch the bugs: <site>/rest/bug?product=<product>&limit=1000&offset=0, page by page.',
    'Fetch the history of each: <site>/rest/bug/<id>/history (several with <site>/rest/bug/<id>/history?ids=<id>&ids=<id>).',
    'Save the answers one after another in one file or each in its own, and give them all together.',
  ],
  fields: {
    id: 'id',
    created: 'creation_time',
    'from, to, at': 'history[].when and changes[] of status',
    finished: 'cf_last_resolved of a resolved bug (without history)',
    status: 'status',
    assignee: 'changes[] of assigned_to, assigned_to',
    resolution: 'resolution, else the last change of it',
    title: 'summary',
    type: 'type',
    points: '--map points=<custom field>',
    labels: 'keywords',
    priority: 'priority',
    team: 'product',
  },
  probe,
  open,
};

const PATHS = {
  title: 'summary',
  type: 'type',
  labels: 'keywords',
  priority: 'priority',
  resolution: 'resolution',
  team: 'product',
};

function probe({ records }: JsonSample): Probe {
  const bugs = records.filter((record) => bugOf(record) !== null).length;
  if (bugs === 0 || bugs < records.length / 2)
    return { score: 'no', matched: [], missing: ['history[].changes[].field_name', 'creation_time', 'component'] };
  const withHistory = records.some((record) => historyOf(bugOf(record)) !== null);
  return {
    score: 'certain',
    matched: withHistory ? ['history', 'changes'] : ['creation_time', 'component'],
    missing: [],
  };
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const histories = sharedHistories(records);
  const snapshots = new ItemSnapshots(records, PATHS);
  const listed = new Set<number>();
  /** The last change of a bug's resolution. */
  const resolutions = new Map<number, { at: number; to: string }>();
  let withHistory = 0;
  file.assignees = 'current';
  Object.assign(file.mapping, { id: 'id', created: 'creation_time', status: 'status', assignee: 'assigned_to' });

  return {
    record(value, line) {
      const bug = bugOf(value);
      if (bug === null) {
        rejectOther(records, textOf(own(objectOf(value), 'id')));
        return;
      }
      const history = historyOf(bug);
      if (history !== null) records.holds(history.length + 1);
      const id = textOf(own(bug, 'id'));
      const item = log.item(id);
      const isListed = textOf(own(bug, 'creation_time')) !== '';
      if (isListed && listed.has(item)) {
        file.merged++;
        noteRepeatedItem(records, id, line);
      } else {
        file.used++;
        if (isListed) {
          listed.add(item);
          writeBug(item, bug);
        }
      }
      if (history === null) return;
      withHistory++;
      histories.track(item, file, line, true, true);
      for (const entry of history) takeEntry(item, id, objectOf(entry) ?? {}, line);
    },
    end() {
      for (const [item, { to }] of resolutions) {
        if (log.field('resolution').snapshot(item) === 0) setField(log, item, 'resolution', to);
      }
      if (withHistory > 0) file.assignees = 'full';
      else file.grade = 'milestones';
    },
  };

  function takeEntry(item: number, bug: string, entry: JsonObject, line: number): void {
    const written = own(entry, 'when');
    const at = records.instant(written);
    if (Number.isNaN(at)) {
      records.reject('unreadable-date', UNREADABLE, textOf(written));
      return;
    }
    if (histories.knows(`${bug} ${at} ${keyOf(entry)}`)) {
      file.merged++;
      return;
    }
    const resolution = resolutionOf(entry);
    if (resolution !== undefined && !(at < (resolutions.get(item)?.at ?? at)))
      resolutions.set(item, { at, to: resolution });
    const changes = changesOf(entry);
    if (changes.length === 0 && resolution === undefined) {
      records.reject(
        'other-field',
        'Changes that say nothing about flow (flags, people informed, keywords …)',
        textOf(written),
      );
      return;
    }
    file.used++;
    for (const change of changes) histories.add(item, { at, id: '', file, line }, change);
  }

  function writeBug(item: number, bug: JsonObject): void {
    const date = (key: string) => dateOf(records, bug, key);
    log.creation(item, date('creation_time'));
    const status = textOf(own(bug, 'status'));
    if (status !== '') log.currentStatus.set(item, log.statuses.id(status));
    const people = assigneesOf(textOf(own(bug, 'assigned_to')));
    if (people.length > 0) log.currentPeople.set(item, log.people.id(people));
    snapshots.write(item, bug);
    if (historyOf(bug) !== null) return;
    log.gradeHere(item, 'milestones');
    log.milestones(item, Number.NaN, own(bug, 'is_open') === true ? Number.NaN : date('cf_last_resolved'));
  }
}
