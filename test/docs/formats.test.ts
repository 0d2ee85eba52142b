// docs/formats.md is what the registry says. `npm run docs` (vitest -u) writes it anew.
import { describe, expect, it } from 'vitest';
import { allFormats } from '../../src/ingest/registry.ts';
import { readTimestamp } from '../../src/ingest/time/read-timestamp.ts';
import { Timestamp } from '../../src/ingest/time/timestamp.ts';
import { formatsPage } from './formats-page.ts';
import { fromRoot } from './pages.ts';
import { TIMESTAMP_LAYOUTS } from './timestamp-layouts.ts';

const FORMATS = await allFormats();

describe('docs/formats.md', () => {
  it('is up to date with the registry', async () => {
    await expect(formatsPage(FORMATS)).toMatchFileSnapshot(fromRoot('docs/formats.md'));
  });

  it.each(TIMESTAMP_LAYOUTS)('%s: %s', (_layout, written, means) => {
    const timestamp = new Timestamp();
    expect(readTimestamp(written, 2026, timestamp)).toBe(true);
    expect(timestamp.open).toBe(false);
    const instant = Number.isNaN(timestamp.dmy) ? timestamp.mdy : timestamp.dmy;
    expect(new Date(instant).toISOString()).toBe(means);
  });
});
