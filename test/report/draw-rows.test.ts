import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRows, type RowCell, type RowColumn } from '../../src/report/draw/draw-rows.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';

const plain = (text: string): RowCell => ({ text, style: (same) => same });
const columns: RowColumn[] = [
  { width: 8, align: 'left', gap: 0 },
  { width: 6, align: 'right', gap: 2 },
  { width: 3, align: 'left', gap: 1 },
];

describe('drawRows', () => {
  it('aligns cells in their columns, without borders', () => {
    expect(drawRows([['Stage', 'Time', ''].map(plain), ['承認', '8.0 d', '██▏'].map(plain)], columns)).toEqual([
      'Stage       Time',
      '承認       8.0 d ██▏',
    ]);
  });

  it('keeps colours out of the widths', () => {
    const red = { text: 'a', style: (text: string) => `\u001b[31m${text}\u001b[39m` };
    expect(drawRows([[red, plain('1'), plain('x')]], columns)).toEqual(['\u001b[31ma\u001b[39m              1 x']);
  });

  it('draws what it measures otherwise than cli-table3 to the same width', () => {
    const rows = ['👩‍👩‍👧‍👦', '1️⃣', 'ไม่', 'कि', 'plain'].map((text) => [text, '1', 'x'].map(plain));
    for (const line of drawRows(rows, columns)) expect(textWidth(line)).toBe(18);
  });

  it('draws a row the same in a short list, by cli-table3, and in a long one, by hand', () => {
    const text = fc.oneof(
      fc.stringMatching(/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u2190-\u21ff\u2500-\u25fc]{0,8}$/),
      fc.stringMatching(/^[\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]{0,4}$/),
    );
    fc.assert(
      fc.property(text, (first) => {
        const row = [first, '12.0 d', '█'].map(plain);
        const [alone] = drawRows([row], columns);
        const [amongMany] = drawRows(
          Array.from({ length: 60 }, () => row),
          columns,
        );
        expect(alone).toBe(amongMany);
        expect(textWidth(alone as string)).toBe(8 + 2 + 6 + 1 + 1);
      }),
    );
  });
});
