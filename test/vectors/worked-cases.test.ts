import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze, parseConfiguration } from '../../src/index.ts';
import { differences } from '../reference/differences.ts';

const folder = fileURLToPath(new URL('../../../shared/spec/vectors/', import.meta.url));

// Worked cases that lie beside the checkout, where they do: they are not part of the project.
describe.skipIf(!existsSync(folder))('worked cases beside the checkout', () => {
  const cases = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+$/.test(name)) : [];
  for (const name of cases) {
    for (const basis of ['elapsed', 'working', 'inclusive'] as const) {
      it(`${name}, ${basis}`, async () => {
        const file = `${folder}${name}/pitwall.yaml`;
        const configuration = await parseConfiguration(readFileSync(file, 'utf8'), 'pitwall.yaml');
        const report = await analyze(`${folder}${name}/log.csv`, { configuration, basis });
        const expected = JSON.parse(readFileSync(`${folder}${name}/expected.${basis}.json`, 'utf8'));
        // They leave out a line of waste: lines are compared by name.
        const named = expected.waste.lines.map(({ line }: { line: string }) =>
          report.waste.lines.find((own) => own.line === line),
        );
        expect(differences(expected, { ...report, waste: { ...report.waste, lines: named } })).toEqual([]);
      });
    }
  }
});
