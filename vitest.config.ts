import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files have worker processes of their own, so a test may set process.env or change directory.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // `describe`, `it` and `expect` are imported: a test file says what it uses, and types need no global declarations.
    globals: false,
    // A run that finds no test has found nothing out.
    passWithNoTests: false,
    // A `.only` left behind would silently switch the other tests off.
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
