// The script of the report's page, bundled into one text, and the hash by which the page's policy knows it.
import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licences } from './licences.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** The file that holds the script in the program. */
const HOLDER = /[\\/]pictures[\\/]page[\\/]page-script\.ts$/;

/** The holder's contents with the script in it. */
async function contents() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/page/main.ts'],
    outdir: 'dist',
    bundle: true,
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    format: 'iife',
    minify: true,
    legalComments: 'none', // their texts stand in the page
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  const script = /** @type {import('esbuild').OutputFile} */ (outputFiles[0]).text.trim();
  if (/<\/script|<!--/i.test(script)) throw new Error('The script of the page would end itself.');
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const texts = licences(root, Object.keys(metafile.inputs));
  return [
    `export const PAGE_SCRIPT = ${JSON.stringify(script)};`,
    `export const PAGE_SCRIPT_HASH = ${JSON.stringify(hash)};`,
    `export const PAGE_LICENCES = ${JSON.stringify(texts)};`,
  ].join('\n');
}

/** @type {Promise<string> | undefined} */
let made;

/**
 * For esbuild: puts the script in its place.
 *
 * @type {import('esbuild').Plugin}
 */
export const pageScript = {
  name: 'page-script',
  setup(bundle) {
    bundle.onLoad({ filter: HOLDER }, async () => {
      made ??= contents();
      return { contents: await made, loader: 'js' };
    });
  },
};

/** For vitest: the same, only in runs that make a page. */
export const pageScriptInTests = {
  name: 'page-script',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  async load(id) {
    if (!HOLDER.test(id)) return null;
    made ??= contents();
    return { code: await made, map: null };
  },
};
