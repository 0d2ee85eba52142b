import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/cli/mcp/clean-text.ts';
import { shortened } from '../../../src/cli/mcp/shorten.ts';

const whole = { series: false, page: null };
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `A-${n}`, days: n }));
const page = (list: string, offset = 0, limit = 200) => ({ series: false, page: { list, offset, limit } });

describe('an answer that is small', () => {
  it('stays as it is', () => {
    const answer = { schemaVersion: 1, asOf: null, cycleTime: { p85: 3.5, byItem: items(3) }, where: [] };
    expect(shortened(answer, 1000, whole)).toEqual({ result: answer, lists: [] });
  });

  it('keeps pairs, and lists of a few words, whole, wherever they are', () => {
    const answer = {
      interval: [1.5, null],
      none: [null, null],
      stages: [{ statuses: ['Done', 'Closed'], range: [0, 2] }],
    };
    for (const most of [150, 1000]) expect(shortened(answer, most, whole).result).toEqual(answer);
    expect(shortened({ ...answer, list: items(3) }, 1000, page('list')).result).toMatchObject({
      interval: [1.5, null],
    });
  });

  it('keeps pairs whole in elements of lists that are cut', () => {
    const none = Array.from({ length: 14 }, (_, n) => (n % 2 === 0 ? null : 123456.789));
    const stage = { range: [-1.234567, null], visits: items(50), other: [{ none }] };
    const { stages } = shortened({ stages: Array.from({ length: 90 }, () => stage) }, 2500, whole).result as {
      stages: (typeof stage)[];
    };
    expect(stages.length).toBeGreaterThan(0);
    for (const { other, range } of stages) {
      expect(range).toEqual(stage.range);
      expect(other).toEqual([{ none }]);
    }
  });

  it('has its series and examples only where they are asked for', () => {
    const answer = { wip: { daily: items(3) }, findings: [{ code: 'gap', count: 2, examples: items(2) }] };
    expect(shortened(answer, 1000, whole)).toEqual({
      result: { wip: { daily: [] }, findings: [{ code: 'gap', count: 2, examples: [] }] },
      lists: [
        { list: 'wip.daily', offset: 3, shown: 0, of: 3 },
        { list: 'findings[].examples', offset: null, shown: 0, of: 2 },
      ],
    });
    expect(shortened(answer, 1000, { ...whole, series: true }).result).toMatchObject({ wip: answer.wip });
    expect(shortened(answer, 1000, page('findings[0].examples')).result).toMatchObject({ findings: answer.findings });
  });
});

describe('an answer that is large', () => {
  it('is cut to the bytes that it may take, list by list, and says so', () => {
    const answer = { total: 900, few: items(4), many: items(900), nested: [{ name: 'x', inner: items(500) }] };
    const { lists, result } = shortened(answer, 2000, whole);
    expect(bytes({ result, lists })).toBeLessThanOrEqual(2000);
    const cut = result as typeof answer;
    expect(cut.few).toEqual(answer.few);
    expect(cut.many.length).toBeGreaterThan(10);
    expect(cut.many).toEqual(answer.many.slice(0, cut.many.length));
    expect(lists).toContainEqual({ list: 'many', offset: 0, shown: cut.many.length, of: 900 });
    expect(lists).toContainEqual({
      list: 'nested[].inner',
      offset: null,
      shown: cut.nested[0]?.inner.length,
      of: 500,
    });
  });

  it('keeps the latest part of a series', () => {
    const { lists, result } = shortened({ wip: { daily: items(500) } }, 600, { series: true, page: null });
    const { daily } = (result as { wip: { daily: unknown[] } }).wip;
    expect(daily).toEqual(items(500).slice(-daily.length));
    expect(lists).toEqual([{ list: 'wip.daily', offset: 500 - daily.length, shown: daily.length, of: 500 }]);
  });

  it('is an error where no list can be left out', () => {
    const answer = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`key ${n}`, n]));
    expect(() => shortened(answer, 1000, whole)).toThrow(/larger than 1000 bytes/);
    expect(() => shortened({ ...answer, list: items(3) }, 1000, page('list'))).toThrow(/larger than 1000 bytes/);
  });
});

