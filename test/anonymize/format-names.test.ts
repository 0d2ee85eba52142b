// What a format declares of its names: copies keep these whatever they look like, and nothing else is kept because of it.
import { describe, expect, it } from 'vitest';
import { keysIn, keysOfFormat } from '../../src/anonymize/values/format-keys.ts';
import { anonymizer } from '../../src/index.ts';
import { allFormats } from '../../src/ingest/registry.ts';

async function copyOf(text: string): Promise<string> {
  const copier = await anonymizer({});
  const chunks: Uint8Array[] = [];
  for await (const chunk of copier.copy({ name: 'log', data: text })) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The first line of a text, or the keys of the first of its records. */
const namesOf = (text: string): string => text.split('\n')[0] as string;

describe('the names of columns', () => {
  it('stay where the format was recognised by them, though no tracker word is in them', async () => {
    const header = 'Key,Folder,Parent Task,Title,Status,Start Date Constraint,Riverside budget';
    const copy = await copyOf(`${header}\n1,,,Secret,Active,ASAP,12\n`);
    expect(namesOf(copy)).toBe('Key,Folder,Parent Task,Title,Status,Start Date Constraint,key-001');
  });

  it('stay where the format looks for them, though they look like a sentence', async () => {
    const header = 'Typ zgłoszenia,Podsumowanie,Status,Klucz zgłoszenia,Id. zgłoszenia,Utworzono,Id. Nowaka';
    const copy = await copyOf(`${header}\nStory,Sekret,Gotowe,PL-1,1,25/sty/26 9:00 AM,7\n`);
    expect(namesOf(copy)).toBe(header.replace('Id. Nowaka', 'key-001'));
  });
});

describe('the keys of JSON', () => {
  it('stay where the format reads them, and a key of a user beside them does not', async () => {
    const record = { objCode: 'TASK', ID: 'a1', name: 'Secret', status: 'CPL', 'DE:Riverside budget': 'Acme' };
    const copy = JSON.parse(await copyOf(JSON.stringify({ data: [record] }))) as { data: Record<string, string>[] };
    expect(Object.keys(copy.data[0] as object)).toEqual(['objCode', 'ID', 'name', 'status', 'key-001']);
    expect(copy.data[0]).toMatchObject({ objCode: 'TASK', status: 'CPL' });
    expect(JSON.stringify(copy)).not.toMatch(/Secret|Acme|Riverside/);
  });

  it('are declared by every format of JSON', async () => {
    for (const format of await allFormats()) {
      if (format.shape !== 'json') continue;
      expect([format.id, keysOfFormat(format).size > 1]).toEqual([format.id, true]);
    }
    expect(keysIn('_links.status.title (of today)')).toEqual(['_links', 'status', 'title', 'of', 'today']);
  });

  it('do not make what a person is called a type', async () => {
    const record = {
      objCode: 'TASK',
      ID: 'a1',
      status: 'CPL',
      assignedTo: { ID: 'b2', name: 'Ana', objCode: 'Benita' },
    };
    expect(await copyOf(JSON.stringify({ data: [record] }))).not.toMatch(/Ana|Benita/);
  });
});

describe('a log with the name of the changed field in each row', () => {
  it('keeps statuses and replaces people, who stand in the same column', async () => {
    const copy = await copyOf(
      `documentkey,fieldname,oldvalue,newvalue,sys_created_on
a1,state,New,Waiting for Godot,2026-03-03 09:00:00
a1,assigned_to,Benita,Kim,2026-03-03 10:00:00
a1,short_description,Secret,Riverside,2026-03-03 11:00:00
`,
    );
    expect(copy).toContain('state,New,Waiting for Godot,');
    expect(copy).toContain('assigned_to,person-001,person-002,');
    expect(copy).not.toMatch(/Benita|Kim|Secret|Riverside/);
  });
});

describe('a folder in place of a title', () => {
  it('stays a folder', async () => {
    const copy = await copyOf(
      'Key,Parent Task,Title,Status,Start Date Constraint\n1,,/Riverside/Spring/,,\n2,,Secret,Active,ASAP\n',
    );
    expect(copy).toContain('1,,/text-001/text-002/,,');
  });
});

describe('the path of an API', () => {
  it('keeps the number of the item it leads to, and no name', async () => {
    const link = (href: string) => ({ href, title: 'Secret' });
    const record = (id: number, parent: string) => ({
      _type: 'WorkPackage',
      id,
      _links: {
        status: { href: '/api/v3/statuses/1', title: 'Closed' },
        parent: link(parent),
        project: link('/api/v3/projects/riverside'),
      },
    });
    const document = { _type: 'Collection', _embedded: { elements: [record(1, '/api/v3/work_packages/2')] } };
    const copy = await copyOf(JSON.stringify(document));
    expect(copy).toContain('"/api/v3/work_packages/2"');
    expect(copy).not.toMatch(/Secret|riverside/);
  });
});
