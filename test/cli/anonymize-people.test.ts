import { expect, it } from 'vitest';
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
