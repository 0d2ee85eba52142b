import { describe, expect, it } from 'vitest';
import type { LadderPart } from '../../src/model/document/document-parts.ts';
import { drawLadder } from '../../src/report/draw/draw-ladder.ts';
import { styleOf } from '../../src/report/draw/style.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';

const plain = styleOf(false);
const notation = { timeZone: 'UTC', days: 'clock' } as const;

function ladder(...steps: [step: 'wait' | 'work', label: string, days: number][]): LadderPart {
  return {
    part: 'ladder',
    title: 'The ladder',
    steps: steps.map(([step, label, days]) => ({ step, label, days })),
    empty: 'There is none.',
  };
}

const draw = (part: LadderPart, width: number) => drawLadder(part, width, notation, plain);

/** Waiting and working by turns. */
const long = (count: number) =>
  ladder(
    ...Array.from({ length: count }, (_, index): [step: 'wait' | 'work', label: string, days: number] => [
      index % 3 === 0 ? 'work' : 'wait',
      `Stage number ${index + 1}`,
      index + 1.5,
    ]),
  );

describe('a ladder', () => {
  it('may have more steps than a call takes arguments', () => {
    const part = { ...ladder(), steps: long(3).steps.flatMap((step) => Array.from({ length: 50_000 }, () => step)) };
    expect(draw(part, 80).join('\n')).toContain('Stage');
  });

  it('goes up to wait and down to work', () => {
    const part = ladder(
      ['wait', 'Backlog', 12],
      ['work', 'Brief', 1.25],
      ['work', 'Writing', 3.5],
      ['wait', 'Waiting for review', 6.7],
      ['wait', 'Legal', 0.5],
      ['work', 'Publishing', 1],
    );
    expect(draw(part, 80).join('\n')).toMatchInlineSnapshot(`
      "The ladder
            Backlog                             Waiting f…  Legal
      wait  12.0 d                              6.7 d       12.0 h
           ────────────┐                       ┌───────────┬───────────┐
                       └───────────┴───────────┘                       └───────────
      work              1.3 d       3.5 d                               1.0 d
                        Brief       Writing                             Publishing"
    `);
  });

  it('goes on in the next row, an empty line between, the rows about equally long', () => {
    // 80 columns less 5 for the words: six steps of 12. Seven take two rows, of four and three, not of six and one.
    const blocks = draw(long(7), 80).join('\n').split('\n\n');
    expect(blocks.map((block) => block.match(/\d d/g)?.length)).toEqual([4, 3]);
  });

  it('begins below where work comes first, and has one level where there is but one', () => {
    expect(draw(ladder(['work', 'Writing', 2], ['wait', 'Queue', 1]), 80).join('\n')).toMatchInlineSnapshot(`
      "The ladder
                     Queue
      wait           1.0 d
                    ┌────────
           ─────────┘
      work  2.0 d
            Writing"
    `);
    expect(draw(ladder(['work', 'Writing', 2]), 80).join('\n')).toMatchInlineSnapshot(`
      "The ladder
           ─────────
      work  2.0 d
            Writing"
    `);
  });

  it('goes on in another row where it is longer than a line', () => {
    const lines = draw(long(9), 60);
    expect(lines.filter((line) => line.startsWith('wait '))).toHaveLength(3);
    // Each step once, in order, whatever its row.
    const marks = draw(long(9), 60).join(' ');
    for (let stage = 1; stage <= 9; stage++) expect(marks.split(` ${stage + 0.5} d`)).toHaveLength(2);
  });

  it.each([3, 8, 25])('of %d steps fits every width and names every step', (count) => {
    for (const width of [20, 28, 40, 60, 80, 100, 132, 240]) {
      const lines = draw(long(count), width);
      expect([width, Math.max(...lines.map(textWidth))]).toEqual([width, expect.any(Number)]);
      for (const line of lines) expect([width, line, textWidth(line) <= width]).toEqual([width, line, true]);
      if (width < 80) continue;
      for (let stage = 1; stage <= count; stage++) expect(lines.join('\n')).toMatch(new RegExp(`${stage}( |$)`, 'm'));
    }
  });

  it('takes no more than a screen for 25 stages', () => {
    expect(draw(long(25), 80).length).toBeLessThanOrEqual(36);
  });

  it('is a table where not three steps fit side by side', () => {
    expect(draw(long(4), 25).join('\n')).toContain('Step');
    expect(draw(long(4), 60).join('\n')).not.toContain('Step');
  });

  it('says the same without colours', () => {
    const colored = drawLadder(long(8), 80, notation, styleOf(true));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    const bare = colored.map((line) => line.replace(/\u001b\[\d+m/g, '').trimEnd());
    expect(bare).toEqual(draw(long(8), 80));
    expect(colored).not.toEqual(bare);
  });

  it('of names that are cut keeps them apart', () => {
    const part = ladder(
      ['wait', 'Accepted / Wait - User', 1],
      ['wait', 'Accepted / Wait - Vendor', 2],
      ['wait', 'Accepted / Wait', 3],
    );
    const [, names = ''] = draw(part, 44);
    expect(new Set(names.trim().split(/\s{2,}/)).size).toBe(3);
  });

  it('of no step says so', () => {
    expect(draw(ladder(), 80)).toEqual(['The ladder', 'There is none.']);
  });
});
