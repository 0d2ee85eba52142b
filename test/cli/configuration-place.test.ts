import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationPlace } from '../../src/cli/files/configuration-place.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

/** A folder with a repository in it, and folders within that: `root/team/board`. */
function tree({ repository = true } = {}): { top: string; root: string; team: string; board: string } {
  const top = folderWith({});
  const root = join(top, 'root');
  const team = join(root, 'team');
  const board = join(team, 'board');
  mkdirSync(board, { recursive: true });
  if (repository) mkdirSync(join(root, '.git'));
  writeFileSync(join(board, 'log.csv'), LOG);
  return { top, root, team, board };
}

const zone = (folder: string, name: string) => writeFileSync(join(folder, 'pitwall.yaml'), `timeZone: ${name}\n`);

async function told(cwd: string, env: Record<string, string> = {}, ...more: readonly string[]) {
  const { status, stdout, stderr } = await pitwall(['report', 'log.csv', '--json', ...more], { cwd, env });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as { timeZone: string; configuration?: string };
}

describe('the configuration', () => {
  it('is the nearest above the working folder', async () => {
    const { board, root, team } = tree();
    zone(root, 'Asia/Kolkata');
    expect((await told(board)).timeZone).toBe('Asia/Kolkata');
    zone(team, 'Europe/Madrid');
    expect((await told(board)).timeZone).toBe('Europe/Madrid');
    zone(board, 'Asia/Tokyo');
    expect((await told(board)).timeZone).toBe('Asia/Tokyo');
  });

  it('is not looked for above the root of the repository, which may be a file in a worktree', async () => {
    const { board, team, top } = tree();
    zone(top, 'Asia/Kolkata');
    expect((await told(board)).timeZone).toBe('UTC');
    const other = tree({ repository: false });
    zone(other.root, 'Asia/Kolkata');
    expect((await told(other.board)).timeZone).toBe('Asia/Kolkata');
    writeFileSync(join(other.team, '.git'), 'gitdir: elsewhere\n');
    expect((await told(other.board)).timeZone).toBe('UTC');
    expect(team).not.toBe(other.team);
  });

  it('is not looked for above the home folder, if there is no repository', () => {
    const { board, root, team } = tree({ repository: false });
    zone(root, 'Asia/Kolkata');
    const at = (home: string) => configurationPlace(undefined, { cwd: board, env: { HOME: home } })?.name ?? null;
    expect(at(root)).toBe(join('..', '..', 'pitwall.yaml'));
    expect(at(team)).toBeNull();
    // Somebody who works elsewhere has no home on the way.
    expect(at(join(root, 'other'))).toBe(join('..', '..', 'pitwall.yaml'));
  });

  // Windows has no such rights.
  it.skipIf(process.platform === 'win32')(
    'is not taken from a folder that everybody may write to, nor from above it',
    () => {
      const { board, root, team } = tree({ repository: false });
      zone(root, 'Asia/Kolkata');
      const name = () => configurationPlace(undefined, { cwd: board, env: {} })?.name ?? null;
      expect(name()).not.toBeNull();
      chmodSync(team, 0o777);
      expect(name()).toBeNull();
      // The folder where somebody works is that person's choice.
      chmodSync(board, 0o777);
      zone(board, 'Asia/Tokyo');
      expect(name()).toBe('pitwall.yaml');
    },
  );

  it('is what PITWALL_CONFIG names before what is found, and what --config names before both', async () => {
    const { board, root } = tree();
    zone(board, 'Asia/Tokyo');
    writeFileSync(join(root, 'team.yaml'), 'timeZone: Europe/Madrid\n');
    writeFileSync(join(root, 'other.yaml'), 'timeZone: Asia/Kolkata\n');
    const env = { PITWALL_CONFIG: '../../team.yaml' };
    expect((await told(board, env)).timeZone).toBe('Europe/Madrid');
    expect((await told(board, env, '-c', '../../other.yaml')).timeZone).toBe('Asia/Kolkata');
    expect((await told(board, { PITWALL_CONFIG: '' })).timeZone).toBe('Asia/Tokyo');
    const missing = await pitwall(['report', 'log.csv'], { cwd: board, env: { PITWALL_CONFIG: 'none.yaml' } });
    expect([missing.status, missing.stderr]).toEqual([
      2,
      'pitwall: none.yaml: no such file. Correct or unset PITWALL_CONFIG, or name another file with --config\n',
    ]);
  });

  it('is named in what is printed where it is not that of the working folder, and only there', async () => {
    const { board, root } = tree();
    zone(root, 'Asia/Kolkata');
    expect((await told(board)).configuration).toBe(join('..', '..', 'pitwall.yaml'));
    expect((await told(board, { PITWALL_CONFIG: '../../pitwall.yaml' })).configuration).toBe(
      '../../pitwall.yaml (PITWALL_CONFIG)',
    );
    for (const command of ['inspect', 'report', 'wip']) {
      const { stdout } = await pitwall([command, 'log.csv', '--verbose'].slice(0, 2), { cwd: board });
      if (command === 'inspect') expect(stdout).toMatch(/Configuration +\.\.\/\.\.\/pitwall\.yaml/);
    }
    zone(board, 'Asia/Tokyo');
    expect(await told(board)).not.toHaveProperty('configuration');
    expect(await told(board, {}, '-c', 'pitwall.yaml')).not.toHaveProperty('configuration');
  });

  it('is where the paths in it begin', async () => {
    const { board, root } = tree();
    writeFileSync(join(root, 'pitwall.yaml'), 'history: flow.ndjson\n');
    const { stderr } = await pitwall(['snapshot', 'log.csv', '--unit', 'day', '--quiet'], { cwd: board });
    expect(stderr).toBe('');
    const shown = await pitwall(['trend', '--history', '../../flow.ndjson', '--json'], { cwd: board });
    expect(shown.status).toBe(0);
  });

  it('is not overwritten, wherever it was found', async () => {
    const { board, root } = tree();
    zone(root, 'Asia/Kolkata');
    const { status, stderr } = await pitwall(['report', 'log.csv', '-f', 'json', '-o', '../../pitwall.yaml'], {
      cwd: board,
    });
    expect([status, stderr]).toEqual([
      2,
      'pitwall: --output ../../pitwall.yaml: is also the configuration. Choose another file\n',
    ]);
  });

  it('of init is written to the working folder, and named where PITWALL_CONFIG would go before it', async () => {
    const { board, root } = tree();
    zone(root, 'Asia/Kolkata');
    expect((await pitwall(['init', 'log.csv', '--yes'], { cwd: board })).stderr).toContain(
      'run pitwall report log.csv\n',
    );
    const env = { PITWALL_CONFIG: '../../pitwall.yaml' };
    expect((await pitwall(['init', 'log.csv', '--yes', '--force'], { cwd: board, env })).stderr).toContain(
      'run pitwall report log.csv -c pitwall.yaml\n',
    );
  });
});
