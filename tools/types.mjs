// Writes the declarations of the public API as one file, dist/index.d.ts. An argument names a folder to use instead of
// dist/. `npm run build` runs this after the bundles.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-types-'));
try {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '--project', join(root, 'tsconfig.build.json'), '--outDir', scratch];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  const bundle = await rollup({
    input: join(scratch, 'index.d.ts'),
    plugins: [dts()],
    external: ['zod'],
    // A warning means that a type would be missing in the file.
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({ file: join(dist, 'index.d.ts'), format: 'es' });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
