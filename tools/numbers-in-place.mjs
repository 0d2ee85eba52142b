// Part of the build: see build.mjs.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** A line that gives a name to a number, or to a few that are reckoned together. */
const NUMBER = /^(export )?const ([A-Z][A-Z\d_]*) = (-?[\d._]+(?:e\d+)?(?: (?:[-+*/]|<<) [\d._]+)*);$/gm;

/**
 * Puts numbers that have a name where they are used. esbuild does so by itself in files that import nothing; in others it
 * makes a variable of each, which is read and checked again for every byte and every row. So the numbers of a file move
 * to a module of their own.
 *
 * @param {string} root what paths are told from
 * @returns {import('esbuild').Plugin}
 */
export const numbersInPlace = (root) => ({
  name: 'numbers-in-place',
  setup(bundle) {
    /** @type {Map<string, string>} */
    const modules = new Map();
    bundle.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
      const module = `numbers:${relative(root, path).replaceAll('\\', '/')}`;
      let numbers = '';
      // What comes in place of a line stays on it, for the maps.
      const contents = readFileSync(path, 'utf8').replace(NUMBER, (_, exported, name, value) => {
        numbers += `export const ${name} = ${value};\n`;
        return `import { ${name} } from '${module}';${exported ? ` export { ${name} };` : ''}`;
      });
      modules.set(module, numbers);
      return { contents, loader: 'ts' };
    });
    bundle.onResolve({ filter: /^numbers:/ }, ({ path }) => ({ path, namespace: 'numbers' }));
    bundle.onLoad({ filter: /./, namespace: 'numbers' }, ({ path }) => ({ contents: modules.get(path) ?? '' }));
  },
});