describe('a page', () => {
  it('of a list within a list shows the element that it is in', () => {
    const answer = { stages: [{ name: 'a' }, { name: 'b', byVisit: items(50) }, { name: 'c' }] };
    expect(shortened(answer, 2000, page('stages[1].byVisit', 48, 10))).toEqual({
      result: { stages: [{ name: 'b', byVisit: items(50).slice(48) }] },
      lists: [
        { list: 'stages[1].byVisit', offset: 48, shown: 2, of: 50 },
        { list: 'stages', offset: 1, shown: 1, of: 3 },
      ],
    });
  });

  it('of a list that there is not names those that there are', () => {
    const answer = { stages: items(30), wip: { daily: items(3) } };
    for (const list of ['stage', 'stages[0]', 'stages[99].x', '__proto__', 'constructor', 'wip', '']) {
      expect(() => shortened(answer, 2000, page(list))).toThrow(/has no list .*: stages, wip\.daily$/);
    }
  });

  it('fills the room and no more', () => {
    for (let most = 900; most < 1000; most += 3) {
      const made = shortened({ head: 'x', list: items(900) }, most, page('list', 800));
      expect(bytes(made)).toBeLessThanOrEqual(most);
      expect(bytes(made)).toBeGreaterThan(most - 70);
    }
  });

  it('fits, and pages meet without a gap, whatever the list and the room', () => {
    const element = fc.record({
      id: fc.string(),
      note: fc.string({ maxLength: 400, unit: 'grapheme' }),
      at: fc.option(fc.integer()),
    });
    const answers = fc.record({
      head: fc.string(),
      list: fc.array(element, { maxLength: 60 }),
      other: fc.array(element),
    });
    fc.assert(
      fc.property(
        answers,
        fc.integer({ min: 2500, max: 6000 }),
        fc.integer({ min: 1, max: 40 }),
        (answer, most, limit) => {
          const paged: unknown[] = [];
          let turns = 0;
          while (paged.length < answer.list.length) {
            const made = shortened(answer, most, page('list', paged.length, limit));
            expect(bytes(made)).toBeLessThanOrEqual(most);
            const { list } = made.result as { list: unknown[] };
            const [entry] = made.lists;
            expect(entry).toEqual({ list: 'list', offset: paged.length, shown: list.length, of: answer.list.length });
            expect(list.length).toBeGreaterThan(0);
            expect(list.length).toBeLessThanOrEqual(limit);
            paged.push(...list);
            expect(++turns).toBeLessThanOrEqual(60);
          }
          const clean = (text: string) => cleanText(text);
          expect(paged).toEqual(answer.list.map(({ at, id, note }) => ({ id: clean(id), note: clean(note), at })));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('text of a file', () => {
  it('is one visible line', () => {
    expect(cleanText('Fix\r\nthe\u2028form\u001b[31m')).toBe('Fix the form [31m');
    expect(cleanText('abc \u202edcba\u2069')).toBe('abc  dcba ');
    expect(cleanText(`a${String.fromCodePoint(0xe0041, 0xe0042)}b\u200bc\ufeffd\ud800e`)).toBe('a b c d e');
  });

  it('keeps what is seen: accents, emoji with their joiners, other scripts', () => {
    const seen = 'Español, 日本語, עברית, 👩‍👩‍👧 ✔️ café';
    expect(cleanText(seen)).toBe(seen);
  });

  it('ends where it gets long, never within a character', () => {
    expect(cleanText('x'.repeat(300))).toHaveLength(300);
    expect(cleanText('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(cleanText(`${'x'.repeat(298)}😀😀`)).toBe(`${'x'.repeat(298)}…`);
  });

  it('keys are cleaned as values are, and stay own properties', () => {
    const answer = JSON.parse('{"__proto__":{"a\\u0007b":1},"list":[{"__proto__":2}]}');
    const { result } = shortened(answer, 1000, whole);
    expect(JSON.stringify(result)).toBe('{"__proto__":{"a b":1},"list":[{"__proto__":2}]}');
  });
});
