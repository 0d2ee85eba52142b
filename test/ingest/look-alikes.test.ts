import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Probe } from '../../src/ingest/format.ts';
import { readLog } from '../../src/ingest/read-log.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import { errorOf, OPTIONS } from './read-text.ts';

const FORMATS = await allFormats();

/** Files that are named like an export and are none: what they hold decides. */
const NONE = join(import.meta.dirname, '../../fixtures/none');
const FILES = readdirSync(NONE).flatMap((folder) =>
  readdirSync(join(NONE, folder)).map((file) => [folder, join(NONE, folder, file)] as const),
);

describe('a file that only looks like an export', () => {
  it('has examples of three kinds', () => {
    expect(FILES.map(([folder]) => folder)).toEqual(['metrics-table', 'sample-data', 'ticket-log']);
  });

  it.each(FILES)('is recognised by no format: %s', async (_, path) => {
    const probes = FORMATS.map((format) => ({
      id: format.id,
      probe: vi.spyOn(format as { probe: (...args: unknown[]) => Probe }, 'probe'),
    }));
    const error = await errorOf(readLog([path], OPTIONS));
    expect([error.code, error.where]).toEqual(['unknown-format', path]);
    // With columns named by a guess a format may fit: without, none does.
    const unaided = probes.filter(({ probe }) =>
      probe.mock.results.some(({ value }, call) => {
        const fields: unknown = probe.mock.calls[call]?.[1];
        return Object.keys(fields ?? {}).length === 0 && (value as Probe).score !== 'no';
      }),
    );
    expect(unaided.map(({ id }) => id)).toEqual([]);
    expect(probes.some(({ probe }) => probe.mock.calls.length > 0)).toBe(true);
  });
});
