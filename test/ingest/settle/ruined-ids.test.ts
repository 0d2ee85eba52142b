import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorOf, readText } from '../read-text.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** Tables with ids in their first column, one of each tool that numbers its items. */
const TABLES = [
  'asana-csv',
  'clickup-csv',
  'bugzilla-csv',
  'milestones',
  'transition-log',
  'stage-dates',
  'pivotal-csv',
];

function tableOf(format: string): string {
  for (const name of readdirSync(join(FIXTURES, format))) {
    const folder = join(FIXTURES, format, name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    const expected = readFileSync(join(folder, 'expected.json'), 'utf8');
    if (files.length === 1 && !expected.includes('"options"'))
      return readFileSync(join(folder, files[0] as string), 'utf8');
  }
  throw new Error(`${format} has no fixture of one table`);
}

describe('ids that a spreadsheet rounded', () => {
  it.each(TABLES)('are an error that says so, and no items that share one, in %s', async (format) => {
    const log = await readText(tableOf(format));
    expect(log.files[0]?.format).toBe(format);
    const [id] = log.itemIds;
    const text = tableOf(format);
    const ruined = text.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), '7.18656E+14');
    expect(ruined).not.toBe(text);
    const error = await errorOf(readText(ruined));
    expect([error.code, error.where]).toEqual(['rounded-ids', 'log.csv']);
    expect(error.message).toContain('7.18656E+14');
  });

  it.each(['1,18651E+15', '7E+14', '7.1e+9'])('are known as %s, too', async (id) => {
    const error = await errorOf(readText(`id;created;closed\n${id};2026-03-02;2026-03-04\n`));
    expect(error.code).toBe('rounded-ids');
  });

  it.each(['E+14', '7.18656E-14', 'A7E+14', '12E+3', '7E14'])('are not ids such as %s', async (id) => {
    const log = await readText(`id;created;closed\n${id};2026-03-02;2026-03-04\n`);
    expect(log.itemIds).toEqual([id]);
  });
});
