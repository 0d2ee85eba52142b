import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/cli/session.ts';
import { type Inspection, open, parseConfiguration } from '../../src/index.ts';
import { folderWith, pitwall } from '../cli/terminal.ts';

/** Local times, a stage of which nobody can tell what it means, and a resolution in a table. */
const LOG = `Ticket,Step,Changed on,Resolution
A,Backlog,2026-03-02 09:00,
A,Zwischenstand,2026-03-03 09:00,
A,Done,2026-03-05 09:00,Duplicate
B,Backlog,2026-03-02 10:00,
B,Zwischenstand,2026-03-04 09:00,
B,Review,2026-03-05 09:00,
B,Done,2026-03-09 09:00,Fixed
`;
const MAP = ['--map', 'id=Ticket', '--map', 'to=Step', '--map', 'at=Changed on'];
/** Day and month are open; only the sum of 2026-03 and later tells nothing. */
const OPEN_DATES = 'id,to,at\nA,Doing,3/4/2026\nA,Done,5/4/2026\n';
const DATES = 'id,Title,Created,Closed,Status\n1,Letter,2026-03-02,2026-03-05,Done\n2,Poster,2026-03-03,,In progress\n';

const guessesIn = async (argv: string[], cwd: string): Promise<Inspection['guesses']> => {
  const { stdout, stderr, status } = await pitwall(['inspect', ...argv, '-f', 'json'], { cwd });
  expect([status, stderr.includes('Error')]).toEqual([0, false]);
  return (JSON.parse(stdout) as Inspection).guesses;
};

