// What the pages point to is there: files, headings, and paths of the repository in running text.
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromRoot, PAGES, pageText } from './pages.ts';

/** The anchor that a heading gets, as code hosts make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsOf(page: string): string[] {
  return Array.from(pageText(page).matchAll(/^#+ (.*)$/gm), ([, heading]) => anchorOf(heading as string));
}

function brokenLinks(page: string): string[] {
  return Array.from(pageText(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target as string).filter((target) => {
    if (/^https:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(fromRoot('.'), join(fromRoot(dirname(page)), path));
    if (!existsSync(fromRoot(file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
}

/** Paths such as `src/metrics/index.ts`; those with a place to fill in, `src/report/<id>.ts`, up to there. */
function missingPaths(page: string): string[] {
  const paths = Array.from(
    pageText(page).matchAll(/`((?:src|test|tools|fixtures|docs|bin)\/[\w./<>-]*)`/g),
    ([, path]) => (path as string).replace(/\/?[^/]*<.*$/, ''),
  );
  return paths.filter((path) => !existsSync(fromRoot(path)));
}

describe.each(PAGES)('%s', (page) => {
  it('has no broken links', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('names no path that is not there', () => {
    expect(missingPaths(page)).toEqual([]);
  });
});
