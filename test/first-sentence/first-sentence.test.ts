// Nothing makes a reader lose trust so fast as a first sentence that is false.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open, reportDocument } from '../../src/index.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import { SENTENCES } from './sentences.ts';

const ROOT = join(import.meta.dirname, '../../fixtures');
const FORMATS = await allFormats();

function casesOf(format: string): string[] {
  const folder = join(ROOT, format);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** The case as its user would have it read: all files together, with the options that `expected.json` names. */
async function firstSentence(format: string, name: string): Promise<string> {
  const folder = join(ROOT, format, name);
  const inputs = readdirSync(folder).filter((file) => file !== 'expected.json');
  const { options = {} } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    options?: AnalyzeOptions & { fields?: Record<string, string> };
  };
  const { fields, ...others } = options;
  const analysis = await open(
    inputs.sort().map((file) => join(folder, file)),
    fields === undefined ? others : { ...others, map: fields },
  );
  return reportDocument(analysis.report()).title;
}

describe('the first sentence of a report', () => {
  const cases = FORMATS.flatMap(({ id }) => casesOf(id).map((name): [string, string] => [id, name]));

  it('is written by hand for every fixture of every format, and for no other', () => {
    const written = Object.entries(SENTENCES).flatMap(([format, own]) =>
      Object.keys(own).map((name) => `${format}/${name}`),
    );
    expect(written.sort()).toEqual(cases.map((one) => one.join('/')).sort());
  });

  it.each(cases)('is true of %s: %s', async (format, name) => {
    expect(await firstSentence(format, name)).toBe(SENTENCES[format]?.[name]);
  });
});
