// Bundles the command line and the library into dist/. Loading the packages one by one from node_modules takes three
// times as long as starting Node itself. Bundled, a start takes little longer than Node's own.
//
// `npm run build` runs this, then tools/types.mjs for the declarations. An argument names a folder to use instead of dist/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { alias } from './holiday-clock.mjs';
import { licences } from './licences.mjs';
import { pageScript } from './page-script.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2];
const dist = resolve(folder ?? join(root, 'dist'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Parts of Node that packages import but no command here uses. Loading them takes a tenth of a small report's time.
 *
 * @type {Record<string, string>}
 */
const unused = {
  // commander needs it for commands that are separate programs.
  'node:child_process': 'module.exports = {};',
  // chalk imports it as a module, which reads every property once and so loads what few programs need.
  'node:process': 'module.exports = globalThis.process;',
  // It checks what forms of a client were filled in with, which nothing here asks for, with a package that makes code.
  '@modelcontextprotocol/server/_shims':
    'export const process = globalThis.process; export class DefaultJsonSchemaValidator {}',
};
/** @type {import('esbuild').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve(
      { filter: /^(node:(child_process|process)|@modelcontextprotocol\/server\/_shims)$/ },
      ({ kind, path }) =>
        // What is loaded when it is needed is used.
        kind === 'dynamic-import' ? null : { path, namespace: 'unused' },
    );
    bundle.onLoad({ filter: /./, namespace: 'unused' }, ({ path }) => ({ contents: unused[path] ?? '' }));
  },
};

/**
 * @param {import('esbuild').BuildOptions} options the options of this bundle
 * @returns the files, not yet written, and their inputs
 */
function bundled(options) {
  return build({
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    plugins: [withoutUnused, pageScript],
    alias,
    // Parsing the program is the largest part of a start, and short names halve it.
    minify: true,
    legalComments: 'none', // their full texts are in THIRD-PARTY-LICENSES.txt
    logLevel: 'warning',
    ...options,
    metafile: true,
    write: false,
  }).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
}

const modules = await bundled({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  // Each `import()` becomes a chunk of its own, loaded when needed.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  define: {
    PITWALL_VERSION: JSON.stringify(version),
    // Libraries check themselves otherwise.
    'process.env.NODE_ENV': '"production"',
  },
  // Some packages are CommonJS and call `require` for modules of Node; an ES module has no `require`.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module';\nconst require = $createRequire(import.meta.url);",
  },
  // With --debug, the maps give a stack the lines of the sources. They are larger than the program and not part of the
  // package; to read a stack from there, build the same version.
  sourcemap: 'linked',
  sourcesContent: false,
});

// This runs before the program and is compiled at every start, so it is small.
const boot = await bundled({
  entryPoints: { boot: 'src/cli/boot/boot.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});

// First the new files, then old ones are removed, so that a command that runs meanwhile finds one or the other.
const written = new Set();
/** @param {string} path @param {string | Uint8Array} contents */
function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
  written.add(path);
}
for (const file of modules.outputFiles) write(file.path, file.contents);
for (const file of boot.outputFiles) write(file.path, file.contents);
write(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(root, Object.keys(modules.metafile.inputs)));
// (Another folder may contain files of the caller.)
for (const entry of folder === undefined ? readdirSync(dist, { recursive: true, withFileTypes: true }) : []) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !written.has(path)) rmSync(path, { force: true });
}
