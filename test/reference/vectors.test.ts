import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { referenceAnalyze } from './analyze.ts';
import { differences } from './differences.ts';
import { readLog } from './log/read-log.ts';
import { settingsFrom } from './settings.ts';
import type { ReferenceSettings } from './types.ts';

// Worked cases that stand beside the checkout, where somebody has put them there.
const VECTORS = fileURLToPath(new URL('../../../shared/spec/vectors/', import.meta.url));
const BASES: ReferenceSettings['basis'][] = ['elapsed', 'working', 'inclusive'];

interface Expected {
  waste: { lines: { line: string }[] };
  [metric: string]: unknown;
}

/** The worked cases leave out a line of waste: lines are compared by name, and the rest as it is. */
function compareWithVector(expected: Expected, answer: ReturnType<typeof referenceAnalyze>): string[] {
  const named = expected.waste.lines.map(({ line }) => answer.waste.lines.find((own) => own.line === line));
  return differences(expected, { ...answer, waste: { ...answer.waste, lines: named } });
}

const cases = existsSync(VECTORS)
  ? readdirSync(VECTORS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

// Skipped where nobody has put them there: they are not part of the project.
describe.skipIf(cases.length === 0)('worked cases beside the checkout', () => {
  for (const { name } of cases) {
    const read = (file: string) => readFileSync(join(VECTORS, name, file), 'utf8');
    it.each(BASES)(`${name} has the figures of the basis %s`, (basis) => {
      const settings = { ...settingsFrom(parse(read('pitwall.yaml'))), basis };
      const rows = readLog(read('log.csv'), settings.timeZone);
      const expected = JSON.parse(read(`expected.${basis}.json`)) as Expected;
      expect(compareWithVector(expected, referenceAnalyze(rows, settings))).toEqual([]);
    });
  }
});
