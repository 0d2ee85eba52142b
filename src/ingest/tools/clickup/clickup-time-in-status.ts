import { EMPTY } from '../../../model/log/dictionary.ts';
import { NOT_STATED } from '../../../model/log/event-log.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { ListedItems } from '../shared/item-table/listed-items.ts';
import { rejectOther } from '../shared/json-rows.ts';
import { probeRecords } from '../shared/probe.ts';
import { TIMES } from './record-parts.ts';
import { isContiguous, type StatusTime, statusTimes } from './status-times.ts';
import { categoryOfType } from './status-types.ts';

/** How long each task was in each status. */
export const clickupTimeInStatus: JsonFormat = {
  id: 'clickup-time-in-status',
  name: 'ClickUp time in status (JSON)',
  tool: 'clickup',
  shape: 'json',
  parts: TIMES,
  grade: 'durations',
  kindEvidence: { tool: "the status's type (`type`)", finishDates: null, statusToday: true },
  identity: { item: 'the key of the task', statuses: null, aliases: null },
  description:
    'The statuses of each task with the total time in each and since when. Where each ends as the next begins, the beginnings are dates of moves; a task that came back to a status has only durations, and no timeline is made of it.',
  howToGet: [
    'Enable the ClickApp Total time in Status.',
    'Fetch https://api.clickup.com/api/v2/task/bulk_time_in_status/task_ids?task_ids=<id>&task_ids=<id>…, up to 100 tasks a request: its answer names each task. The answer for one task alone does not, and cannot be used.',
    'Give it together with the tasks (pitwall formats clickup-tasks), which have creation and fields.',
  ],
  fields: {
    id: 'the key of each task in the answer',
    'to, at': 'status_history[].status and total_time.since, where they follow each other without gap',
    status: 'current_status.status; what statuses mean, by status_history[].type',
  },
  probe,
  open,
};

/** The tasks of an answer by id; the answer for one task alone names none. */
function tasksIn(value: unknown): [id: string, task: JsonObject][] {
  return Object.entries(objectOf(value) ?? {}).flatMap(([id, task]): [string, JsonObject][] => {
    const object = objectOf(task);
    return isTimes(object) ? [[id, object as JsonObject]] : [];
  });
}

function isTimes(task: JsonObject | null): boolean {
  return (
    objectOf(own(objectOf(own(task, 'current_status')), 'total_time')) !== null &&
    Array.isArray(own(task, 'status_history'))
  );
}

/** An entry of a history; the object around it is its task, without its id. */
function isLooseEntry(value: unknown): boolean {
  const entry = objectOf(value);
  return textOf(own(entry, 'status')) !== '' && own(objectOf(own(entry, 'total_time')), 'since') !== undefined;
}

function probe({ records, wrapper }: JsonSample): Probe {
  const isLoose = objectOf(own(objectOf(own(wrapper, 'current_status')), 'total_time')) !== null;
  const hasTimes = (record: unknown) => tasksIn(record).length > 0 || (isLoose && isLooseEntry(record));
  return probeRecords(records, hasTimes, ['current_status.total_time', 'status_history']);
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const items = new ListedItems(file);
  let dated = 0;
  file.mapping = { id: 'key', at: 'total_time.since', to: 'status', status: 'current_status.status' };
  return {
    record(value, line) {
      const tasks = tasksIn(value);
      if (tasks.length === 0) {
        rejectRecord(records, value);
        return;
      }
      records.holds(tasks.length);
      for (const [id, task] of tasks) {
        const item = log.item(id);
        const times = statusTimes(task, (written) => records.instant(written)) ?? [];
        for (const { status, type } of times) log.categorize(status, categoryOfType(type));
        if (items.take(item) && writeTask(records, item, task, times, line)) dated++;
      }
    },
    end() {
      if (dated > 0) file.grade = 'stage-dates';
    },
  };
}

function rejectRecord(records: JsonRecords, value: unknown): void {
  if (!isLooseEntry(value)) {
    rejectOther(records, '');
    return;
  }
  const why = 'Times in status that do not say of which task: fetch them with bulk_time_in_status';
  records.reject('no-item', why, textOf(own(objectOf(value), 'status')));
}

/** Returns true if the times are dates of moves. */
function writeTask(
  records: JsonRecords,
  item: number,
  task: JsonObject,
  times: readonly StatusTime[],
  line: number,
): boolean {
  const { log } = records;
  const current = textOf(own(objectOf(own(task, 'current_status')), 'status'));
  if (current !== '') log.currentStatus.set(item, log.statuses.id(current));
  if (!isContiguous(times, current)) {
    noteDurations(records, item, line, times);
    return false;
  }
  log.upgradeGrade(item, 'stage-dates');
  let from = EMPTY;
  for (const { status, since } of times) {
    const to = log.statuses.id(status);
    log.transition(item, since, from, to, NOT_STATED, line);
    from = to;
  }
  return true;
}

function noteDurations({ log, file }: JsonRecords, item: number, line: number, times: readonly StatusTime[]): void {
  log.findings.add(
    'durations-only',
    () => ({
      weight: 'warning',
      message:
        'Tasks of which only durations are known: between their statuses are gaps (a task came back to a status, whose visits are one sum), so that nothing says when they moved',
      cure: 'Nothing brings their dates back; the tasks themselves (clickup-tasks) have creation and completion.',
    }),
    {
      file: file.file,
      line,
      item: log.itemIds[item] as string,
      value: times.map(({ status, minutes }) => `${status} ${Number.isNaN(minutes) ? '?' : minutes} min`).join(', '),
    },
  );
}
