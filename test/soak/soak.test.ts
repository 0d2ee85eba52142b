// The same random logs in every form that a file can have. `npm run soak` goes on for as long as it is let.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.mjs';
import { ReadingProcess } from './reading-process.ts';
import { smallest } from './smallest.ts';
import { PLAIN } from './spelling.ts';
import { trial } from './trial.ts';
import type { WorkItem } from './work.ts';

/**
 * Logs of 5 to 1,029 items. With the table of cells as it was when it lost its place behind quotes written twice, and
 * with keys found by their number that forgot such quotes, the one or the other is read wrongly.
 */
const SEEDS = [2, 3, 21, 24, 27, 37, 44];

const folder = mkdtempSync(join(tmpdir(), 'pitwall-soak-'));
const readers: ReadingProcess[] = [];

afterAll(() => {
  for (const reader of readers) reader.end();
  rmSync(folder, { recursive: true, force: true });
});

function readerOf(path: string): ReadingProcess {
  const reader = new ReadingProcess(path);
  readers.push(reader);
  return reader;
}

/** A process that answers as the given code does, in place of one that reads. */
function pretender(name: string, code: string): ReadingProcess {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `process.on('message', ({ items }) => { ${code} });\nprocess.send('ready');\n`);
  return readerOf(path);
}

function itemOf(title: string, number: number): WorkItem {
  const change = { at: 86_400_000, from: 'To do', to: 'Done', people: ['ana'], points: '3', rows: 1 };
  return { id: `${number}`, title, type: 'Bug', created: 0, changes: [change, { ...change, at: 172_800_000 }] };
}

describe('a log is the same in every form of its file:', () => {
  let reader: ReadingProcess;
  beforeAll(async () => {
    reader = readerOf((await bundle(folder)).reader);
  });

  it.each(SEEDS)(
    'that of seed %d',
    async (seed) => {
      const { failed } = await trial(seed, reader, 20_000);
      expect(failed).toBe(null);
    },
    120_000,
  );
});

describe('a file that is read wrongly', () => {
  it('is made as small as shows it', async () => {
    // Three items with a quote are read wrongly, whatever else there is.
    const reader = pretender(
      'wrong',
      `const few = items.filter(({ title }) => title.includes('"')).length < 3;
       process.send({ difference: few ? null : { kind: 'log', spelling: 0, what: items.length + ' items' } });`,
    );
    const items = Array.from({ length: 90 }, (_, number) =>
      itemOf(number % 7 === 0 ? `a "${number}"` : 'plain', number),
    );
    const failure = { kind: 'log' as const, spelling: 0, what: 'all' };
    const spelling = { ...PLAIN, packed: 'gzip' as const, chunk: 3 };
    const small = await smallest({ items, spelling, failure }, reader, 60_000);
    expect(small.failure.what).toBe('3 items');
    expect(small.spelling).toEqual(PLAIN);
    expect(small.items.map(({ changes, type }) => [changes.length, changes[0]?.people, type])).toEqual(
      Array(3).fill([1, [], '']),
    );
  }, 90_000);

  it('is told from one that takes for ever to read, and from one that ends the process', async () => {
    const items = [itemOf('x', 1)];
    const request = { items, spellings: [PLAIN] };
    const hanging = pretender('hanging', 'process.send({ spelling: 0 }); for (;;);');
    expect(await hanging.failure(request, 300)).toMatchObject({ kind: 'hang', spelling: 0 });
    const ending = pretender('ending', 'process.exit(3);');
    expect(await ending.failure(request)).toMatchObject({ kind: 'crash', what: 'the process ended with 3' });
    // The next file gets a new process.
    expect(await ending.failure(request)).toMatchObject({ kind: 'crash' });
  }, 60_000);
});
