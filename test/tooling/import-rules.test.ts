// The import rules (.dependency-cruiser.js) are worth something only if each of them can fail and if the checker sees
// every file: with a TypeScript it does not know it reads none, finds no violation and is content.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { parseSync } from '@swc/core';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const config = join(root, '.dependency-cruiser.js');
const options = await extractDepcruiseOptions(config);

const trees = mkdtempSync(join(tmpdir(), 'pitwall-imports-'));
afterAll(() => rmSync(trees, { recursive: true, force: true }));

/** What is imported, by the file that imports it. */
type Tree = Record<string, string>;

/** For each rule a tree that breaks it and no other; several where a rule has several halves. */
const violations: Record<string, Tree[]> = {
  'model-stage': [{ 'src/model/a.ts': '../stats/b.ts' }, { 'src/model/a.ts': '../contract/b.ts' }],
  'stats-stage': [{ 'src/stats/a.ts': '../model/b.ts' }, { 'src/stats/forecast/a.ts': '../../facts/b.ts' }],
  'contract-stage': [{ 'src/contract/a.ts': '../metrics/b.ts' }],
  'ingest-stage': [{ 'src/ingest/a.ts': '../normalize/b.ts' }, { 'src/ingest/a.ts': '../settings/b.ts' }],
  'anonymize-stage': [{ 'src/anonymize/a.ts': '../normalize/b.ts' }, { 'src/anonymize/a.ts': '../contract/b.ts' }],
  'normalize-stage': [{ 'src/normalize/a.ts': '../ingest/b.ts' }, { 'src/normalize/a.ts': '../metrics/b.ts' }],
  'facts-stage': [{ 'src/facts/a.ts': '../normalize/b.ts' }, { 'src/facts/a.ts': '../metrics/b.ts' }],
  'metrics-stage': [{ 'src/metrics/a.ts': '../normalize/b.ts' }, { 'src/metrics/a.ts': '../report/b.ts' }],
  'analysis-stage': [{ 'src/analysis/a.ts': '../ingest/b.ts' }, { 'src/analysis/a.ts': '../document/b.ts' }],
  'check-stage': [{ 'src/check/a.ts': '../metrics/b.ts' }, { 'src/check/a.ts': '../settings/b.ts' }],
  'history-stage': [{ 'src/history/a.ts': '../analysis/b.ts' }, { 'src/history/a.ts': '../settings/b.ts' }],
  'charts-stage': [{ 'src/charts/a.ts': '../metrics/b.ts' }, { 'src/charts/time/a.ts': '../../report/b.ts' }],
  'document-stage': [{ 'src/document/a.ts': '../report/b.ts' }],
  'report-stage': [{ 'src/report/a.ts': '../metrics/b.ts' }, { 'src/report/a.ts': '../stats/b.ts' }],
  'page-stage': [{ 'src/page/a.ts': '../charts/b.ts' }, { 'src/page/a.ts': '../contract/b.ts' }],
  'page-from-bundle': [{ 'src/index.ts': './page/b.ts' }],
  'settings-stage': [{ 'src/settings/a.ts': '../ingest/b.ts' }, { 'src/settings/a.ts': '../analyze.ts' }],
  'on-demand-stage': [{ 'src/on-demand/a.ts': '../ingest/b.ts' }, { 'src/on-demand/a.ts': '../normalize/b.ts' }],
  'cli-stage': [{ 'src/cli/a.ts': '../model/b.ts' }, { 'src/cli/commands/a.ts': '../../analyze.ts' }],
  'boot-stands-alone': [
    { 'src/cli/boot/a.ts': '../version.ts' },
    { 'src/cli/boot/a.ts': '../../index.ts' },
    { 'src/cli/boot/a.ts': 'commander' },
  ],
  'nothing-imports-cli': [{ 'src/analyze.ts': './cli/b.ts' }, { 'src/index.ts': './cli/main.ts' }],
  'ingest-text': [
    { 'src/ingest/text/json/a.ts': '../../detect/b.ts' },
    { 'src/ingest/text/csv/a.ts': '../../format.ts' },
    { 'src/ingest/text/a.ts': '../time/b.ts' },
  ],
  'ingest-time': [{ 'src/ingest/time/a.ts': '../table/b.ts' }, { 'src/ingest/time/a.ts': '../format.ts' }],
  'ingest-source': [{ 'src/ingest/source/a.ts': '../detect/b.ts' }, { 'src/ingest/source/a.ts': '../format.ts' }],
  'ingest-table': [
    { 'src/ingest/table/a.ts': '../tools/shared/b.ts' },
    { 'src/ingest/table/column-words/a.ts': '../../propose/b.ts' },
  ],
  'ingest-propose': [
    { 'src/ingest/propose/a.ts': '../tools/jira/b.ts' },
    { 'src/ingest/propose/a.ts': '../registry.ts' },
  ],
  'ingest-detect': [{ 'src/ingest/detect/a.ts': '../registry.ts' }, { 'src/ingest/detect/a.ts': '../readers/b.ts' }],
  'ingest-readers': [
    { 'src/ingest/readers/a.ts': '../tools/jira/b.ts' },
    { 'src/ingest/readers/a.ts': '../settle/b.ts' },
    { 'src/ingest/readers/a.ts': '../registry.ts' },
  ],
  'ingest-settle': [
    { 'src/ingest/settle/a.ts': '../readers/b.ts' },
    { 'src/ingest/settle/a.ts': '../tools/jira/b.ts' },
  ],
  'ingest-tools': [
    { 'src/ingest/tools/jira/a.ts': '../../readers/b.ts' },
    { 'src/ingest/tools/shared/a.ts': '../../text/json/json-file.ts' },
    { 'src/ingest/tools/jira/csv/a.ts': '../../../text/csv/b.ts' },
  ],
  'tool-imports-no-tool': [
    { 'src/ingest/tools/jira/a.ts': '../azure/b.ts' },
    { 'src/ingest/tools/jira/csv/a.ts': '../../stage-dates/b.ts' },
    { 'src/ingest/tools/shared/a.ts': '../jira/b.ts' },
  ],
  'stats-random': [{ 'src/stats/random/a.ts': '../distributions/b.ts' }],
  'stats-distributions': [{ 'src/stats/distributions/a.ts': '../random/b.ts' }],
  'stats-control': [{ 'src/stats/control/a.ts': '../interval/b.ts' }],
  'stats-interval': [{ 'src/stats/interval/a.ts': '../survival/b.ts' }],
  'stats-survival': [{ 'src/stats/survival/a.ts': '../forecast/b.ts' }],
  'stats-forecast': [{ 'src/stats/forecast/a.ts': '../compare/b.ts' }],
  'stats-compare': [{ 'src/stats/compare/a.ts': '../control/b.ts' }],
  'metric-imports-no-metric': [
    { 'src/metrics/measures/time/a/a.ts': '../b/b.ts' },
    { 'src/metrics/measures/time/a/a.ts': '../../flow/b/b.ts' },
    { 'src/metrics/measures/time/a/a-view.ts': '../b/b-view.ts' },
    { 'src/metrics/measures/time/a/a.ts': '../../../index.ts' },
  ],
  'derive-imports-no-metric': [
    { 'src/metrics/derive/a.ts': '../measures/time/b/b.ts' },
    { 'src/metrics/derive/a.ts': '../view/b.ts' },
  ],
  'view-imports-no-metric': [{ 'src/metrics/view/a.ts': '../measures/time/b/b.ts' }],
  'node-at-the-edges': [{ 'src/report/a.ts': 'node:fs' }, { 'src/model/a.ts': 'fs' }, { 'src/analyze.ts': 'node:fs' }],
  offline: [{ 'src/cli/a.ts': 'node:https' }, { 'src/ingest/a.ts': 'dns/promises' }],
  'model-packages': [{ 'src/model/a.ts': 'zod' }],
  'stats-packages': [{ 'src/stats/a.ts': '@date-fns/tz' }],
  'contract-packages': [{ 'src/contract/a.ts': 'ajv' }],
  'commander-only-in-cli': [{ 'src/index.ts': 'commander' }, { 'src/index.ts': '@clack/prompts' }],
  '@modelcontextprotocol/server-only-in-cli-mcp': [
    { 'src/cli/commands/a.ts': '@modelcontextprotocol/server' },
    { 'src/analyze.ts': '@modelcontextprotocol/server/stdio' },
  ],
  'cli-table3-only-in-report': [{ 'src/cli/a.ts': 'cli-table3' }, { 'src/cli/a.ts': 'chalk' }],
  'echarts-only-in-report-pictures-page': [{ 'src/report/a.ts': 'echarts/core' }, { 'src/charts/a.ts': 'echarts' }],
  'csv-parse-only-in-ingest': [
    { 'src/normalize/a.ts': 'csv-parse' },
    { 'src/cli/a.ts': 'hucre/xlsx' },
    { 'src/settings/a.ts': 'saxes' },
    { 'src/analyze.ts': 'yauzl' },
    { 'src/cli/a.ts': 'hyparquet' },
  ],
  'pure-rand-only-in-stats-random': [{ 'src/metrics/a.ts': 'pure-rand' }],
  'yaml-only-in-settings': [{ 'src/ingest/a.ts': 'yaml' }],
  'known-folder': [{ 'src/analyze.ts': './helpers/b.ts' }],
  'src-imports-no-test': [{ 'src/analyze.ts': '../test/b.ts' }, { 'src/cli/a.ts': '../../tools/b.ts' }],
  'no-cycle': [{ 'src/model/a.ts': './b.ts', 'src/model/b.ts': './a.ts' }],
  'no-orphan': [{ 'src/metrics/derive/a.ts': '' }],
  'no-unresolvable': [{ 'src/model/a.ts': './b' }],
};

