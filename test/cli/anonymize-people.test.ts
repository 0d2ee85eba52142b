import { expect, it } from 'vitest';
import { textRows, workbookOf } from '../ingest/workbook-of.ts';
import { zipOf } from '../ingest/zip-of.ts';
import { folderWith, pitwall } from './terminal.ts';

const LOG = `id,assignee,to,at
A,ana,In progress,2026-01-06T09:00:00Z
A,ben,Review,2026-01-08T09:00:00Z
A,ben,Done,2026-01-09T09:00:00Z
`;

it.each([['handoffs'], ['items'], ['item', 'A'], ['waste']])('%s %s: calls people by numbers', async (...command) => {
  const cwd = folderWith({ 'log.csv': LOG });
  const ask = (...options: string[]) => pitwall([...command, 'log.csv', '--format', 'json', ...options], { cwd });
  const named = await ask();
  const nameless = await ask('--anonymize-people');
  expect([named.status, nameless.status]).toEqual([0, 0]);
  expect(nameless.stdout + nameless.stderr).not.toMatch(/ana|ben/);
  if (command[0] === 'waste') expect(JSON.parse(nameless.stdout).waste).toEqual(JSON.parse(named.stdout).waste);
  else {
    expect(named.stdout).toContain('"ben"');
    expect(nameless.stdout).toContain('"person 2"');
  }
});

const FULL = `id,assignee,reporter,title,labels,to,at
A,Anna Smith,Zoe Quill,"Ask ANNA SMITH, then zoe.quill@acme.com",for-anna,In progress,2026-01-06T09:00:00Z
A,Ben Jones,Zoe Quill,Ben's,for-anna,Waiting for Anna,2026-01-08T09:00:00Z
A,Ben Jones,Zoe Quill,"Smith, Anna",for-anna,Done,2026-01-09T09:00:00Z
B,Zoe Quill,"Quill, Zoe",asmith,,In progress,2026-01-09T10:00:00Z
B,Zoe Quill,"Quill, Zoe",asmith,,Done,Anna Smith
`;

const OWNERS = `timeZone: UTC
workflow:
  - { stage: In progress, kind: active, owner: Anna Smith }
  - { stage: Waiting for Anna, kind: waiting, owner: Ina Roth }
  - { stage: Done, kind: done }
cost:
  hourlyRate: 10
  rates: { assignee: { Anna Smith: 100, Ina Rothh: 20 } }
`;

const NAMES = /anna|smith|ben\b|jones|zoe|quill|ina\b|roth/i;
const world = () =>
  folderWith({ 'anna-smith.csv': FULL, 'bad.csv': '1,Anna Smith\n2,Ben Jones\n', 'owners.yaml': OWNERS });

const STATES: [status: number, ...argv: string[]][] = [
  [0, 'handoffs', 'anna-smith.csv', '-c', 'owners.yaml'],
  [0, 'waste', 'anna-smith.csv', '-c', 'owners.yaml', '-f', 'json'],
  [0, 'report', 'anna-smith.csv', '--by', 'reporter'],
  [0, 'report', 'anna-smith.csv', '--by', 'labels', '-f', 'csv'],
  [0, 'items', 'anna-smith.csv', '--where', 'reporter=Zoe Quill', '-f', 'json'],
  [0, 'cumulative-flow', 'anna-smith.csv', '-f', 'json'],
  [0, 'inspect', 'anna-smith.csv', '-f', 'markdown'],
  [0, 'init', 'anna-smith.csv', '-o', '-'],
  [0, 'init', 'anna-smith.csv'],
  [2, 'report', 'anna-smith.csv', '--strict'],
  [2, 'report', 'anna-smith.csv', '--map', 'assignee=ana'],
  [2, 'item', 'Anna Smit', 'anna-smith.csv'],
  [2, 'inspect', 'bad.csv'],
  [2, 'init', 'bad.csv'],
  [2, 'report', 'anna-smith-gone.csv'],
  [2, 'report', 'anna-smith.csv', '-o', 'anna-smith.csv', '-f', 'json'],
  [2, 'report', 'anna-smith.csv', '-o', 'ann/anna-smith.json'],
];

it.each(STATES)('%d from %s %s %s %s: names nobody', async (status, ...argv) => {
  const cwd = world();
  const outcome = await pitwall([...argv, '--anonymize-people'], { cwd });
  const shown = outcome.stdout + outcome.stderr;
  expect([outcome.status, shown.match(NAMES)]).toEqual([status, null]);
  expect(shown).not.toBe('');
});

