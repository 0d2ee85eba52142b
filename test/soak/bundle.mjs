// The readers and their trial as scripts that Node runs: built as the program is, from the sources as they stand.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} folder gets them
 */
export async function bundle(folder) {
  const banner =
    "import { createRequire as $createRequire } from 'node:module';\nconst require = $createRequire(import.meta.url);";
  await build({
    absWorkingDir: root,
    entryPoints: ['test/soak/reader.ts', 'test/soak/command.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['date-holidays'],
    banner: { js: banner },
    logLevel: 'warning',
  });
  return { reader: join(folder, 'reader.mjs'), command: join(folder, 'command.mjs') };
}