/** What the rules must let pass, or they would be in the way. */
const permitted: Tree = {
  'src/index.ts': './analyze.ts',
  'src/analyze.ts': './metrics/index.ts',
  'src/metrics/index.ts': './measures/time/a/a.ts',
  'src/metrics/measures/time/a/a.ts': './a-view.ts',
  'src/metrics/measures/time/a/a-view.ts': '../../../view/b.ts',
  'src/metrics/view/b.ts': '../metric.ts',
  'src/metrics/metric.ts': './metric-input.ts',
  'src/metrics/metric-input.ts': '../contract/b.ts',
  'src/contract/b.ts': 'zod',
  'src/model/a.ts': '@date-fns/tz',
  'src/cli/main.ts': '../index.ts',
  'src/cli/boot/boot.ts': './code-folder.ts',
  'src/cli/boot/code-folder.ts': 'node:fs',
  'src/cli/commands/a.ts': 'commander',
  'src/ingest/a.ts': 'node:fs',
  'src/ingest/text/csv/a.ts': 'csv-parse',
  'src/ingest/source/a.ts': 'hucre/xlsx',
  'src/ingest/tools/jira/csv/a.ts': '../issues/b.ts',
  'src/ingest/tools/jira/issues/b.ts': '../../shared/c.ts',
  'src/ingest/tools/shared/c.ts': '../../text/json/json-values.ts',
  'src/ingest/propose/a.ts': '../table/column-words/b.ts',
  'src/ingest/table/column-words/b.ts': '../../format.ts',
  'src/ingest/readers/a.ts': '../source/a.ts',
  'src/metrics/derive/a.ts': '../../stats/b.ts',
  'src/stats/b.ts': '../model/time/a.ts',
  'src/stats/forecast/a.ts': '../random/b.ts',
  'src/stats/random/b.ts': 'pure-rand/distribution/uniformInt',
  'src/stats/compare/a.ts': '../select.ts',
  'src/report/a.ts': '../contract/b.ts',
};

