// Files with very many columns, keys or statuses: time and memory grow as the file does. What is compared is the time
// that eight times as many take, with room for a machine that is busy; what is quadratic takes 64 times as long.
import { describe, expect, it } from 'vitest';
import { open } from '../../../src/index.ts';
import { findName } from '../../../src/ingest/table/column-words/header-names.ts';

const TIMES = 8;
const AT_MOST = 14;
/** A collection of garbage may fall on one side alone: the least ratio of so many is what counts. */
const TRIES = 3;

const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString();
const many = (count: number, one: (index: number) => string, between = ',') =>
  Array.from({ length: count }, (_, index) => one(index)).join(between);

/** A file with so many of something, and its name. */
const SHAPES: Readonly<Record<string, { size: number; name?: string; text: (count: number) => string }>> = {
  'columns of a log': {
    size: 2000,
    text: (count) => {
      const cells = (row: number) => many(count, (column) => (column % 7 === 0 ? String(row) : ''));
      const header = `id,at,to,${many(count, (column) => `column ${column}`)}`;
      return `${header}\nA,${day(0)},Doing,${cells(0)}\nA,${day(1)},Done,${cells(1)}\n`;
    },
  },
  'columns of dates': {
    size: 2000,
    text: (count) => {
      const cells = (row: number) => many(count, (column) => day(row + (column > count / 2 ? 1 : 0)).slice(0, 10));
      return `ID,Title,${many(count, (column) => `Review ${column}`)}\nA,a,${cells(0)}\nB,b,${cells(1)}\n`;
    },
  },
  'keys of a JSON record': {
    size: 1500,
    name: 'log.json',
    text: (count) => {
      const record = (row: number) =>
        `{"id":"A","at":"${day(row)}","to":"${row === 0 ? 'Doing' : 'Done'}",${many(count, (key) => `"key ${key}":"${row}"`)}}`;
      return `[${record(0)},${record(1)}]`;
    },
  },
  'JSON records, each with a key of its own': {
    size: 800,
    name: 'log.json',
    text: (count) =>
      `[${many(count, (row) => `{"id":"A${row >> 1}","at":"${day(row % 300)}","to":"${row % 2 ? 'Done' : 'Doing'}","key ${row}":"x"}`)}]`,
  },
  statuses: {
    size: 1000,
    text: (count) =>
      `id,at,from,to\n${many(count, (row) => `A${row % 100},${day(row % 3000)},S${row},S${row + 100}`, '\n')}\n`,
  },
  people: {
    size: 1500,
    text: (count) =>
      `id,at,to,assignee\n${many(count, (row) => `A${row % 100},${day(row % 3000)},${row % 200 < 100 ? 'Doing' : 'Review'},P${row}`, '\n')}\n`,
  },
};

async function time({ name = 'log.csv', text }: (typeof SHAPES)[string], count: number): Promise<number> {
  const data = text(count);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    // Of this process alone: other programs on the machine do not count.
    const before = process.cpuUsage();
    const report = (await open({ name, data })).report();
    const { user, system } = process.cpuUsage(before);
    expect(report.failures).toEqual([]);
    least = Math.min(least, user + system);
  }
  return least;
}

describe('time grows no faster than the number of', () => {
  it.each(Object.keys(SHAPES))('%s', async (name) => {
    const shape = SHAPES[name] as (typeof SHAPES)[string];
    // A first run takes the program in, and the least of several is what it costs.
    await time(shape, shape.size);
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < TRIES && ratio >= AT_MOST; attempt++) {
      const small = await time(shape, shape.size);
      ratio = Math.min(ratio, (await time(shape, shape.size * TIMES)) / small);
    }
    expect(ratio).toBeLessThan(AT_MOST);
  });
});

it('a header is gone through once, however many names are looked for in it', () => {
  let reads = 0;
  const names = Array.from({ length: 1000 }, (_, column) => `column ${column}`);
  const header = new Proxy(names, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  for (let column = 0; column < 1000; column++) expect(findName(header, ['no such', `Column_${column}`])).toBe(column);
  expect(reads).toBeLessThanOrEqual(1000);
});
