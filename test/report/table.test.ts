import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Part, TablePart, Unit } from '../../src/model/document/document-parts.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { tableReporter } from '../../src/report/table.ts';
import { hostile, hostileDocument } from './hostile-document.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
const ANSI = /\u001b\[\d+(;\d+)*m/g;

function widest(document: Document, width: number, color = false): number {
  const text = tableReporter.render(document, { width, color }).replace(ANSI, '');
  return Math.max(...text.split('\n').map(textWidth));
}

function draw(parts: Part[], width = 60, data: unknown = {}): string {
  const document = {
    title: 'Title',
    sections: [{ id: 'a', title: '', parts }],
    data,
    records: { columns: [], rows: [] },
  };
  return tableReporter.render(document, { width, color: false }).replace('Title\n\n', '');
}

const table = (columns: TablePart['columns'], ...rows: TablePart['rows'][number][]): TablePart => ({
  part: 'table',
  title: '',
  columns,
  rows,
  empty: 'Nothing.',
});

describe('table', () => {
  it.each([20, 40, 60, 80, 100, 200])('never draws a line wider than %d', (width) => {
    expect(widest(hostileDocument(), width)).toBeLessThanOrEqual(width);
    expect(widest(hostileDocument(), width, true)).toBeLessThanOrEqual(width);
  });

  it('never draws a line wider than the width, whatever the document holds', () => {
    const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const unit = fc.constantFrom<Unit>(
      'days',
      'hours',
      'items',
      'share',
      'number',
      'per day',
      'instant',
      'date',
      'text',
    );
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    const value = fc.oneof(number, text, fc.boolean(), fc.constant(null));
    const column = fc.record({ label: text, unit, bar: fc.boolean(), expendable: fc.nat(4) });
    const anyTable = fc.array(column, { minLength: 1, maxLength: 12 }).chain((columns) =>
      fc.record({
        part: fc.constant('table' as const),
        title: text,
        columns: fc.constant(columns),
        rows: fc.array(fc.tuple(...columns.map(() => value)), { maxLength: 5 }),
        empty: text,
      }),
    );
    const scalar = fc.record({
      part: fc.constant('scalar' as const),
      label: text,
      value,
      unit,
      note: fc.option(text),
      trend: fc.option(fc.array(fc.option(fc.nat()), { maxLength: 40 })),
    });
    const note = fc.record({
      part: fc.constant('note' as const),
      weight: fc.constantFrom('info', 'warning', 'error'),
      text,
    });
    const series = fc.record({
      part: fc.constant('series' as const),
      title: text,
      unit,
      points: fc.array(fc.record({ label: text, value: fc.option(fc.nat()) }), { maxLength: 200 }),
    });
    const part = fc.oneof(anyTable, scalar, note, series) as fc.Arbitrary<Part>;
    const section = fc.record({ id: text, title: text, parts: fc.array(part, { maxLength: 6 }) });
    fc.assert(
      fc.property(
        text,
        fc.array(section, { maxLength: 3 }),
        fc.integer({ min: 20, max: 130 }),
        fc.boolean(),
        (title, sections, width, color) => {
          const document = { title, sections, data: {}, records: { columns: [], rows: [] } };
          expect(widest(document, width, color)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('colours only with colour, and says the same without', () => {
    const plain = tableReporter.render(hostileDocument(), { width: 80, color: false });
    const colored = tableReporter.render(hostileDocument(), { width: 80, color: true });
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[33mwarning:\u001b[39m ');
    const bare = (text: string) => text.split('\n').map((line) => line.trimEnd());
    expect(bare(colored.replace(ANSI, ''))).toEqual(bare(plain));
  });

  it('aligns numbers to the right, texts to the left, and draws bars to scale', () => {
    const part = table(
      [
        { label: 'Stage', unit: 'text' },
        { label: 'Time', unit: 'days', bar: true },
        { label: 'Items', unit: 'items' },
      ],
      ['Writing', 8, 12],
      ['承認', 4, 9],
      ['Layout', 0, 100],
    );
    expect(draw([part], 44)).toBe(
      [
        'Stage     Time                       Items',
        'Writing  8.0 d ████████████████████     12',
        '承認     4.0 d ██████████                9',
        'Layout     0 d                         100',
        '',
      ].join('\n'),
    );
  });

  it('lets expendable columns go in their order, and says so', () => {
    const part = table(
      [
        { label: 'Item', unit: 'text' },
        { label: 'Created', unit: 'instant', expendable: 2 },
        { label: 'Started', unit: 'instant', expendable: 1 },
        { label: 'Age', unit: 'days' },
      ],
      ['A-1', '2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z', 12],
    );
    expect(draw([part], 40)).toBe(
      'Item  Created              Age\nA-1   2026-03-02 09:00  12.0 d\n1 more column: --width 48 or -f json\n',
    );
  });

  it('cuts long texts before columns go, and never a number or a short id', () => {
    const part = table(
      [
        { label: 'Item', unit: 'text' },
        { label: 'Title', unit: 'text' },
        { label: 'Age', unit: 'days', expendable: 1 },
      ],
      ['CON-1234', 'A landing page for the spring campaign', 12],
    );
    expect(draw([part], 40)).toBe(
      'Item      Title                      Age\nCON-1234  A landing page for th…  12.0 d\n',
    );
  });

  it('shrinks bars before it cuts names, and names before columns that matter go', () => {
    const part = table(
      [
        { label: 'Stage', unit: 'text' },
        { label: 'Share', unit: 'share', bar: true },
        { label: 'Items', unit: 'items', expendable: 5 },
        { label: 'Total', unit: 'days', expendable: 1 },
      ],
      ['Accepted / Wait - Implementation', 1, 7, 12],
      ['Accepted / Wait - User', 0.5, 9, 8],
    );
    const header = (width: number) => draw([part], width).split('\n')[0];
    expect(header(75)).toBe('Stage                             Share                       Items   Total');
    expect(header(63)).toBe('Stage                             Share           Items   Total');
    expect(draw([part], 52)).toBe(
      [
        'Stage                  Share           Items   Total',
        'Accept…Implementation  100 % ████████      7  12.0 d',
        'Accepted…Wait - User    50 % ████          9   8.0 d',
        '',
      ].join('\n'),
    );
    expect(draw([part], 40)).toBe(
      [
        'Stage              Share           Items',
        'Accept…ementation  100 % ████████      7',
        'Accep…Wait - User   50 % ████          9',
        'No room for Total: --width 51 or -f json',
        '',
      ].join('\n'),
    );
  });

  it('keeps words to a width that reads well, and figures where they are', () => {
    const note: Part = { part: 'note', weight: 'warning', text: 'word '.repeat(60) };
    const lines = draw([note], 250).trimEnd().split('\n');
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(120);
    expect(lines.slice(1).every((line) => line.startsWith('  '))).toBe(true);
  });

  it('indents what follows of a long title, so that it cannot pose as a line of its own', () => {
    const title = `CON-1: ${'x '.repeat(20)} State  finished`;
    const text = tableReporter.render(
      { title, sections: [], data: {}, records: { columns: [], rows: [] } },
      { width: 44, color: false },
    );
    expect(text.split('\n').slice(1, -1)).toEqual(['  x x  State  finished']);
  });

  it('stacks a table whose numbers do not fit side by side', () => {
    const part = table(
      ['Alpha', 'Beta', 'Gamma', 'Delta'].map((label) => ({ label, unit: 'number' as const })),
      [1_234_567, 2, 3, 4],
      [5, 6, 7, 8],
    );
    expect(draw([part], 20)).toBe(
      'Alpha  1234567\nBeta   2\nGamma  3\nDelta  4\n·\nAlpha  5\nBeta   6\nGamma  7\nDelta  8\n',
    );
  });

  it('says why a table is empty', () => {
    expect(draw([table([{ label: 'Item', unit: 'text' }])])).toBe('Nothing.\n');
  });

  it('draws a series as a line with what it spans', () => {
    const points = [0, 1, 4, null, 8].map((value, index) => ({ label: `2026-03-0${index + 1}`, value }));
    expect(draw([{ part: 'series', title: 'WIP', unit: 'items', points }])).toBe(
      'WIP\n·▁▄?█\n2026-03-01 to 2026-03-05; least 0, most 8\n',
    );
  });

  it('writes days of a working calendar as days only', () => {
    const part: Part = { part: 'scalar', label: 'Cycle time', value: 0.5, unit: 'days', note: null, trend: null };
    expect(draw([part], 60, { basis: 'working' })).toBe('Cycle time  0.50 d\n');
    expect(draw([part], 60, { basis: 'elapsed' })).toBe('Cycle time  12.0 h\n');
  });

  it('draws as many rows as there are', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => [`A-${index}`, index]);
    const text = draw([
      {
        ...table([
          { label: 'Item', unit: 'text' },
          { label: 'Age', unit: 'days' },
        ]),
        rows,
      },
    ]);
    expect(text.split('\n')).toHaveLength(150_002);
  });
});
