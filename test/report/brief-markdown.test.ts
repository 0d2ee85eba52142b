// Markdown for the page of a job, which drops what is too long: it is never too long, and says what it leaves out.
import { describe, expect, it } from 'vitest';
import { type Document, SUMMARY_REPORTERS } from '../../src/index.ts';
import { note, type Part, table } from '../../src/model/document/document-parts.ts';

const MOST = 900 * 1024;
const documentOf = (...parts: Part[]): Document => ({
  title: 'Long.',
  sections: [{ id: 'long', title: 'Long', parts }],
  data: {},
  records: { columns: [], rows: [] },
});
const markdown = (...parts: Part[]): string =>
  SUMMARY_REPORTERS.find(({ id }) => id === 'markdown')?.render(documentOf(...parts), { width: 80, color: false }) ??
  '';
const rows = (count: number, text = 'ü'.repeat(50)) => Array.from({ length: count }, (_, at) => [`${at} ${text}`]);
const columns = [{ label: 'Item', unit: 'text' as const }];

describe('Markdown for a summary', () => {
  it('leaves a short document as it is', () => {
    expect(markdown(table('', columns, rows(3)))).not.toContain('left out');
  });

  it.each<[string, Part[]]>([
    ['rows of a table', [table('', columns, rows(50_000))]],
    ['entries of a list', Array.from({ length: 50_000 }, (_, at) => note(`${at} ${'ü'.repeat(50)}`))],
  ])('has the first %s, and says how many are left out', (_, parts) => {
    const text = markdown(...parts);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    const [, left] = /(\d+) more (?:rows|entries) are left out for their length/.exec(text) ?? [];
    const kept = text.split('\n').filter((line) => line.includes('ü')).length;
    expect(kept + Number(left)).toBe(50_000);
  });

  it('ends early where even that is too long, and says so', () => {
    const text = markdown(note('first'), note('ü'.repeat(600_000)), note('last'));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST);
    expect(text).toContain('- first\n');
    expect(text).toMatch(/\nThe rest is left out for its length\.\n$/);
  });
});