describe('init', () => {
  it.each([
    ['a log with columns of its own', { 'log.csv': LOG }, MAP],
    ['a list of dates', { 'list.csv': DATES }, []],
    ['dates of which the user says the order', { 'log.csv': OPEN_DATES }, ['--date-order', 'dmy']],
    [
      'two tables whose columns differ',
      { 'a.csv': DATES, 'b.csv': DATES.replace('id,', 'Key,').replace('\n1', '\n7') },
      [],
    ],
    [
      'a log and a list of other items',
      { 'log.csv': LOG.replace('Ticket,Step,Changed on', 'id,to,at'), 'list.csv': DATES },
      [],
    ],
  ])('leaves nothing to guess for %s', async (_, files, options) => {
    const cwd = folderWith(files);
    const names = Object.keys(files);
    expect((await guessesIn([...names, ...options], cwd)).length).toBeGreaterThan(0);
    const { status, stderr } = await pitwall(['init', ...names, ...options], { cwd });
    expect([status, stderr]).toEqual([0, expect.stringContaining('wrote pitwall.yaml')]);
    const written = readFileSync(join(cwd, 'pitwall.yaml'), 'utf8');
    expect(written).toContain('# guess');
    // The second run needs none of the options, and guesses nothing.
    expect(await guessesIn(names, cwd)).toEqual([]);
    // And it says the same of the items as the first.
    writeFileSync(join(cwd, 'empty.yaml'), '');
    const first = await pitwall(['items', ...names, ...options, '-f', 'json', '-c', 'empty.yaml'], { cwd });
    const second = await pitwall(['items', ...names, '-f', 'json'], { cwd });
    expect(JSON.parse(second.stdout).itemList).toEqual(JSON.parse(first.stdout).itemList);
  });

  it('asks at most three questions, the one that changes most first, and writes the answers as facts', async () => {
    const cwd = folderWith({ 'log.csv': LOG });
    const asked: Asked[] = [];
    const replies = ['waiting', 'Europe/Madrid', 'yes'];
    const { status } = await pitwall(['init', 'log.csv', ...MAP], {
      cwd,
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(replies[asked.length - 1] ?? null);
      },
    });
    expect(status).toBe(0);
    expect(asked.map(({ text }) => text)).toEqual([
      // Three of seven days are there.
      'What does "Zwischenstand" mean? As waiting, it would take work from 100 % to 57 %. (2 items)',
      expect.stringMatching(/^Which time zone .* \(2 items\)$/),
      'Do finished items with a resolution such as "Duplicate" count as dropped? (1 item)',
    ]);
    expect(asked[0]?.choices?.map(({ value }) => value)).toContain(asked[0]?.guess);
    expect(asked[1]?.problem?.('Madrid')).toContain('Europe/Madrid');
    expect(asked[1]?.problem?.('Europe/Madrid')).toBeNull();
    const text = readFileSync(join(cwd, 'pitwall.yaml'), 'utf8');
    expect(text).toMatch(/stage: "Zwischenstand", kind: waiting.*\}\n/);
    expect(text).toContain('timeZone: "Europe/Madrid"\n');
    expect(text).toContain('dropped: { resolution: ["Duplicate"] }\n');
    // What was not asked says what it rests on.
    expect(text).toMatch(/stage: "Review".* # by its name\n/);
    const configuration = await parseConfiguration(text, 'pitwall.yaml');
    const items = (await open({ name: 'log.csv', data: LOG }, { configuration })).items().itemList;
    expect(items.map(({ outcome, waitingDays }) => [outcome, waitingDays])).toEqual([
      ['dropped', 2],
      ['finished', 1],
    ]);
  });

  it('asks for the order of day and month first, with both readings', async () => {
    const cwd = folderWith({ 'log.csv': OPEN_DATES });
    const asked: string[] = [];
    const { status } = await pitwall(['init', 'log.csv'], {
      cwd,
      ask: ({ text, guess }) => {
        asked.push(text);
        return Promise.resolve(asked.length === 1 ? 'mdy' : guess);
      },
    });
    expect(status).toBe(0);
    expect(asked[0]).toContain('3 April 2026 or 4 March 2026');
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toContain('dateOrder: mdy\n');
    expect(await guessesIn(['log.csv'], cwd)).toEqual([]);
  });

  it('keeps the field that the user takes for the status of a tool', async () => {
    const updates = [1, 2].map((rev) => ({
      id: rev,
      workItemId: 7,
      rev,
      revisedDate: `2026-03-0${rev + 1}T09:00:00Z`,
      fields: {
        'System.ChangedDate': { newValue: `2026-03-0${rev}T09:00:00Z` },
        'System.State': { newValue: rev === 1 ? 'New' : 'Active' },
        'System.BoardColumn': { newValue: rev === 1 ? 'Inbox' : 'Develop' },
        'System.WorkItemType': { newValue: 'Task' },
      },
    }));
    const cwd = folderWith({ 'updates.json': JSON.stringify({ count: 2, value: updates }) });
    const { status } = await pitwall(['init', 'updates.json', '--map', 'to=Board Column'], { cwd });
    expect(status).toBe(0);
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toContain('fields: { to: "Board Column" }');
    const { stdout } = await pitwall(['inspect', 'updates.json', '-f', 'json'], { cwd });
    expect((JSON.parse(stdout) as Inspection).statuses.map((one) => one.status)).toEqual(['Inbox', 'Develop']);
  });

  it('asks nothing with --yes, and nothing where nobody is there: it says which option is needed', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    expect(
      (await pitwall(['init', 'log.csv', ...MAP, '--yes'], { cwd: folderWith({ 'log.csv': LOG }), ask })).status,
    ).toBe(0);
    const refused = await pitwall(['init', 'log.csv'], { cwd: folderWith({ 'log.csv': OPEN_DATES }) });
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--date-order dmy') });
  });

  it('writes nothing when the person gives up', async () => {
    const cwd = folderWith({ 'log.csv': LOG });
    const { status, stderr } = await pitwall(['init', 'log.csv', ...MAP], { cwd, ask: () => Promise.resolve(null) });
    expect([status, stderr]).toEqual([2, expect.stringContaining('nothing was written')]);
    expect(() => readFileSync(join(cwd, 'pitwall.yaml'))).toThrow();
  });
});
