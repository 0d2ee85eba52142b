// Writes the manual pages into dist/man/, made from the commands of the program. `npm run build` runs this last. An
// argument names a folder to use instead of dist/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { alias } from './holiday-clock.mjs';
import { pageScript } from './page-script.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
// Beside the program: it looks for its package.json in the folders above.
const bundle = join(dist, 'man-pages.tmp.mjs');
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/manual/manual-pages.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [pageScript],
    alias,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module';\nconst require = $createRequire(import.meta.url);",
    },
  });
  const { manualPages } = await import(pathToFileURL(bundle).href);
  const folder = join(dist, 'man');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await manualPages(process.env.SOURCE_DATE_EPOCH)) writeFileSync(join(folder, name), text);
} finally {
  rmSync(bundle, { force: true });
}
