import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { xes } from '../../../../src/ingest/tools/process-mining/xes.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { logSummary } from '../../log-summary.ts';
import { changes, cut, errorOf, fileOf, OPTIONS, readText, stream } from '../../read-text.ts';
import { xesOf } from './xes-text.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');
const DATA = process.env.PITWALL_DATA ?? join(import.meta.dirname, '../../../../../shared/data');

/** What a log says, apart from where in which kind of file it says so. */
function meaning(log: EventLog): unknown {
  const summary = logSummary(log);
  const plain = (line: string) => line.replace(/ line \d+$/, '');
  const { format: _, delimiter: __, encoding: ___, transitions, assignments, flags, ...rest } = summary;
  return { ...rest, transitions: transitions.map(plain).sort(), assignments: assignments.sort(), flags: flags.sort() };
}

describe('an XES log', () => {
  const twins = readdirSync(join(FIXTURES, 'process-mining')).map((name) => [
    name,
    readFileSync(join(FIXTURES, 'process-mining', name, 'log.csv'), 'utf8'),
  ]);

  it.each(twins.filter(([, csv]) => (csv as string).includes('case:concept:name')))(
    'says the same as its twin, the CSV of %s, whatever the order of attributes',
    async (_, csv) => {
      const [header, ...rows] = parse(csv as string) as [string[], ...string[][]];
      const expected = meaning(await readText(csv as string));
      for (const turn of [0, 1, 2]) {
        const log = await readText(xesOf(header, rows, turn));
        expect(fileOf(log).format).toBe('xes');
        expect(meaning(log)).toEqual(expected);
      }
    },
  );

  it('has a fixture whose twin is a fixture of CSV', async () => {
    const [csv, xml] = await Promise.all(
      ['process-mining/status-in-lifecycle/log.csv', 'xes/status-in-lifecycle/log.xes'].map(async (path) =>
        meaning(await readLog([join(FIXTURES, path)], OPTIONS)),
      ),
    );
    expect(xml).toEqual(csv);
  });

  const volvo = ['volvo-incidents.csv.gz', 'volvo-incidents.xes.gz'].map((name) => join(DATA, name));
  // Skipped where the file is not beside the checkout: its terms do not let it be part of the project.
  it.skipIf(!volvo.every((path) => existsSync(path)))(
    'of thousands of incidents gives the timelines of its CSV',
    async () => {
      const [csv, xml] = await Promise.all(
        volvo.map(async (path) => {
          const analysis = await open(path, { asOf: '2012-06-01T00:00:00Z' });
          const { itemList } = analysis.items();
          const timelines = itemList
            .filter((_, index) => index % 250 === 0)
            .map(({ id }) => {
              const { item, clock, visits, assignments, notes } = analysis.item(id);
              return { item, clock, visits, assignments, notes };
            });
          return { itemList, timelines, log: JSON.stringify(meaning(await readLog([path], OPTIONS))) };
        }),
      );
      expect(csv?.itemList).toHaveLength(7554);
      expect(xml?.itemList).toEqual(csv?.itemList);
      expect(xml?.timelines).toEqual(csv?.timelines);
      // Every transition; a difference would fill the screen.
      expect(xml?.log === csv?.log).toBe(true);
    },
  );

  it('keeps the attributes of traces and events that the user asks for', async () => {
    const xml = xesOf(
      ['case:concept:name', 'case:channel', 'concept:name', 'time:timestamp', 'product'],
      [['1', 'mail', 'Open', '2026-03-02T09:00:00Z', 'P1']],
    );
    const log = await readText(xml, { extraFields: ['channel', 'product', 'colour'] });
    expect(log.fieldNames().sort()).toEqual(['channel', 'product']);
    expect((await readText(xml, { fields: { title: 'product' } })).fieldNames()).toEqual(['title']);
  });

  it('says which attributes come too late to be columns', async () => {
    const rows = Array.from({ length: 1001 }, (_, row) => [
      `${row}`,
      'Open',
      '2026-03-02T09:00:00Z',
      row < 1000 ? '' : 'Ana',
    ]);
    const log = await readText(xesOf(['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource'], rows));
    expect([log.itemCount, fileOf(log).assignees]).toEqual([1001, 'none']);
    expect(fileOf(log).notes.at(-1)).toBe(
      'Attributes that no event among the first 1000 has were left out: org:resource.',
    );
  });
});

