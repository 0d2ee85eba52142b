import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Probe, ReadOptions } from '../../src/ingest/format.ts';
import { readLog } from '../../src/ingest/read-log.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import { kindFromName } from '../../src/model/status-words/kind-words.ts';
import { logSummary } from './log-summary.ts';

const FORMATS = await allFormats();

/**
 * `fixtures/<format id>/<case>/` holds the input files, read together in the order of their names, and `expected.json`: what `logSummary` says of it, as many of its
 * keys as the case is about (`format`, `items`, `rows` and `findings` always), and the options it is read with.
 *
 * `UPDATE_FIXTURES=1 npx vitest run test/ingest/conformance.test.ts` writes the keys of each `expected.json` anew (all
 * keys where there is no such file yet): read the difference before you keep it.
 */
interface Case {
  inputs: string[];
  expectedFile: string;
  options: ReadOptions;
  given: { options?: Partial<ReadOptions> };
  expected: Record<string, unknown>;
}

const ROOT = join(import.meta.dirname, '../../fixtures');
const DEFAULTS: ReadOptions = {
  timeZone: 'UTC',
  fields: {},
  dateOrder: null,
  input: null,
  sourceName: null,
  extraFields: [],
  kindOf: kindFromName,
};
const UPDATE = process.env.UPDATE_FIXTURES === '1';
const ALWAYS = ['format', 'items', 'rows', 'findings'];

function casesOf(id: string): string[] {
  const folder = join(ROOT, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function openCase(id: string, name: string): Case {
  const folder = join(ROOT, id, name);
  const inputs = readdirSync(folder).filter((file) => file !== 'expected.json');
  expect(inputs).not.toEqual([]);
  const expectedFile = join(folder, 'expected.json');
  const text = UPDATE && !existsSync(expectedFile) ? '{}' : readFileSync(expectedFile, 'utf8');
  const { options, ...expected } = JSON.parse(text) as Record<string, unknown> & { options?: Partial<ReadOptions> };
  const given = options === undefined ? {} : { options };
  return {
    inputs: inputs.sort().map((file) => join(folder, file)),
    expectedFile,
    options: { ...DEFAULTS, ...options },
    given,
    expected,
  };
}

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('has fixtures', () => {
    expect(casesOf(id)).not.toEqual([]);
  });

  it('says what it is and how to get it', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([format.name, format.tool, format.description].every((text) => text.length > 0)).toBe(true);
    expect(format.howToGet.length).toBeGreaterThan(0);
    expect(Object.keys(format.fields).length).toBeGreaterThan(0);
  });

  it.each(casesOf(id))('reads %s as expected', async (name) => {
    const { inputs, options, given, expected, expectedFile } = openCase(id, name);
    const summary = logSummary(await readLog(inputs, options)) as Record<string, unknown>;
    const keys = UPDATE && Object.keys(expected).length === 0 ? Object.keys(summary) : Object.keys(expected);
    const actual = Object.fromEntries(keys.map((key) => [key, summary[key]]));
    if (UPDATE) writeFileSync(expectedFile, `${JSON.stringify({ ...given, ...actual }, null, 2)}\n`);
    else expect(actual).toEqual(expected);
    expect(keys).toEqual(expect.arrayContaining(ALWAYS));
  });

  it.each(casesOf(id))('is the only one that takes its own files of %s', async (name) => {
    const probes = FORMATS.map((candidate) => ({
      candidate,
      probe: vi.spyOn(candidate as { probe: (...args: unknown[]) => Probe }, 'probe'),
    }));
    const { inputs, options } = openCase(id, name);
    let own = 0;
    for (const input of inputs) {
      for (const { probe } of probes) probe.mockClear();
      await readLog([input], options);
      // A tool's format says no to all that is not its tool's; one for any table may say that it could read it.
      const taken = probes.filter(({ candidate, probe }) =>
        probe.mock.results.some(({ value }) => {
          const { score } = value as Probe;
          return candidate.generic === true && candidate.id !== id ? score === 'certain' : score !== 'no';
        }),
      );
      const ids = taken.map(({ candidate }) => candidate.id);
      // A case may hold files of other formats besides, which say more of the same items.
      if (!ids.includes(id) && inputs.length > 1) continue;
      own++;
      expect(ids).toEqual([id]);
    }
    expect(own).toBeGreaterThan(0);
  });
});
