import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/output.ts';
import { reportDocument } from '../../src/document/report-document.ts';
import { allFindings, listedFindings } from '../../src/document/sections/head/findings-section.ts';
import { tableReporter } from '../../src/report/table.ts';
import { report } from './sample-report.ts';

type Finding = Report['findings'][number];

const finding = (code: string, weight: Finding['weight']): Finding => ({
  code,
  weight,
  count: 1200,
  message: `rows of the kind “${code}” say something that nobody can take for a fact`,
  cure: 'look at them in the file that they came from',
  examples: [
    { file: '/exports/of/the/team/board.csv', line: 7, item: 'A-1', value: 'x' },
    { file: '/exports/of/the/team/board.csv', line: 7, item: 'A-1', value: 'x' },
    { item: 'A-2' },
  ],
});
const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => finding(code, 'warning'));
const texts = (findings: readonly Finding[]) =>
  listedFindings(findings).parts.map((part) => (part.part === 'note' ? part.text : ''));

describe('the findings of a report', () => {
  it('are told the heaviest first, with the shortest words that find one, and a word for each weight', () => {
    const { parts } = listedFindings([finding('i', 'info'), finding('w', 'warning'), finding('e', 'error')]);
    expect(parts.map((part) => part.part === 'note' && part.weight)).toEqual(['error', 'warning', 'info', 'info']);
    expect(texts([finding('i', 'info')])).toEqual([
      'note: Rows of the kind “i” say something that nobody can take for a fact (i, 1200×; board.csv:7). Look at them in the file that they came from.',
      'pitwall inspect shows all, with examples.',
    ]);
  });

  it('take about twelve lines however many there are, and say how many are left', () => {
    const text = tableReporter.render(reportDocument({ ...report, findings: many }), {
      width: 80,
      color: false,
      findings: 'listed',
    });
    const lines = text.slice(text.indexOf('What the data could not say')).trimEnd().split('\n').slice(1);
    expect(lines.length).toBeLessThanOrEqual(13);
    expect(lines.at(-1)).toMatch(
      /^\d more: pitwall inspect shows all findings, pitwall <metric> what it leaves out\.$/,
    );
    // Some of what the figures leave out is told in any case.
    expect(lines.join('\n')).toContain('note: Left out of cycle time, flow efficiency, rework and hand-offs: 4 items');
  });

  it('name the groups for which a metric failed, and places by file, item or value', () => {
    const { parts } = listedFindings([], [{ metric: 'wip', message: 'no window', groups: ['Web', null] }]);
    expect(parts[0]).toMatchObject({
      text: 'Work in progress could not be computed for Web and (none): no window.',
      weight: 'error',
    });
    const told = (example: Finding['examples'][number]) =>
      texts([{ ...finding('a', 'error'), examples: [example] }])[0];
    expect(told({ file: 'a/b.csv', line: 3, item: 'A' })).toContain('×; b.csv:3)');
    expect(told({ file: 'a/b.csv', item: 'A' })).toContain('×; item A)');
    expect(told({ file: 'a/b.csv', value: 'x' })).toContain('×; “x”)');
  });

  it('are as many as there is room for: eleven lines of 75 columns, the weight before the first', () => {
    const withText = (length: number, weight: Finding['weight']): Finding => {
      const bare = { ...finding('a', weight), message: '', cure: 'c', examples: [] };
      const [text = ''] = texts([bare]);
      return { ...bare, message: `M${'m'.repeat(length - text.length - 1)}` };
    };
    // "warning: " takes 9 of the first line: 66 characters are one line, 67 are two.
    const shown = (length: number, count: number) =>
      texts(Array.from({ length: count }, () => withText(length, 'warning'))).slice(0, -1).length;
    expect(shown(66, 11)).toBe(11);
    expect(shown(66, 12)).toBe(11);
    expect(shown(67, 12)).toBe(5);
    // One is told however long it is, and one that is left is counted.
    expect(texts([withText(2000, 'error'), finding('b', 'info')])).toEqual([
      expect.stringMatching(/^Mmm/),
      '1 more: pitwall inspect shows all, with examples.',
    ]);
  });

  it('are all told by inspect, each place once', () => {
    const { parts } = allFindings(many);
    expect(parts).toHaveLength(6);
    expect(parts[0]).toMatchObject({
      text: expect.stringContaining('For example /exports/of/the/team/board.csv:7, item A-1, “x”; item A-2.'),
    });
  });

  it('that are none say so', () => {
    expect(texts([])).toEqual(['Nothing was found wrong.']);
  });
});
