// docs/architecture.md describes the house as it is: the import rules and the folders are those of the repository.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromRoot, pageText } from './pages.ts';

const PAGE = 'docs/architecture.md';

interface Rule {
  name: string;
  to: { pathNot?: string | string[] };
}

// By a path that is put together: its types are not for the compiler to check.
const { default: configuration } = (await import(fromRoot('.dependency-cruiser.js'))) as {
  default: { forbidden: Rule[] };
};

/** What each folder may import, by the rules: `facts` → `model, stats`. */
function allowed(): Record<string, string> {
  const entries = configuration.forbidden.flatMap(({ name, to }): [string, string][] => {
    const folder = /^(.+)-stage$/.exec(name)?.[1];
    if (folder === undefined) return [];
    const paths = [to.pathNot ?? []].flat();
    const others = paths.map((path) => path.replace(/^\^src\/|\/$/g, '')).filter((other) => other !== folder);
    if (folder === 'cli') return [[folder, 'the public API alone']];
    return [[folder, others.join(', ') || 'nothing']];
  });
  return Object.fromEntries(entries);
}

describe(PAGE, () => {
  const rows = Array.from(pageText(PAGE).matchAll(/^\| `([\w-]+)` \| .* \| ([^|]*) \|$/gm), ([, folder, imports]) => [
    folder as string,
    (imports as string).trim(),
  ]);

  it('states the import rules', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(Object.fromEntries(rows)).toEqual(allowed());
  });

  it('names every folder of the source', () => {
    const folders = readdirSync(fromRoot('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rows.map(([folder]) => folder).sort()).toEqual(folders.map(({ name }) => name).sort());
  });
});