describe('every import rule can fail', () => {
  it('and has a tree here that breaks it', () => {
    const rules = options.ruleSet?.forbidden?.map(({ name }) => name);
    expect(Object.keys(violations)).toEqual(rules);
  });

  it.each(options.ruleSet?.forbidden ?? [])('$name says why it is there', ({ comment }) => {
    expect(comment).toMatch(/\w{3,}.*[.]$/);
  });

  const cases = Object.entries(violations).flatMap(([rule, each]) => each.map((tree) => ({ rule, tree })));
  it.each(cases)('$rule: $tree', async ({ rule, tree }) => {
    expect(await broken(plant(tree))).toEqual([rule]);
  });

  it('and none of them fails without cause', async () => {
    expect(await broken(plant(permitted))).toEqual([]);
  });

  it.each([
    ["import { b } from '../stats/b.ts';"],
    ["import type { B } from '../stats/b.ts';"],
    ["import { type B } from '../stats/b.ts';"],
    ["import '../stats/b.ts';"],
    ["export { b } from '../stats/b.ts';"],
    ["export type { B } from '../stats/b.ts';"],
    ["export * from '../stats/b.ts';"],
    ["export const load = () => import('../stats/b.ts');"],
    ["export class A { async #b(): Promise<unknown> { return (await import('../stats/b.ts')) satisfies object; } }"],
  ])('however the import is written: %s', async (text) => {
    const tree = plant({ 'src/model/a.ts': '../stats/b.ts' });
    writeFileSync(join(tree, 'src/model/a.ts'), text);
    expect(await broken(tree)).toEqual(['model-stage']);
  });

  it('and the command that checks them then ends with an error', () => {
    const tree = plant({ 'src/model/a.ts': '../stats/b.ts' });
    const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cli, 'src', '--config', config, '--output-type', 'err-long'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
    expect(stdout).toContain('model-stage: src/model/a.ts → src/stats/b.ts');
    expect(status).toBe(1);
  });
});

