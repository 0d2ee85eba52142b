// A run that its signal stops: promptly, with the signal's reason, and with nothing left open.
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { analyze, type CancelSignal, open, type Progress } from '../../src/index.ts';
import { textRows, workbookOf } from '../ingest/workbook-of.ts';
import { zipOf } from '../ingest/zip-of.ts';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/content-board.csv', import.meta.url));
const HEADER = 'id,from,to,at';
const folder = mkdtempSync(join(tmpdir(), 'pitwall-stopped-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of items that each start and finish. */
function rowsOf(items: number): string[][] {
  return Array.from({ length: items }, (_, item) => {
    const at = new Date(Date.UTC(2026, 0, 5) + item * 60_000).toISOString();
    const end = new Date(Date.UTC(2026, 0, 7) + item * 60_000).toISOString();
    return [
      [`A-${item}`, '', 'Doing', at],
      [`A-${item}`, 'Doing', 'Done', end],
    ];
  }).flat();
}

const textOf = (items: number) => `${HEADER}\n${rowsOf(items).join('\n')}\n`;
const LARGE = textOf(60_000);

/** A signal that knows who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<() => void>();
  const counted: CancelSignal = {
    get aborted() {
      return signal.aborted;
    },
    get reason(): unknown {
      return signal.reason;
    },
    addEventListener: (type, listener) => {
      listeners.add(listener);
      signal.addEventListener(type, listener);
    },
    removeEventListener: (type, listener) => {
      listeners.delete(listener);
      signal.removeEventListener(type, listener);
    },
  };
  return { controller, signal: counted, listeners: () => listeners.size };
}

/** Files that this process has open below the folder of this test; null where the system does not say. */
function openFiles(): string[] | null {
  try {
    return readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
      } catch {
        return false;
      }
    });
  } catch {
    return null;
  }
}

