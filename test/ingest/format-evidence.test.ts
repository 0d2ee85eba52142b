// What a format declares of itself for docs/formats.md, held against what it reads from its fixtures.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/ingest/format.ts';
import { readLog } from '../../src/ingest/read-log.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import type { EventLog } from '../../src/model/log/event-log.ts';

const ROOT = join(import.meta.dirname, '../../fixtures');
const FORMATS = await allFormats();
const DEFAULTS: ReadOptions = {
  timeZone: 'UTC',
  fields: {},
  dateOrder: null,
  input: null,
  sourceName: null,
  extraFields: [],
};

/** The logs of the format's files, each read alone. */
async function logsOf(format: string): Promise<EventLog[]> {
  const logs: EventLog[] = [];
  for (const name of readdirSync(join(ROOT, format))) {
    const folder = join(ROOT, format, name);
    const { options = {} } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
      options?: Partial<ReadOptions>;
    };
    for (const file of readdirSync(folder)) {
      if (file === 'expected.json') continue;
      const log = await readLog([join(folder, file)], { ...DEFAULTS, ...options });
      if (log.files[0]?.format === format) logs.push(log);
    }
  }
  return logs;
}

/** Formats whose fixtures do not hold what the tool can say. */
const NOT_IN_FIXTURES = ['youtrack-activities', 'youtrack-issues'];

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (id, { kindEvidence, identity }) => {
  it('says of statuses and dates what it declares', async () => {
    const logs = await logsOf(id);
    const says = (what: (log: EventLog) => boolean) => logs.some(what);
    const items = (log: EventLog) => log.itemIds.map((_, item) => item);
    if (!NOT_IN_FIXTURES.includes(id)) {
      expect(says((log) => [...log.statusCategories].length > 0)).toBe(kindEvidence.tool !== null);
    }
    expect(says((log) => items(log).some((item) => !Number.isNaN(log.finished.at(item))))).toBe(
      kindEvidence.finishDates !== null,
    );
    const hasStatus = (log: EventLog, item: number) => log.statuses.value(log.currentStatus.at(item)) !== '';
    expect(says((log) => items(log).some((item) => hasStatus(log, item)))).toBe(kindEvidence.statusToday);
    expect(identity.item).not.toBe('');
  });
});
