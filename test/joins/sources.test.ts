import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { matchesPattern } from '../../src/ingest/settle/file-pattern.ts';
import { settingsOf } from '../../src/settings/settings-of.ts';

const WORKFLOW = [
  { stage: 'Ideas', kind: 'todo', statuses: ['Backlog'] },
  { stage: 'Writing', kind: 'active' },
  { stage: 'Review', kind: 'active', statuses: ['In progress'] },
  { stage: 'Published', kind: 'done', statuses: ['Done'] },
];
const WEB = {
  name: 'export/web-1.csv',
  data: 'id,from,to,at\n1,Backlog,In Progress,2026-03-02T09:00Z\n1,In Progress,Done,2026-03-05T09:00Z\n',
};
const PRINT = {
  name: 'export/print.csv',
  data: 'Order;Step;Day\n1;In progress;3/4/2026 09:00\n1;Done;6/4/2026 09:00\n',
};
const SOURCES = [
  { files: 'web-*.csv', name: 'web', statuses: { 'in progress': 'Writing' } },
  {
    files: ['print.csv', 'archive/*.csv'],
    name: 'print',
    dateOrder: 'dmy',
    timeZone: 'Europe/Madrid',
    fields: { id: 'Order', to: 'Step', at: 'Day' },
  },
];

describe('two sources in one analysis', () => {
  it('keep their ids apart, and put the same status into stages of their own', async () => {
    const analysis = await open([WEB, PRINT], { configuration: { workflow: WORKFLOW, sources: SOURCES } });
    const visits = (id: string) => analysis.item(id).visits.map(({ stage, start }) => `${stage} ${start.slice(0, 16)}`);
    expect(visits('web/1')).toEqual(['Writing 2026-03-02T09:00', 'Published 2026-03-05T09:00']);
    // 3 April in Madrid, two hours before UTC in summer; In progress is Review, as the workflow says for all others.
    expect(visits('print/1')).toEqual(['Review 2026-04-03T07:00', 'Published 2026-04-06T07:00']);
    const { sources, findings } = analysis.report();
    expect(sources.map(({ source }) => source)).toEqual(['web', 'print']);
    expect(findings.map(({ code }) => code)).not.toContain('unmapped-status');
    const { statuses, files } = analysis.inspect();
    expect(statuses.filter(({ count }) => count > 0)).toEqual([
      { status: 'In Progress', count: 1, stage: 'Writing', kind: 'active', kindFrom: 'configuration' },
      { status: 'In progress', count: 1, stage: 'Review', kind: 'active', kindFrom: 'configuration' },
      { status: 'Done', count: 2, stage: 'Published', kind: 'done', kindFrom: 'configuration' },
    ]);
    expect(files[1]?.notes.join()).toContain('print.csv');
  });

  it('say which of them no file belongs to', async () => {
    const configuration = { workflow: WORKFLOW, sources: [...SOURCES, { files: 'wbe-*.csv' }] };
    const { findings } = (await open([WEB, PRINT], { configuration })).report();
    const idle = findings.find(({ code }) => code === 'source-without-files');
    expect(idle?.examples).toEqual([{ value: 'wbe-*.csv' }]);
  });

  it('of a list of today and its statuses are put into stages as well', async () => {
    const list = { name: 'web-list.csv', data: 'id,Title,Created,Closed,Status\n7,Letter,2026-03-02,,Backlog\n' };
    const configuration = {
      workflow: WORKFLOW,
      sources: [{ files: 'web-*.csv', statuses: { Backlog: 'Review' } }],
    };
    expect((await open(list, { configuration })).items().itemList[0]).toMatchObject({
      stage: 'Review',
      outcome: 'inProgress',
    });
  });
});

describe('the configuration of sources', () => {
  const problemOf = async (configuration: unknown) =>
    settingsOf(configuration).then(
      () => null,
      (error: Error) => error.message,
    );

  it('names stages of the workflow, and says which there are', async () => {
    const sources = [{ files: 'a.csv', statuses: { Doing: 'Writting' } }];
    expect(await problemOf({ workflow: WORKFLOW, sources })).toContain('Did you mean `Writing`?');
    expect(await problemOf({ sources })).toContain('no workflow is configured');
    expect(await problemOf({ sources: [{ files: 'a.csv', timeZone: 'Madrid' }] })).toContain('Madrid');
    expect(await problemOf({ sources: [{ name: 'web' }] })).toContain('pattern');
    expect(await problemOf({ sources: { files: 'a.csv' } })).toContain('Write a list of sources');
  });

  it('gives way to an option, and before what holds for all files', async () => {
    const configuration = {
      timeZone: 'Asia/Tokyo',
      dateOrder: 'mdy',
      fields: { id: 'Key', title: 'Name' },
      sources: [{ files: 'a.csv', timeZone: 'Europe/Madrid', fields: { id: 'Ticket' } }],
    };
    const { read } = await settingsOf(configuration, { map: { title: 'Text' } });
    expect(read).toMatchObject({ timeZone: 'Asia/Tokyo', dateOrder: 'mdy', fields: { id: 'Key', title: 'Text' } });
    expect(read.sources?.[0]?.options).toMatchObject({
      timeZone: 'Europe/Madrid',
      dateOrder: 'mdy',
      fields: { id: 'Ticket', title: 'Text' },
    });
    const { read: asked } = await settingsOf(configuration, { timeZone: 'UTC', dateOrder: 'dmy' });
    expect(asked.sources?.[0]?.options).toMatchObject({ timeZone: 'UTC', dateOrder: 'dmy' });
  });
});

describe('a pattern of files', () => {
  it.each([
    ['web-1.csv', 'web-*.csv', true],
    ['exports/web-1.csv', 'web-*.csv', true],
    ['exports/2026/web.csv', 'exports/*.csv', false],
    ['exports/2026/web.csv', 'exports/**/*.csv', true],
    ['exports/web.csv', 'exports/**/*.csv', true],
    ['/anywhere/exports/web.csv', 'exports/*.csv', true],
    ['/anywhere/exports/web.csv', '/exports/*.csv', false],
    ['.\\exports\\web.csv', './exports/web.csv', true],
    ['my-exports/web.csv', 'exports/web.csv', false],
    ['b.json', '{a,b}.{csv,json}', true],
    ['c.json', '{a,b}.{csv,json}', false],
    ['a1.csv', 'a?.csv', true],
    ['a+b (1)[2].csv', 'a+b (1)[2].csv', true],
    ['aab (1)[2].csv', 'a+b (1)[2].csv', false],
  ])('%s, %s: %s', (file, pattern, means) => {
    expect(matchesPattern(file, pattern)).toBe(means);
  });

  it('means the file of its own name, whatever that is', () => {
    const names = fc.string({ minLength: 1 }).filter((name) => !/[*?{},/\\]/.test(name) && !name.includes('\n'));
    fc.assert(fc.property(names, (name) => matchesPattern(name, name)));
  });
});
