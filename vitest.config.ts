import { defineConfig } from 'vitest/config';
import { pageScriptInTests } from './tools/page-script.mjs';

/**
 * Test files that change what a process has but once (its environment, its folder, methods of the program that are
 * spied on) or that run other programs. Each has a process of its own; a test sees to it that no other file needs one.
 */
export const ALONE = [
  'test/cli/**/*.test.ts',
  'test/tooling/**/*.test.ts',
  'test/check/trend-figures.test.ts',
  'test/docs/ci-jobs.test.ts',
  'test/docs/commands.test.ts',
  'test/analysis/same-answer.test.ts',
  'test/ingest/conformance.test.ts',
  'test/ingest/text/csv/cell-ids-growth.test.ts',
  'test/ingest/look-alikes.test.ts',
  'test/library/failed-metric.test.ts',
  'test/library/forecast.test.ts',
  'test/pages/**/*.test.ts',
  'test/settings/public-holidays.test.ts',
];

const ALL = 'test/**/*.test.ts';

export default defineConfig({
  plugins: [pageScriptInTests],
  test: {
    pool: 'forks',
    // One core would be left idle.
    maxWorkers: '100%',
    // A machine that is busy with other things takes five times as long; what hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // The same for what a page is waited for: a second, as it is otherwise, passes before a busy browser has drawn.
    expect: { poll: { timeout: 30_000 } },
    // `describe`, `it` and `expect` are imported: a test file says what it uses, and types need no global declarations.
    globals: false,
    // A run that finds no test has found nothing out.
    passWithNoTests: false,
    // A `.only` left behind would silently switch the other tests off.
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      // The program is taken in once for each process, not for each file, which took as long as half of the tests.
      { extends: true, test: { name: 'together', include: [ALL], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
