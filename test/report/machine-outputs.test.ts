import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Document, Value } from '../../src/model/document/document-parts.ts';
import { csvReporter } from '../../src/report/csv.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { ndjsonReporter } from '../../src/report/ndjson.ts';
import { hostile, hostileDocument } from './hostile-document.ts';

const options = { width: 80, color: false };
const withRows = (columns: string[], ...rows: Value[][]): Document => ({
  title: '',
  sections: [],
  data: {},
  records: { columns, rows },
});
const withData = (data: unknown): Document => ({ title: '', sections: [], data, records: { columns: [], rows: [] } });

describe('json', () => {
  it('is the data, whole and unrounded', () => {
    const document = hostileDocument();
    expect(JSON.parse(jsonReporter.render(document, options))).toEqual(document.data);
    expect(jsonReporter.render(withData({ share: 1 / 3 }), options)).toBe('{\n  "share": 0.3333333333333333\n}\n');
  });

  it('keeps controls and direction marks, escaped', () => {
    const text = 'a\u001b\u009b\u202e\u2028z';
    const written = jsonReporter.render(withData({ text }), options);
    expect(written).toContain('"a\\u001b\\u009b\\u202e\\u2028z"');
    expect(JSON.parse(written)).toEqual({ text });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d, and says where', (value) => {
    expect(() => jsonReporter.render(withData({ cycleTime: { meanDays: value } }), options)).toThrow(/meanDays/);
  });

  it('refuses data that is none', () => {
    expect(() => jsonReporter.render(withData(undefined), options)).toThrow(TypeError);
  });
});

describe('ndjson', () => {
  it('is one record a line, with every column, `__proto__` included', () => {
    const lines = ndjsonReporter.render(hostileDocument(), options).trimEnd().split('\n');
    expect(lines).toHaveLength(hostile.length);
    const record: unknown = JSON.parse(lines[3] as string);
    expect(Object.entries(record as object)).toEqual([
      ['id', hostile[3]],
      ['__proto__', hostile[3]],
      [hostile[3], 3],
      [hostile[4], -1.5],
    ]);
  });

  it('writes names of columns as JSON, nothing as null and 0 as 0', () => {
    const text = ndjsonReporter.render(withRows(['in "Review"', 'b', 'c'], [0, '', null]), options);
    expect(text).toBe('{"in \\"Review\\"":0,"b":"","c":null}\n');
  });

  it('refuses NaN', () => {
    expect(() => ndjsonReporter.render(withRows(['a'], [Number.NaN]), options)).toThrow(TypeError);
  });
});

describe('csv', () => {
  it('writes numbers as they are, unknown as nothing', () => {
    const text = csvReporter.render(withRows(['a', 'b', 'c', 'd'], [-1.5, null, true, 1 / 3]), options);
    expect(text).toBe('a,b,c,d\n-1.5,,true,0.3333333333333333\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('keeps %j from being a formula', (text) => {
    const [, row] = parse(csvReporter.render(withRows(['a', 'b'], [text, 'x']), options)) as string[][];
    expect(row).toEqual([`'${text}`, 'x']);
  });

  it('guards the header as well', () => {
    expect(csvReporter.render(withRows(['=a']), options)).toBe("'=a\n");
  });

  it('quotes what would break a row', () => {
    const texts = ['a,b', 'say "hi"', 'two\nlines', ' padded ', 'plain'];
    const text = csvReporter.render(withRows(['1', '2', '3', '4', '5'], texts), options);
    expect(text.split('\n')[1]).toBe('"a,b","say ""hi""","two');
    expect((parse(text) as string[][])[1]).toEqual(texts);
  });

  it('refuses NaN and infinity', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => csvReporter.render(withRows(['a'], [value]), options)).toThrow(TypeError);
    }
  });
});
