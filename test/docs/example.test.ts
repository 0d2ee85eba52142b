// The bundled example is what its generator writes, and holds what the pages say it does.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { open, parseConfiguration } from '../../src/index.ts';
import { fromRoot } from './pages.ts';

const LOG = fromRoot('fixtures/example/content-board.csv');

it('is what its generator writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pitwall-example-'));
  try {
    execFileSync(process.execPath, [fromRoot('tools/generate-example.mjs'), folder]);
    expect(readFileSync(join(folder, 'content-board.csv'), 'utf8')).toBe(readFileSync(LOG, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('reads as its configuration says, which is also what would be inferred', async () => {
  const text = readFileSync(fromRoot('fixtures/example/pitwall.yaml'), 'utf8');
  const configured = (await open(LOG, { configuration: await parseConfiguration(text, 'pitwall.yaml') })).report();
  const stages = ({ name, kind }: { name: string; kind: string }) => `${name} ${kind}`;
  const inferred = (await open(LOG)).report();
  expect(configured.workflow.stages.map(stages)).toEqual(inferred.workflow.stages.map(stages));
  expect(configured.findings.map(({ code, count }) => [code, count])).toEqual([
    ['gap', 3],
    ['duplicate', 3],
  ]);
});
