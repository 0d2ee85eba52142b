// What each command shows first on a terminal, over the bundled example: read the golden files as whoever has two minutes.
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { pitwall } from './terminal.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-screens-'));
const at = { cwd: folder };
const BOARD = 'board.csv';
const INFERRED = 'guess/board.csv';

/** As typed, without `pitwall`. `pitwall.yaml` is that of the example; it says nothing of the other folder's files. */
const COMMANDS: readonly (readonly string[])[] = [
  ['report', BOARD],
  ['report', BOARD, '--history', 'flow.ndjson'],
  ['report', BOARD, '-c', 'none.yaml'],
  ['report', 'trello.json', '-c', 'none.yaml'],
  ['report', BOARD, '--verbose'],
  ['report', BOARD, '--findings'],
  ['report', BOARD, '--by', 'type'],
  ['cycle-time', BOARD],
  ['flow-efficiency', INFERRED, '-c', 'none.yaml'],
  ['stages', BOARD],
  ['waste', BOARD],
  ['items', BOARD],
  ['item', 'MKT-89', BOARD],
  ['inspect', BOARD],
  ['check', BOARD, '--max', 'cycleTime.p85=20d', '--min', 'flowEfficiency.efficiency=25%'],
  ['snapshot', BOARD, '--history', 'flow.ndjson'],
  ['trend', BOARD],
  ['compare', BOARD, '--split-at', '2026-04-01'],
  ['forecast', BOARD],
  ['risk', BOARD],
  ['sensitivity', BOARD],
  ['chart', 'throughput', BOARD],
  ['chart'],
  ['explain', 'flow-efficiency'],
  ['explain'],
  ['formats', 'trello-board'],
  ['formats'],
  ['leak', '15m', '--people', '5', '--every', 'day', '--rate', '55'],
];

const isReport = ([command]: readonly string[]) => command === 'report';

async function shown(argv: readonly string[], width: number): Promise<string[]> {
  const { stdout, stderr } = await pitwall([...argv, '--width', String(width)], at);
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

beforeAll(async () => {
  // Paths are shown as seen from here.
  process.chdir(folder);
  mkdirSync(join(folder, 'guess'));
  for (const copy of [BOARD, INFERRED]) copyFileSync(join(FIXTURES, 'example/content-board.csv'), join(folder, copy));
  copyFileSync(join(FIXTURES, 'example/pitwall.yaml'), join(folder, 'pitwall.yaml'));
  copyFileSync(join(FIXTURES, 'trello-board/renamed-lists/board.json'), join(folder, 'trello.json'));
  writeFileSync(join(folder, 'none.yaml'), '{}\n');
  // A history that ends some weeks before the export does.
  const early = ['snapshot', BOARD, '--history', 'flow.ndjson', '--as-of', '2026-05-31'];
  expect((await pitwall(early, at)).status).toBe(0);
});

describe.each([
  { width: 80, height: 24 },
  { width: 120, height: 40 },
])('a terminal of $width × $height', ({ height, width }) => {
  it('shows of each command the answer first', async () => {
    const screens: string[] = [];
    for (const argv of COMMANDS) {
      const lines = await shown(argv, width);
      const rest = lines.length - height;
      const first = lines.slice(0, height).join('\n');
      screens.push(
        `$ pitwall ${argv.join(' ')}\n${first}\n${rest > 0 ? `[${rest} more line${rest === 1 ? '' : 's'}]\n` : ''}`,
      );
    }
    await expect(screens.join('\n\n')).toMatchFileSnapshot(`golden/screens-${width}x${height}.txt`);
  });

  it.each(COMMANDS.map((argv) => [argv.join(' '), argv] as const))('pitwall %s', async (_, argv) => {
    const lines = await shown(argv, width);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
    // The answer is a sentence in one to three lines, and a blank line after it.
    const end = lines.indexOf('');
    expect(lines.slice(0, end).join(' ')).toMatch(/^\S.*[.]$/);
    expect(end).toBeLessThanOrEqual(3);
    // Nothing of the frame but two lines, or three where its words are long.
    if (!argv.includes('--verbose') && !argv.includes('inspect')) expect(lines.join('\n')).not.toMatch(/^Window /m);
  });
});

describe('the report', () => {
  it.each(
    COMMANDS.filter(isReport)
      .filter((argv) => !/--(verbose|findings|by)/.test(argv.join(' ')))
      .map((argv) => [argv.join(' '), argv] as const),
  )('takes two screens of 24 lines with the prompt: pitwall %s', async (_, argv) => {
    expect((await shown(argv, 80)).length).toBeLessThan(48);
  });

  it('has two small pictures at most, of five lines at most', async () => {
    const withPictures = await shown(['report', BOARD], 80);
    const without = await shown(['report', BOARD, '--no-charts'], 80);
    // With the blank line before each.
    expect(withPictures.length - without.length).toBeGreaterThan(0);
    expect(withPictures.length - without.length).toBeLessThanOrEqual(12);
  });

  it('has with --verbose and --findings the rest of what its first lines say', async () => {
    const headings = async (...options: string[]) =>
      (await shown(['report', BOARD, ...options], 80)).filter((line) =>
        /^(What was read|What the data could not say)$/.test(line),
      );
    expect(await headings()).toEqual([]);
    expect(await headings('--verbose')).toEqual(['What was read']);
    expect(await headings('--findings')).toEqual(['What the data could not say']);
    expect(await headings('--verbose', '--findings')).toEqual(['What was read', 'What the data could not say']);
  });

  it('has with --full what the short one leaves out', async () => {
    const short = (await shown(['report', BOARD], 80)).join('\n');
    const full = (await shown(['report', BOARD, '--full'], 80)).join('\n');
    for (const heading of ['Read ', 'Workflow ', 'In progress, oldest first', 'What the data could not say']) {
      expect(short).not.toContain(`\n${heading}`);
      expect(full).toContain(`\n${heading}`);
    }
    expect(full.split('\n')[0]).toBe(short.split('\n')[0]);
  });
});
