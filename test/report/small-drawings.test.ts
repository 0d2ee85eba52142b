import { describe, expect, it } from 'vitest';
import type { Part, ScalarPart } from '../../src/model/document/document-parts.ts';
import { csvReporter } from '../../src/report/csv.ts';
import { bar } from '../../src/report/draw/bar.ts';
import { drawLadder } from '../../src/report/draw/draw-ladder.ts';
import { drawFigures, drawProse } from '../../src/report/draw/draw-scalars.ts';
import { isProse, runs } from '../../src/report/draw/part-runs.ts';
import { sparkline } from '../../src/report/draw/sparkline.ts';
import { styleOf } from '../../src/report/draw/style.ts';
import { tableReporter } from '../../src/report/table.ts';

const NOTATION = { timeZone: 'UTC', days: 'clock' } as const;
const PLAIN = styleOf(false);
const scalar = (more: Partial<ScalarPart> = {}): ScalarPart => ({
  part: 'scalar',
  label: 'A',
  value: 5,
  unit: 'items',
  note: null,
  trend: null,
  ...more,
});
const note = (text: string): Part => ({ part: 'note', weight: 'info', text });

describe('a table of no columns', () => {
  it('is nothing in CSV, not an empty line', () => {
    const document = { title: '', sections: [], data: null, records: { columns: [], rows: [] } };
    expect(csvReporter.render(document, { width: 80, color: false })).toBe('');
  });
});

describe('a sparkline', () => {
  it('shows the latest, each by its share of the largest; nothing is a dot, and unknown a question mark', () => {
    expect(sparkline([8, 1, 4, 8], 3)).toBe('▁▄█');
    expect(sparkline([0, null, 8, 4.1], 9)).toBe('·?█▅');
    expect(sparkline([0, 0], 2)).toBe('··');
    expect(sparkline([1, 2], 0)).toBe('█');
  });

  it('on a scale of its own reaches from its ends, and points to what is beyond', () => {
    const scale = { from: -4, to: 4 };
    expect(sparkline([-4, -3.1, -3, 0, 3, 4], 9, scale)).toBe('▁▁▂▅██');
    expect(sparkline([-4.1, null, 4.1], 9, scale)).toBe('▼?▲');
    expect(sparkline([2, 2], 9, { from: 2, to: 2 })).toBe('▅▅');
    // Where it begins with a cut, as long as that is in sight.
    expect(sparkline([-4, 4], 3, { ...scale, isCut: true })).toBe('│▁█');
    expect(sparkline([-4, 4], 2, { ...scale, isCut: true })).toBe('▁█');
  });
});

describe('a bar', () => {
  it('is never nothing for something', () => {
    expect(bar(1, 10_000, 10)).toBe('▏');
    expect([bar(0, 5, 10), bar(null, 5, 10), bar(1, 0, 10)]).toEqual(['', '', '']);
    expect(bar(5, 5, 3)).toBe('███');
    expect(bar(1, 2, 3)).toBe('█▌');
  });
});

describe('parts that are drawn together', () => {
  it('are figures, sentences or notes that follow each other', () => {
    const parts = [scalar(), scalar(), scalar({ unit: 'date', value: '2026-03-02' }), note('x'), note('y'), scalar()];
    expect(runs(parts).map(({ length }) => length)).toEqual([2, 1, 2, 1]);
  });

  it('take dates, instants and texts for sentences', () => {
    expect(['date', 'instant', 'text', 'items'].map((unit) => isProse(scalar({ unit, value: null } as never)))).toEqual(
      [true, true, true, false],
    );
    expect(isProse(scalar({ value: 'none' }))).toBe(true);
  });
});

describe('figures and sentences', () => {
  it('have their notes beside them from 28 columns on', () => {
    // Label, 2, value, 2: 6 columns, and 28.
    expect(drawFigures([scalar({ note: 'why' })], 34, NOTATION, PLAIN)).toEqual(['A  5  why']);
    expect(drawFigures([scalar({ note: 'why' })], 33, NOTATION, PLAIN)).toEqual(['A  5', '  why']);
  });

  it('give labels at most a third of the line', () => {
    const [line] = drawProse([scalar({ label: 'x'.repeat(40), value: 'said', unit: 'text' })], 60, NOTATION, PLAIN);
    expect(line).toBe(`${'x'.repeat(19)}…  said`);
  });
});

describe('a section', () => {
  it('has a line between its parts, and none before a note', () => {
    const draw = (parts: Part[]) =>
      tableReporter.render(
        { title: 'T', sections: [{ id: 's', title: '', parts }], data: {}, records: { columns: [], rows: [] } },
        { width: 80, color: false },
      );
    expect(draw([scalar(), note('said'), scalar()])).toBe('T\n\nA  5\nsaid\n\nA  5\n');
  });
});

describe('a ladder', () => {
  it('is drawn from the width on that holds three steps of 8 columns beside 5', () => {
    const steps = [1, 2, 3].map((days) => ({ label: `S${days}`, step: 'work' as const, days }));
    const draw = (width: number) =>
      drawLadder({ part: 'ladder', title: '', steps, empty: '' }, width, NOTATION, PLAIN).join('\n');
    expect(draw(5 + 3 * 8)).toContain('┴');
    expect(draw(5 + 3 * 8 - 1)).not.toContain('┴');
  });
});

describe('a cell of CSV', () => {
  it('is quoted where a reader would trim it', () => {
    const records = { columns: ['a', 'b', 'c'], rows: [[' x', 'x ', 'x y']] };
    const text = csvReporter.render({ title: '', sections: [], data: {}, records }, { width: 80, color: false });
    expect(text).toBe('a,b,c\n" x","x ",x y\n');
  });
});
