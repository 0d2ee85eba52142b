import { describe, expect, it } from 'vitest';
import { metricDocument, REPORTERS } from '../../../src/index.ts';
import type { MetricId } from '../../../src/metrics/metric.ts';
import { textWidth } from '../../../src/report/draw/text-width.ts';
import { analysisOf, type Options } from '../../library/march.ts';

async function shown(id: MetricId, table: string, options: Options = {}): Promise<string> {
  const analysis = await analysisOf(table, options);
  const text = REPORTERS.find((reporter) => reporter.id === 'table')?.render(metricDocument(id, analysis.metric(id)), {
    width: 80,
    color: false,
  }) as string;
  for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
  return text;
}

/** The lines of a part, from the one that begins so to the next empty one. */
function partOf(text: string, beginning: string): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(beginning));
  expect(first).toBeGreaterThan(-1);
  const end = lines.indexOf('', first);
  return lines.slice(first, end);
}

/** So many people with long names, each of whom passes an item to the next: the first ones more often. */
function chain(people: number): string {
  const rows = Array.from({ length: people - 1 }, (_, person) =>
    Array.from({ length: people - person }, (_unused, copy) => [
      `I${person}-${copy} | 2 | Writing | somebody with a long name ${person}`,
      `I${person}-${copy} | 3 | Review | somebody with a long name ${person + 1}`,
      `I${person}-${copy} | 4 | Done | somebody with a long name ${person + 1}`,
    ]),
  ).flat(2);
  return ['id|at|to|assignee', ...rows].join('\n');
}

describe('what is shown of hand-offs', () => {
  it('is a matrix of all people, where they are few', async () => {
    const text = await shown(
      'handoffs',
      `
      id | at | to      | assignee
      A  | 2  | Writing | ana
      A  | 3  | Review  | ben
      A  | 4  | Writing | ana
      A  | 5  | Review  | cid
      A  | 6  | Done    | cid
    `,
    );
    expect(partOf(text, 'Who passed items to whom')).toEqual([
      'Who passed items to whom (rows to columns)',
      'From   1  2  3  Given',
      '1 ana  ·  1  1      2',
      '2 ben  1  ·  0      1',
      '3 cid  0  0  ·      0',
    ]);
    expect(partOf(text, 'Passed on, and sent back')).toHaveLength(3);
  });

  it('has the eight with the most hand-offs and the others, where they are many, in any width', async () => {
    const text = await shown('handoffs', chain(14));
    const [title, header = '', ...rows] = partOf(text, 'Who passed items to whom').filter((line) => line !== '');
    expect(title).toContain('the 8 people');
    expect(header.trim().split(/\s+/)).toEqual(['From', '1', '2', '3', '4', '5', '6', '7', '8', 'Others', 'Given']);
    const numbers = rows.map((row) =>
      row
        .trim()
        .split(/\s{2,}/)
        .slice(1),
    );
    expect(rows).toHaveLength(9);
    const given = numbers.map((row) => Number(row.at(-1)));
    // 14 + 13 + … + 2 hand-offs, each in one place.
    expect(given.reduce((sum, one) => sum + one, 0)).toBe(104);
    for (const row of numbers) {
      const counts = row.slice(0, -1).map((cell) => (cell === '·' ? 0 : Number(cell)));
      expect(counts.reduce((sum, one) => sum + one, 0)).toBe(Number(row.at(-1)));
    }
  });

  it('says that shares add up to more than all where several people have an item', async () => {
    const table = `
      id | at | to      | assignee
      A  | 2  | Writing | ana; ben
      A  | 3  | Done    | ana; ben
    `;
    const note = 'Several people had items at once, so the shares add up to more than 100 %.';
    expect(await shown('handoffs', table)).toContain(note);
    expect(await shown('handoffs', table.replaceAll('; ben', ''))).not.toContain(note);
  });
});

describe('what is shown of reasons and of kinds of work', () => {
  const TABLE = `
    id | at | to      | blocked | type
    A  | 2  | Writing | Legal   | Bug
    A  | 3  | On hold |         | Bug
    A  | 5  | Done    |         | Bug
    B  | 4  | Ideas   |         |
  `;

  it('has a column of money only with a rate, and says how to set one', async () => {
    const plain = await shown('blocked', TABLE);
    expect(plain).toContain('delayPerDay');
    expect(plain).not.toContain('Cost,');
    const priced = await shown('blocked', TABLE, { configuration: { cost: { currency: 'EUR', delayPerDay: 40 } } });
    expect(
      partOf(priced, 'By reason').map((line) =>
        line
          .replaceAll(/[█▏▎▍▌▋▊▉]+/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    ).toEqual([
      'By reason: what the flag says, or the status waited in',
      'Reason Kind Share Item-days Times Items Cost, EUR',
      'On hold waiting 67 % 2 1 1 80',
      'Legal blocked 33 % 1 1 1 40',
    ]);
  });

  it('names another field where no item has a type', async () => {
    expect(await shown('distribution', TABLE)).not.toContain('--by source');
    expect(await shown('distribution', TABLE.replaceAll('Bug', ''))).toContain('--by source');
  });
});

describe('what is shown of rework', () => {
  it('has the moves, the stages and the items', async () => {
    const text = await shown(
      'rework',
      `
      id | at | to
      A  | 2  | Writing
      A  | 3  | Review
      A  | 4  | Writing
      A  | 5  | Review
      A  | 6  | Done
    `,
    );
    expect(partOf(text, 'Where finished items went back')[2]).toMatch(/^Review +Writing +1 .* 2.0 d +16.0 h$/);
    expect(partOf(text, 'Active stages that items came back to')).toHaveLength(4);
    expect(partOf(text, 'Finished items of cycle time with rework')[2]).toMatch(/^A +2 /);
  });
});
