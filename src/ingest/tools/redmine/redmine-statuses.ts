import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { namedHistories } from '../shared/item-history/named-histories.ts';
import { rejectOther } from '../shared/json-rows.ts';
import { categoryOf } from './journals.ts';
import { STATUS } from './record-parts.ts';

/** The names of Redmine's statuses, which its journals give by their ids. */
export const redmineStatuses: JsonFormat = {
  id: 'redmine-statuses',
  name: 'Redmine statuses (JSON)',
  tool: 'redmine',
  shape: 'json',
  parts: STATUS,
  grade: 'snapshot',
  kindEvidence: { tool: '`is_closed`', finishDates: null, statusToday: false },
  identity: { item: 'none: it has no items', statuses: '`id`', aliases: null },
  description:
    'The names of statuses by their ids, and which of them close an issue; it holds no items, and is for issues with journals (redmine-issues) given with it.',
  howToGet: ['Fetch <site>/issue_statuses.json, and give it together with the issues.'],
  fields: { status: 'id, name; whether it is over, by is_closed' },
  probe,
  open,
};

function isStatus(value: unknown): boolean {
  const status = objectOf(value);
  if (typeof own(status, 'is_closed') !== 'boolean' || textOf(own(status, 'name')) === '') return false;
  return Object.keys(status ?? {}).every((key) =>
    ['id', 'name', 'is_closed', 'is_default', 'description'].includes(key),
  );
}

function probe({ records }: JsonSample): Probe {
  const certain = records.length > 0 && records.every(isStatus);
  return {
    score: certain ? 'certain' : 'no',
    matched: certain ? ['is_closed'] : [],
    missing: certain ? [] : ['is_closed'],
  };
}

function open(records: JsonRecords): JsonSink {
  const { log, file } = records;
  const { statuses } = namedHistories(records);
  file.mapping = { status: 'name' };
  return {
    record(value) {
      const status = objectOf(value);
      const [id, name] = [textOf(own(status, 'id')), textOf(own(status, 'name'))];
      if (id === '' || name === '') rejectOther(records, name);
      else {
        file.used++;
        statuses.learn(id, name, file);
        log.categorize(name, categoryOf(status));
      }
    },
  };
}