it('hides whoever has a rate or a stage in a configuration that is refused', async () => {
  const cwd = folderWith({
    'anna-smith.csv': FULL,
    'rates.yaml': 'cost: { rates: { assignee: { Anna Smith: "a lot of Ben" } } }\n',
  });
  const { status, stderr } = await pitwall(['report', 'anna-smith.csv', '-c', 'rates.yaml', '--anonymize-people'], {
    cwd,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('cost.rates.assignee[…]');
  expect(stderr).not.toMatch(NAMES);
});

it('keeps figures and counts as they are with names', async () => {
  const ask = (...options: string[]) =>
    pitwall(['handoffs', 'anna-smith.csv', '-c', 'owners.yaml', '-f', 'json', ...options], { cwd: world() });
  const numbers = async (...options: string[]) =>
    (await ask(...options)).stdout.match(/: (?:-?[\d.]+|null|true|false)/g);
  expect(await numbers('--anonymize-people')).toEqual(await numbers());
  const { stdout } = await ask('--anonymize-people');
  expect(JSON.parse(stdout).handoffs.teams.pairs).toMatchObject([{ from: 'person 1', to: 'owner 2' }]);
});

it('finds an item by its id as outputs show it', async () => {
  const cwd = folderWith({ 'log.csv': LOG.replaceAll('A,', 'ANA-1,') });
  const { status, stdout } = await pitwall(['item', 'person 1-1', 'log.csv', '--anonymize-people'], { cwd });
  expect(status).toBe(0);
  expect(stdout).not.toMatch(/ana/i);
});

it('calls owners by numbers that are a role, and so are not looked for in texts', async () => {
  const stages = '{ stage: In progress, kind: active, owner: QA }, { stage: Review, kind: waiting, owner: Legal }';
  const cwd = folderWith({
    'log.csv': LOG,
    'pitwall.yaml': `workflow: [${stages}, { stage: Done, kind: done }]\n`,
  });
  const { stdout } = await pitwall(['handoffs', 'log.csv', '-f', 'json', '--anonymize-people'], { cwd });
  expect(JSON.parse(stdout).handoffs.teams.pairs).toMatchObject([{ from: 'owner 1', to: 'owner 2' }]);
});

const TABLE = 'id,Anna Smith,to,Ben Jones date\nA,Zoe Quill,Done,3/4/2026\n';
const MAPS = ['--map', 'at=Ben Jones date'];
const ROWS = textRows([
  ['id', 'to', 'at', 'title'],
  ['A', 'Done', '2026-01-05T09:00:00Z', 'Zoe'],
]);
const UNREAD: [what: string, cure: string, name: string, data: string | Uint8Array, ...options: string[]][] = [
  ['there is no column of a name', 'Name one of its columns', 'a.csv', TABLE, ...MAPS, '--map', 'assignee=Anna Smit'],
  [
    'there is no column',
    '--map id=<column>',
    'a.csv',
    '1,Anna Smith,Ben Jones\n2,Zoe Quill,Done\n',
    '--input',
    'transition-log',
  ],
  ['day first or month first', '--date-order dmy', 'a.csv', TABLE, ...MAPS],
  [
    'mixes day-first and month-first',
    'Export it again',
    'a.csv',
    `${TABLE}B,x,Done,25/3/2026\nC,x,Done,3/25/2026\n`,
    ...MAPS,
  ],
  ['an error message of a server', 'Put right', 'a.json', '{"message":"Anna Smith may not see this"}'],
  [
    'an error message of a server',
    'Check the',
    'a.json',
    '{"message":"Anna Smith is forbidden","documentation_url":"u","number":"x"}',
    '--input',
    'github-issues',
  ],
  ['no format fits its columns', 'Name the columns', 'a.csv', 'Anna Smith start,Ben Jones\n2026-01-05,Zoe Quill\n'],
  [
    'several files that may be meant',
    'Unpack it and give the file that holds the items',
    'a.zip',
    zipOf(['anna.csv', 'ben (smith).csv'].map((name) => ({ name, data: LOG }))),
  ],
  [
    'several of its sheets may be meant',
    'Say which with --sheet <name>',
    'a.xlsx',
    workbookOf(['Anna', 'Ben (Smith)'].map((name) => ({ name, rows: ROWS }))),
  ],
  [
    'there is no sheet of the name',
    'Name one of its sheets',
    'a.xlsx',
    workbookOf([{ name: 'Anna', rows: ROWS }]),
    ...['--sheet', 'Ann'],
  ],
];

it.each(UNREAD)(
  'shows nothing out of a file that cannot be read: %s, %s',
  async (what, cure, name, data, ...options) => {
    const cwd = folderWith({ [name]: data });
    const { status, stderr, stdout } = await pitwall(['report', name, ...options, '--anonymize-people'], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(what);
    expect(stderr).toContain(cure);
    expect(stderr).not.toMatch(/anna?\b|smith|ben\b|jones|zoe|quill|3\/4/i);
  },
);

it('tells the columns of an unknown table by their places', async () => {
  const cwd = folderWith({ 'a.csv': 'Anna Smith start,Ben Jones\n2026-01-05,Zoe Quill\n' });
  const { stderr, stdout } = await pitwall(['inspect', 'a.csv', '--anonymize-people'], { cwd });
  expect(stdout).toContain('column 2');
  expect(stdout + stderr).not.toMatch(NAMES);
});
