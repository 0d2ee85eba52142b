import { existsSync, readFileSync } from 'node:fs';

/** The version in the nearest package.json above, which is the program's own for the sources and for the build. */
export function readVersion(): string {
  for (let folder = new URL('./', import.meta.url); ; folder = new URL('../', folder)) {
    const manifest = new URL('package.json', folder);
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    if (folder.pathname === '/' || new URL('../', folder).href === folder.href)
      throw new Error('no package.json found');
  }
}
