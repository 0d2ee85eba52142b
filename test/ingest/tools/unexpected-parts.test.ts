import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import { allFormats } from '../../../src/ingest/registry.ts';
import { clickupTimeInStatus } from '../../../src/ingest/tools/clickup/clickup-time-in-status.ts';
import { jiraRest } from '../../../src/ingest/tools/jira/rest/jira-rest.ts';
import { openprojectPackages } from '../../../src/ingest/tools/openproject/openproject-packages.ts';
import { shortcutHistory } from '../../../src/ingest/tools/shortcut/shortcut-history.ts';
import { trelloBoard } from '../../../src/ingest/tools/trello/trello-board.ts';
import { workfrontObjects } from '../../../src/ingest/tools/workfront/workfront-objects.ts';
import { PitwallError } from '../../../src/model/errors.ts';
import type { EventLog } from '../../../src/model/log/event-log.ts';
import { findingsOf } from '../findings-of.ts';
import { OPTIONS } from '../read-text.ts';
import { itemStories } from './item-story.ts';
import { fieldOf, findingCounts, readRecords, transitionsOf } from './read-with.ts';

/**
 * Exports with one part of another kind than the tool writes there: nothing crashes, and the answer is that of the export
 * as it was, or a finding or an error says that something is amiss.
 */
const FORMATS = await allFormats();
const ROOT = join(import.meta.dirname, '../../../fixtures');

const CASES = FORMATS.filter(({ shape }) => shape === 'json').flatMap(({ id }) =>
  readdirSync(join(ROOT, id)).map((name) => {
    const folder = join(ROOT, id, name);
    const file = readdirSync(folder).find((input) => input !== 'expected.json') as string;
    const text = readFileSync(join(folder, file), 'utf8');
    const documents = file.endsWith('.jsonl') ? text.split('\n').filter((line) => line !== '') : [text];
    return { id, name, documents: documents.map((document) => JSON.parse(document) as unknown) };
  }),
);

type Place = [holder: Record<string | number, unknown>, key: string | number, path: string];

/** All places in a value but those of whole documents. */
function placesIn(value: unknown, path = '', found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const below = `${path}.${key}`;
    if (path !== '') found.push([value as Place[0], key, below]);
    placesIn(value[key as keyof typeof value], below, found);
  }
  return found;
}

/** What a part is replaced by, and what should then be read as if it were there; undefined for nothing. */
const KINDS = {
  'null, as if it were missing or empty': (part: unknown) => ({ by: null, like: [undefined, '', part] }),
  'JSON text, as itself': (part: unknown) => ({ by: JSON.stringify(part), like: [part] }),
  'a number, as its digits': () => ({ by: 4711, like: ['4711'] }),
  'an object': (part: unknown) => ({ by: { nothing: 1 }, like: [part] }),
  'a list': (part: unknown) => ({ by: [[]], like: [part] }),
} as const;
type Kind = keyof typeof KINDS;

/** True where a part of this kind says something plain in the place of a part of that kind. */
function applies(kind: Kind, part: unknown): boolean {
  const isText = typeof part === 'string';
  if (kind.startsWith('null')) return true;
  if (kind.startsWith('JSON')) return typeof part === 'object' && part !== null;
  if (kind.startsWith('a number')) return isText;
  return isText || typeof part === 'number' || (typeof part === 'object' && part !== null);
}

function replaced(documents: readonly unknown[], place: number, by: unknown): unknown[] {
  const copy = structuredClone(documents) as unknown[];
  const [holder, key] = placesIn(copy)[place] as Place;
  if (by === undefined && !Array.isArray(holder)) delete holder[key];
  else holder[key] = structuredClone(by);
  return copy;
}

async function read(id: string, documents: readonly unknown[]): Promise<EventLog | PitwallError> {
  const data = documents.map((document) => JSON.stringify(document)).join('\n');
  try {
    return await readLog([{ name: 'export.json', data }], { ...OPTIONS, input: id });
  } catch (error) {
    if (error instanceof PitwallError) return error;
    throw error;
  }
}

/** What was read, with all that fields say. */
function answer(log: EventLog): string {
  const fields = log.fieldNames().sort();
  const values = log.itemIds.map((_, item) =>
    fields.map((name) => [name, log.field(name).dictionary.value(log.field(name).snapshot(item))]),
  );
  return JSON.stringify([itemStories(log), values.flat().filter(([, value]) => value !== '')]);
}

/** Findings that a change of the export brought: more of one code than before. */
function isTold(log: EventLog, before: EventLog): boolean {
  // Nothing is left but findings.
  if (log.itemCount === 0 && log.files.every(({ used, rejected }) => used === 0 && rejected > 0)) return true;
  const known = findingsOf(before);
  return Object.entries(findingsOf(log)).some(([code, count]) => count > (known[code] ?? 0));
}

/** What is wrong with the answer to an export with such a part; null where nothing is. */
async function complaint({ id, documents }: (typeof CASES)[number], place: number, kind: Kind): Promise<string | null> {
  const [holder, key, path] = placesIn(documents)[place] as Place;
  const part = holder[key];
  // What a custom field holds is for each site to say.
  if (!applies(kind, part) || path.includes('.customfield_')) return null;
  const { by, like } = KINDS[kind](part);
  const log = await read(id, replaced(documents, place, by));
  if (log instanceof PitwallError) return null;
  for (const plain of like as readonly unknown[]) {
    const expected = await read(id, replaced(documents, place, plain));
    if (expected instanceof PitwallError || answer(log) === answer(expected) || isTold(log, expected)) return null;
  }
  return `${path} = ${JSON.stringify(by).slice(0, 80)}`;
}

