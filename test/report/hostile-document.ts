import type { Document } from '../../src/model/document/document-parts.ts';

/** Texts that break outputs which trust their data. */
export const hostile: readonly string[] = [
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u001b[2J\u001b[31mred',
  '\u009b31mred',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'report\u202egnp.exe',
  'two\nlines\r\nand | a pipe, "quotes", `ticks` and \\ slashes',
  'x'.repeat(200),
  '春季キャンペーンのランディングページ'.repeat(5),
  '👩‍👩‍👧‍👦 family',
  `z${'\u0300'.repeat(100)}algo`,
  '[a link](javascript:alert(1)) &amp; *bold* _it_',
  '',
];

/** A document in which every text comes from such data, in every kind of part. */
export function hostileDocument(texts: readonly string[] = hostile): Document {
  const [first = ''] = texts;
  return {
    title: first,
    sections: texts.map((text, index) => ({
      id: text,
      title: text,
      parts: [
        { part: 'scalar', label: text, value: text, unit: 'text', note: text, trend: null },
        { part: 'scalar', label: text, value: index * 1.7, unit: 'days', note: text, trend: [1, null, 0, index] },
        { part: 'scalar', label: text, value: null, unit: 'share', note: null, trend: null },
        {
          part: 'table',
          title: text,
          columns: [
            { label: text, unit: 'text' },
            { label: 'Days', unit: 'days', bar: true },
            { label: 'Other', unit: 'text', expendable: 1 },
            { label: 'Kept', unit: 'instant' },
          ],
          rows: texts.map((other, row) => [other, row * 11.3, text, '2026-03-02T09:00:00.000Z']),
          empty: text,
        },
        { part: 'table', title: '', columns: [{ label: text, unit: 'text' }], rows: [], empty: text },
        {
          part: 'series',
          title: text,
          unit: 'items',
          points: [
            { label: text, value: 3 },
            { label: text, value: null },
          ],
        },
        {
          part: 'distribution',
          title: text,
          count: 3,
          mean: 2,
          standardDeviation: null,
          min: 0.01,
          max: 400,
          percentiles: { '50': 1, '85': 12.4 },
        },
        {
          part: 'ladder',
          title: text,
          steps: texts.map((other, place) => ({
            label: other,
            step: place % 3 === 0 ? ('work' as const) : ('wait' as const),
            days: place * 3.7,
          })),
          empty: text,
        },
        { part: 'ladder', title: '', steps: [], empty: text },
        { part: 'note', weight: 'warning', text },
      ],
    })),
    data: { schemaVersion: 1, timeZone: 'UTC', basis: 'elapsed', texts },
    records: {
      columns: ['id', '__proto__', ...texts.slice(3, 5)],
      rows: texts.map((text, index) => [text, text, index, -1.5]),
    },
  };
}
