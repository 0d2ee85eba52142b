import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import { allFormats } from '../../../src/ingest/registry.ts';
import { PitwallError } from '../../../src/model/errors.ts';
import { OPTIONS } from '../read-text.ts';

const FORMATS = await allFormats();

/** Exports with anything in place of any value: nothing crashes, and every row is accounted for. */
const TOOLS = ['asana', 'linear', 'clickup', 'monday', 'shortcut', 'redmine', 'youtrack', 'bugzilla'];
const ROOT = join(import.meta.dirname, '../../../fixtures');

const CASES = FORMATS.filter(({ tool, shape }) => TOOLS.includes(tool) && shape === 'json').flatMap(({ id }) =>
  readdirSync(join(ROOT, id)).map((name) => {
    const folder = join(ROOT, id, name);
    const file = readdirSync(folder).find((input) => input !== 'expected.json') as string;
    const lines = readFileSync(join(folder, file), 'utf8');
    const documents = file.endsWith('.jsonl') ? lines.split('\n').filter((line) => line !== '') : [lines];
    return { id, name, documents: documents.map((document) => JSON.parse(document) as unknown) };
  }),
);

const HOSTILE: readonly unknown[] = [
  null,
  [],
  {},
  [null],
  [[]],
  '',
  '__proto__',
  'constructor',
  'toString',
  -1,
  1e308,
  true,
  '9'.repeat(40),
  { name: { name: null } },
  { constructor: 1, toString: 2, name: [] },
  'x'.repeat(3000),
];

/** All places in a value: the object or array, and the key. */
function placesIn(value: unknown, found: [object, string | number][] = []): [object, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([value, key]);
    placesIn(value[key as keyof typeof value], found);
  }
  return found;
}

describe.each(CASES.map((each) => [`${each.id}/${each.name}`, each] as const))('%s', (_, { id, documents }) => {
  it('survives any value in any place', async () => {
    const change = fc.record({ place: fc.nat(), value: fc.constantFrom(...HOSTILE), remove: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const copy = structuredClone(documents);
        for (const { place, value, remove } of changes) {
          const places = placesIn(copy);
          const [holder, key] = places[place % places.length] ?? [copy, 0];
          if (remove && !Array.isArray(holder)) delete holder[key as keyof typeof holder];
          else Object.assign(holder, { [key]: structuredClone(value) });
        }
        const data = copy.map((document) => JSON.stringify(document)).join('\n');
        try {
          const log = await readLog([{ name: 'export.json', data }], { ...OPTIONS, input: id });
          for (const file of log.files) expect(file.used + file.merged + file.rejected).toBe(file.rows);
        } catch (error) {
          if (!(error instanceof PitwallError)) throw error;
        }
      }),
      { numRuns: 40 },
    );
  });
});
