import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnalyzeOptions } from '../../src/index.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** How a fixture asks to be read. */
export function optionsFor(file: string): AnalyzeOptions {
  const described = new URL('expected.json', pathToFileURL(file));
  const expected = existsSync(described) ? JSON.parse(readFileSync(described, 'utf8')) : {};
  const { fields, dateOrder, timeZone } = expected.options ?? {};
  return { ...(fields && { map: fields }), ...(dateOrder && { dateOrder }), ...(timeZone && { timeZone }) };
}

/** The data files of all fixtures but those that no format reads. */
export const FIXTURE_FILES: readonly string[] = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(csv|json|jsonl|xes)$/.test(entry.name) && entry.name !== 'expected.json')
  .filter(({ parentPath }) => !/[/\\]fixtures[/\\]none[/\\]/.test(parentPath))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort();