describe('XES text', () => {
  const NAMES = ['case:concept:name', 'concept:name', 'time:timestamp'];
  const ROWS = [
    ['__proto__', 'Préparé 😀', '2026-03-02T09:00:00Z'],
    ['__proto__', 'a < b & "c"', '2026-03-03T09:00:00Z'],
    ['constructor', 'Open', '2026-03-02T09:00:00Z'],
  ];
  const XML = xesOf(NAMES, ROWS);
  const EXPECTED = ROWS.map(([id, status, at]) => `${id} ${at?.replace('Z', '.000Z')} ${status}`);

  it('is the same however a stream cuts it, packed or not', async () => {
    const places = fc.array(fc.nat({ max: 1500 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(Buffer.from(XML), gzipSync(XML)), async (cuts, bytes) => {
        expect(changes(await readText(stream(cut(bytes, cuts))))).toEqual(EXPECTED);
      }),
      { numRuns: 60 },
    );
  });

  it('is found below megabytes of what describes the log', async () => {
    const long = `<int key="meta_org:x" value="1">${'<int key="y" value="2"/>'.repeat(200_000)}</int>`;
    const log = await readText(stream([XML.replace('<trace>', `${long}<trace>`)]));
    expect(changes(log)).toEqual(EXPECTED);
  });

  it('that stops anywhere is an error, not a part of a log', async () => {
    const end = XML.trimEnd().length;
    for (let at = 60; at < end; at += 17) {
      const { code, where } = await errorOf(readText(XML.slice(0, at)));
      expect([at, where?.startsWith('log.csv')]).toEqual([at, true]);
      expect(['truncated-xml', 'bad-xml']).toContain(code);
    }
    expect(await errorOf(readText(XML.slice(0, end - 6)))).toMatchObject({
      code: 'truncated-xml',
      cure: 'Download or copy it again.',
    });
  });

  it('expands no entity that it declares, and fetches none', async () => {
    const bomb = `<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hosts">]>`;
    for (const name of ['a', 'b', 'f']) {
      const text = XML.replace('<log', `${bomb}<log`).replace('constructor', `&${name};`);
      const error = await errorOf(readText(text));
      expect(error).toMatchObject({ code: 'bad-xml', what: expect.stringContaining('undefined entity') });
    }
    // Declared and not used, they are nothing.
    expect(changes(await readText(XML.replace('<log', `${bomb}<log`)))).toEqual(EXPECTED);
  });

  it('is no log because its root has that name', async () => {
    const versions = '<?xml version="1.0"?>\n<log>\n<logentry revision="1"><author>ana</author></logentry>\n</log>\n';
    expect(await errorOf(readText(versions))).toMatchObject({ code: 'xml', what: 'it is XML (<log>)' });
    expect(xes.probe({ root: 'log', children: [], names: [] }).score).toBe('no');
    expect(xes.probe({ root: 'log', children: ['extension'], names: ['xes.version'] }).score).toBe('certain');
    expect(await errorOf(readText('<opml version="0.92"><channel/></opml>'))).toMatchObject({
      code: 'xml',
      what: 'it is XML (<opml>)',
    });
  });

  it('without events, or of another shape than the named format, is said to be', async () => {
    expect((await errorOf(readText('<log xes.version="1.0"/>'))).code).toBe('no-rows');
    expect((await errorOf(readText(XML, { input: 'jira-rest' }))).message).toContain(
      'jira-rest is JSON, and this is XML',
    );
    expect((await errorOf(readText('id,to,at\nA,x,2026-03-02\n', { input: 'xes' }))).message).toContain(
      'xes is XML, and this is a table',
    );
  });
});