describe('a part of another kind', () => {
  const item = (to: string) => ({ field: 'status', fieldtype: 'jira', fromString: 'To Do', toString: to });
  const issue = (items: unknown, fields: object = {}) => ({
    key: 'SHOP-7',
    fields: { created: '2026-03-02T09:00:00Z', issuetype: { name: 'Story' }, status: { name: 'Done' }, ...fields },
    changelog: { histories: [{ id: '1', created: '2026-03-06T09:00:00Z', items }] },
  });

  it('is read where JSON text holds what belongs there', () => {
    // Created on 2 March, done on 6 March: the change is in the text.
    const log = readRecords(jiraRest, [issue(JSON.stringify([item('Done')]))]);
    expect(transitionsOf(log, 'SHOP-7')).toEqual(['2026-03-02T09:00 To Do', '2026-03-06T09:00 Done']);
    expect(findingCounts(log)).toEqual({});
  });

  it('is a finding with its keys and line where its meaning is not plain', () => {
    const log = readRecords(jiraRest, [issue([item('Done')]), { ...issue(7), key: 'SHOP-8' }]);
    const [finding] = log.findings.list();
    expect(finding).toMatchObject({ code: 'unexpected-part', count: 1 });
    expect(finding?.examples).toEqual([{ file: 'log.json', line: 2, value: 'changelog.histories[].items: a number' }]);
  });

  it('is nothing where it is null', () => {
    expect(findingCounts(readRecords(jiraRest, [issue(null, { labels: null, assignee: null })]))).toEqual({});
  });

  it('is read or told where it stands for all that is known of an item', () => {
    const time = { status: 'Doing', type: 'custom', total_time: { by_minute: 5, since: '1772442600000' } };
    const task = { current_status: time, status_history: [time] };
    const log = readRecords(clickupTimeInStatus, [{ a1: task, a2: JSON.stringify(task), a3: [task], note: 'none' }]);
    expect(itemStories(log).map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(findingCounts(log)).toEqual({ 'unexpected-part': 1 });
  });

  it('is told around the records, too, and where a record is none', () => {
    const names = { customfield_1: 'Story Points' };
    const points = { ...issue([]), fields: { ...issue([]).fields, customfield_1: 5 } };
    const told = (wrapper: Record<string, unknown>) => {
      const log = readRecords(jiraRest, [points], wrapper);
      return [fieldOf(log, 'SHOP-7', 'points'), findingCounts(log)['unexpected-part'] ?? 0];
    };
    expect(told({ names })).toEqual(['5', 0]);
    expect(told({ names: JSON.stringify(names) })).toEqual(['5', 0]);
    expect(told({ names: [names] })).toEqual(['', 1]);
    expect(told({ names: { customfield_1: 7 } })).toEqual(['', 1]);
    expect(findingCounts(readRecords(shortcutHistory, [[[]]]))).toEqual({ 'not-an-item': 1 });
  });

  it('is a name in place of a link of OpenProject, a project of Workfront or a list of Trello', () => {
    const links = { status: 'Closed', type: 'Bug', parent: '/api/v3/work_packages/7' };
    const work = readRecords(openprojectPackages, [{ _type: 'WorkPackage', id: 42, _links: links }]);
    expect(work.statuses.value(work.currentStatus.at(0))).toBe('Closed');
    expect([fieldOf(work, '42', 'type'), fieldOf(work, '42', 'parent')]).toEqual(['Bug', '7']);
    const task = readRecords(workfrontObjects, [{ ID: 'a7', objCode: 'TASK', project: 'Shop', name: { text: 'x' } }]);
    expect(fieldOf(task, 'a7', 'team')).toBe('Shop');
    const card = { id: 'c7', idShort: 7, idBoard: 'b', idList: 'l', closed: 'false', list: 'Doing', name: ['x'] };
    const lone = readRecords(trelloBoard, [card]);
    expect(lone.statuses.value(lone.currentStatus.at(0))).toBe('Doing');
    expect([work, task, lone].map(findingCounts)).toEqual([{}, { 'unexpected-part': 1 }, { 'unexpected-part': 1 }]);
  });

  it('gives a name: a text in place of the object that has it, and a number as its digits', () => {
    const log = readRecords(jiraRest, [issue([], { status: 'Review', issuetype: { name: 12 } })]);
    expect(log.statuses.value(log.currentStatus.at(0))).toBe('Review');
    expect(fieldOf(log, 'SHOP-7', 'type')).toBe('12');
    expect(findingCounts(log)).toEqual({});
  });
});

describe.each(CASES.map((each) => [`${each.id}/${each.name}`, each] as const))('%s', (_, each) => {
  const count = placesIn(each.documents).length;

  it('has no part of another kind that goes unsaid', { timeout: 60_000 }, async () => {
    const kinds = fc.constantFrom(...(Object.keys(KINDS) as Kind[]));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: count - 1 }), kinds, async (place, kind) => {
        expect(await complaint(each, place, kind)).toBeNull();
      }),
      { numRuns: 15 },
    );
  });
});