describe('a signal that was given before', () => {
  it.each([
    ['its own error', undefined, { name: 'AbortError' }],
    ['an error of the caller', new RangeError('enough'), new RangeError('enough')],
    ['no error at all', 'enough', 'enough'],
    ['nothing', null, null],
  ])('rejects with its reason: %s', async (_, reason, expected) => {
    const signal = AbortSignal.abort(reason);
    for (const run of [open, analyze]) {
      // Nothing is looked at: the options are wrong, and the file is not there.
      const error = await run('absent.csv', { signal, basis: 'moon' as 'elapsed' }).then(
        () => 'no error',
        (thrown: unknown) => thrown,
      );
      if (expected !== null && typeof expected === 'object') expect(error).toMatchObject(expected);
      else expect(error).toBe(expected);
    }
  });

  it('reads nothing of a stream', async () => {
    let read = 0;
    async function* data() {
      read++;
      yield await Promise.resolve(HEADER);
    }
    await expect(open({ name: 'log.csv', data: data() }, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(read).toBe(0);
  });
});

describe('a signal that comes in between', () => {
  it('stops a stream after a piece, which is then told to end', async () => {
    const { controller, listeners, signal } = countedSignal();
    let [pieces, ended] = [0, false];
    async function* data() {
      try {
        for (;;) {
          pieces++;
          yield await Promise.resolve(textOf(2000));
          if (pieces === 3) controller.abort(new Error('gone'));
        }
      } finally {
        ended = true;
      }
    }
    await expect(open({ name: 'log.csv', data: data() }, { signal })).rejects.toThrow('gone');
    expect(pieces).toBeLessThanOrEqual(4);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(true);
    expect(listeners()).toBe(0);
  });

  it('does not wait for a stream that is silent, and destroys it', async () => {
    for (const given of [[], [HEADER, '\nA,,Doing,2026-01-05T09:00:00Z\n']]) {
      const { controller, listeners, signal } = countedSignal();
      const data = new Readable({ read() {} });
      for (const text of given) data.push(text);
      const run = open({ name: 'log.csv', data }, { signal });
      setTimeout(() => controller.abort(), 20);
      await expect(run).rejects.toMatchObject({ name: 'AbortError' });
      expect(data.destroyed).toBe(true);
      expect(listeners()).toBe(0);
    }
  });

  const HELD = ['in an archive', 'a workbook'];
  const inputs: [string, string | Uint8Array][] = [
    ['text in memory', LARGE],
    ['bytes in memory', Buffer.from(LARGE)],
    ['packed with gzip', gzipSync(LARGE, { level: 1 })],
    ['in an archive', zipOf([{ name: 'log.csv', data: LARGE }])],
    ['a workbook', workbookOf([{ name: 'Log', rows: textRows([HEADER.split(','), ...rowsOf(15_000)]) }])],
    [
      'lines of JSON',
      rowsOf(40_000)
        .map(([id, from, to, at]) => JSON.stringify({ id, from, to, at }))
        .join('\n'),
    ],
    ['dates that leave day and month open', LARGE.replace(/2026-01-(\d\d)T(\d\d:\d\d):\d\d\.000Z/g, '01/02/2026 $2')],
  ];
  it.each(inputs)('stops before the rows are all read: %s', async (name, data) => {
    const held = HELD.includes(name);
    for (const source of [data, 'file']) {
      const { controller, listeners, signal } = countedSignal();
      let path = '';
      if (source === 'file') {
        path = join(folder, 'large');
        writeFileSync(path, data);
      }
      const phases = new Set<string>();
      const onProgress = ({ bytes, phase, totalBytes }: Progress) => {
        // It comes as an event: whoever reads must let the process do other work. A workbook is in memory before it is read.
        const isTime = held ? bytes === totalBytes : phases.size === 0;
        if (isTime && phase === 'read') setImmediate(() => controller.abort());
        phases.add(phase);
      };
      const run = open(path === '' ? { name: 'large', data } : path, { signal, dateOrder: 'dmy', onProgress });
      await expect(run).rejects.toMatchObject({ name: 'AbortError' });
      expect([...phases]).toEqual(['read']);
      expect(listeners()).toBe(0);
      expect(openFiles() ?? []).toEqual([]);
    }
  });

  it('stops between the steps that rebuild the timelines, and before the report', async () => {
    for (const phase of ['normalize', 'compute']) {
      const controller = new AbortController();
      const phases: string[] = [];
      const run = analyze(
        { name: 'log.csv', data: LARGE },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            phases.push(progress.phase);
            if (progress.phase === phase) controller.abort(new Error(`in ${phase}`));
          },
        },
      );
      await expect(run).rejects.toThrow(`in ${phase}`);
      expect(phases.at(-1)).toBe(phase);
    }
  });

  it('says its reason, whatever else went wrong, and names nobody', async () => {
    const controller = new AbortController();
    async function* data() {
      yield await Promise.resolve(HEADER);
      controller.abort(new Error('the client is gone'));
      throw new Error('broken pipe');
    }
    for (const anonymizePeople of [false, true]) {
      const run = open({ name: 'log.csv', data: data() }, { signal: controller.signal, anonymizePeople });
      await expect(run).rejects.toThrow('the client is gone');
    }
  });
});

describe('a signal that does not come, or comes too late', () => {
  it('changes no answer and leaves no listener behind', async () => {
    const { controller, listeners, signal } = countedSignal();
    const analysis = await open(EXAMPLE, { signal });
    const expected = (await open(EXAMPLE)).report();
    expect(listeners()).toBe(0);
    controller.abort();
    expect(analysis.report()).toEqual(expected);
    expect(analysis.item('MKT-15').item.id).toBe('MKT-15');
    await expect(analysis.outlook()).resolves.toBeDefined();
  });

  it('lets an error of the data through', async () => {
    const { signal } = new AbortController();
    await expect(open('absent.csv', { signal })).rejects.toMatchObject({ code: 'missing-file' });
    await expect(open({ name: 'log.csv', data: '' }, { signal })).rejects.toMatchObject({ name: 'PitwallError' });
  });

  it('gives the same report of any pieces', async () => {
    const text = textOf(40);
    const expected = await analyze({ name: 'log.csv', data: text });
    const cuts = fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const places = [0, ...at.sort((a, b) => a - b), text.length];
        async function* data() {
          for (const [index, place] of places.entries()) {
            yield await Promise.resolve(text.slice(place, places[index + 1]));
          }
        }
        const { signal } = new AbortController();
        expect(await analyze({ name: 'log.csv', data: data() }, { signal })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
