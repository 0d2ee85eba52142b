import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReportPage, open, parseConfiguration } from '../../src/index.ts';
import type { AnalyzeOptions } from '../../src/settings/analyze-options.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'pitwall-pages-'));

export function removePages(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Writes a text to a file of its own. */
export function fileOf(name: string, text: string): string {
  const file = join(FOLDER, name);
  writeFileSync(file, text);
  return file;
}

/** The page of an export given as text. */
export async function pageOfText(csv: string, options: AnalyzeOptions = {}): Promise<string> {
  const analysis = await open({ name: 'log.csv', data: csv }, { timeZone: 'UTC', ...options });
  return makeReportPage(analysis, analysis.report());
}

/** The page of the bundled example. */
export async function examplePage(options: AnalyzeOptions = {}): Promise<string> {
  const configuration = await parseConfiguration(readFileSync('fixtures/example/pitwall.yaml', 'utf8'), 'pitwall.yaml');
  const analysis = await open('fixtures/example/content-board.csv', { configuration, ...options });
  return makeReportPage(analysis, analysis.report());
}
