import { describe, expect, it } from 'vitest';
import { errorOf, readText } from '../read-text.ts';

/** What the error says between the columns and the cure. */
const nearestOf = async (text: string) =>
  (await errorOf(readText(text))).what.replace(/^no format fits its columns \(.*?\)/, '');

describe('the message for what nothing reads', () => {
  it('names the format of a tool that comes nearest, and what the file lacks', async () => {
    expect(await nearestOf('Task ID,Name,Completed At\n7,a,2026-01-05\n8,b,2026-01-06\n')).toMatch(
      /^; it comes nearest to Asana project \(CSV\), but lacks Section\/Column/,
    );
  });

  it('says so of JSON, by the keys of its records', async () => {
    const issue = (key: string) => ({ key, fields: { status: { name: 'Done' }, summary: 'x' } });
    expect(await nearestOf(JSON.stringify([issue('A-1'), issue('A-2')]))).toMatch(
      /^; it comes nearest to Jira REST API \(JSON\), but lacks fields\.issuetype/,
    );
  });

  it('says nothing of a table that has only an id in common with others', async () => {
    expect(await nearestOf('ID,Colour\n1,red\n2,blue\n')).toMatch(/^(?:$|; (?!it comes nearest))/);
  });
});

describe('the header of a table', () => {
  it('is the line with the columns that the user names, and no row of data', async () => {
    const fields = { id: 'id', to: 'to', at: 'Ben Jones date' };
    const log = await readText('id,to,Ben Jones date\n1,Doing,2026-01-05\n2,Done,2026-01-06\n', { fields });
    expect(log.files[0]).toMatchObject({ rows: 2, used: 2 });
    const below = await readText('My board,,\nid,to,Ben Jones date\n1,Doing,2026-01-05\n', { fields });
    expect(below.files[0]).toMatchObject({ rows: 1, used: 1 });
  });
});