describe('the checker', async () => {
  const { modules } = await look(root);
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => posix.join('src', file.replaceAll('\\', '/')))
    .sort();

  it('sees every source file', () => {
    const seen = modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));
    expect(seen.sort()).toEqual(files);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('sees every import that reading the text finds, of types as well', () => {
    const seen = new Set(
      modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => `${source} → ${resolved}`)),
    );
    const missed = files.flatMap((file) =>
      relativeImports(readFileSync(join(root, file), 'utf8'))
        .map((path) => `${file} → ${posix.join(posix.dirname(file), path)}`)
        .filter((edge) => !seen.has(edge)),
    );
    expect(missed).toEqual([]);
  });
});

// The checker cannot tell `import type` from `import`, so these rules are read from the syntax itself.
describe('only types are imported', () => {
  const rules = [
    // What reading and normalizing do must not hang on the shape of the output.
    { folder: 'src/ingest', from: /^(\.\.\/)+contract\// },
    { folder: 'src/normalize', from: /^(\.\.\/)+contract\// },
    // Megabytes of data that few runs need: `await import()` where a country is asked for.
    { folder: 'src', from: /^date-holidays$/ },
  ];
  it.each(rules)('into $folder from $from', ({ folder, from }) => {
    const offenders = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => valueImports(readFileSync(join(root, folder, file), 'utf8')).some((path) => from.test(path)));
    expect(offenders).toEqual([]);
  });

  it.each([
    ["import { schema } from '../contract/result.ts';", ['../contract/result.ts']],
    ["import { type Result } from '../contract/result.ts';", ['../contract/result.ts']],
    ["import Holidays from 'date-holidays';", ['date-holidays']],
    ["export { schema } from '../contract/result.ts';", ['../contract/result.ts']],
    ["export * from '../contract/result.ts';", ['../contract/result.ts']],
    ["import type { Result } from '../contract/result.ts';", []],
    ["export type { Result } from '../contract/result.ts';", []],
    ["const load = () => import('date-holidays');", []],
  ])('as far as the syntax says: %s', (text, paths) => {
    expect(valueImports(text)).toEqual(paths);
  });
});

/** Writes the tree, with an empty file or package for whatever it imports, and returns its folder. */
function plant(tree: Tree): string {
  const folder = mkdtempSync(join(trees, 'tree-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('package.json', '{ "type": "module" }');
  for (const [file, path] of Object.entries(tree)) {
    write(file, path === '' ? 'export {};\n' : `import '${path}';\n`);
    const target = posix.join(posix.dirname(file), path);
    if (path.startsWith('.')) {
      if (path.endsWith('.ts') && !(target in tree)) write(target, 'export const b = 1;\nexport type B = number;\n');
    } else if (path !== '' && !isBuiltin(path)) {
      write(`node_modules/${path}/package.json`, `{ "name": "${path}", "main": "index.js" }`);
      write(`node_modules/${path}/index.js`, '');
    }
  }
  return folder;
}

async function look(folder: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], { ...options, baseDir: folder, validate: true });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** The names of the rules a tree breaks. */
async function broken(folder: string): Promise<string[]> {
  const { summary } = await look(folder);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

/** The relative imports in a text, found without a parser. */
function relativeImports(text: string): string[] {
  const patterns = [
    /^(?:import|export)\b[^'";]*?\bfrom '(\.[^']+)'/gm,
    /^import '(\.[^']+)'/gm,
    /\bimport\('(\.[^']+)'\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, path = '']) => path));
}

/** What a text imports for more than its types, at its top level. */
function valueImports(text: string): string[] {
  return parseSync(text, { syntax: 'typescript' }).body.flatMap((node) => {
    if (node.type === 'ImportDeclaration') return node.typeOnly ? [] : [node.source.value];
    if (node.type === 'ExportAllDeclaration') return [node.source.value];
    if (node.type !== 'ExportNamedDeclaration' || !node.source) return [];
    return 'typeOnly' in node && node.typeOnly ? [] : [node.source.value];
  });
}
