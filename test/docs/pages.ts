import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a page. */
export interface Fence {
  /** The word after the opening fence: `sh`, `text`, `csv`; empty if there is none. */
  language: string;
  text: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** The nearest heading above it. */
  heading: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** The pages of the project, as paths from its root. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** The path of a file of the project. */
export function fromRoot(path: string): string {
  return join(ROOT, path);
}

export function pageText(page: string): string {
  return readFileSync(fromRoot(page), 'utf8');
}

/** The fenced blocks of a page, in order. */
export function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  let open: { language: string; line: number; lines: string[] } | null = null;
  let heading = '';
  for (const [index, line] of pageText(page).split('\n').entries()) {
    const mark = /^```(.*)$/.exec(line);
    if (mark === null) {
      if (open !== null) open.lines.push(line);
      else if (/^#+ /.test(line)) heading = line.replace(/^#+ /, '');
    } else if (open === null) open = { language: (mark[1] as string).trim(), line: index + 1, lines: [] };
    else {
      fences.push({ language: open.language, text: `${open.lines.join('\n')}\n`, line: open.line, heading });
      open = null;
    }
  }
  if (open !== null) throw new Error(`${page}:${open.line}: the block is not closed`);
  return fences;
}

/** Words of a shell line: what quotes hold stays together. */
export function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g), ([word]) => word.replace(/['"]/g, ''));
}
