import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/index.ts';
import { hostileDocument } from './hostile-document.ts';

const options = { width: 80, color: false };

/** Outputs that no spreadsheet opens as cells. Any other keeps texts from being formulas. */
const WITHOUT_CELLS = new Set(['table', 'json', 'ndjson', 'markdown']);

/** What a spreadsheet takes for the beginning of a formula, as a cell: behind a separator, a quote, or at the start of a line. */
const FORMULA = /(?:^|[,;\t|])"?[=+@＝](?!\d*$)/m;

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))('%s', (_, reporter) => {
  it('gives nothing to a terminal that it would act on', () => {
    const text = reporter.render(hostileDocument(), options);
    expect(text).not.toMatch(/[^\P{Cc}\n\r\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  // No spreadsheet opens an output without cells.
  it.skipIf(WITHOUT_CELLS.has(reporter.id))('has no cell that a spreadsheet would compute', () => {
    const texts = ['=1+1', '+SUM(A1)', '@SUM(A1)', '＝1+1'];
    const records = { columns: ['id', ...texts], rows: texts.map((text) => [text, ...texts]) };
    const text = reporter.render({ ...hostileDocument(), records }, options);
    expect(text).toContain('SUM(A1)');
    expect(text).not.toMatch(FORMULA);
  });

  it('ends in one line feed, and is the same every time', () => {
    const text = reporter.render(hostileDocument(), options);
    expect(text).toMatch(/[^\n]\n$/);
    expect(reporter.render(hostileDocument(), options)).toBe(text);
  });

  it('changes neither the document nor the prototype of objects', () => {
    const document = hostileDocument();
    reporter.render(document, options);
    expect(document).toEqual(hostileDocument());
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('can do with nothing', () => {
    const empty = { title: 'Nothing', sections: [], data: {}, records: { columns: [], rows: [] } };
    expect(() => reporter.render(empty, options)).not.toThrow();
  });

  it('has a description, and extensions of its own', () => {
    expect(reporter.description).not.toBe('');
    const others = REPORTERS.filter((other) => other !== reporter).flatMap(({ extensions }) => extensions);
    expect(reporter.extensions.length).toBeGreaterThan(0);
    for (const extension of reporter.extensions) {
      expect(extension).toMatch(/^\.[a-z]+$/);
      expect(others).not.toContain(extension);
    }
  });
});
