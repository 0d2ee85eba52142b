import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderWith, LOG, pitwall } from './terminal.ts';

const world = () => ({ cwd: folderWith({ 'log.csv': LOG }) });

describe('pitwall chart as a file', () => {
  it('is SVG where the form or the extension says so', async () => {
    const { status, stdout } = await pitwall(['chart', 'cycle-time', 'log.csv', '-f', 'svg'], world());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg [^>]*role="img"/);
    const { cwd } = world();
    expect((await pitwall(['chart', 'cycle-time', 'log.csv', '-o', 'a.svg'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'a.svg'), 'utf8')).toBe(stdout);
  });

  it('is a page with a policy for its one script', async () => {
    const { stdout } = await pitwall(['chart', 'cycle-time', 'log.csv', '-f', 'html'], world());
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toMatch(/default-src 'none'; script-src 'sha256-[\w+/]{43}='/);
    expect(stdout).toContain('<figure id="chart-cycle-time"');
  });

  it('is a picture of a sentence where nothing can be drawn', async () => {
    const { status, stdout } = await pitwall(
      ['chart', 'cycle-time', 'log.csv', '-f', 'svg', '--from', '2026-01-01', '--to', '2026-01-02'],
      world(),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('No item with a known start was finished in the window.');
  });

  it('names the package that PNG needs, unless it is there', async () => {
    const { cwd } = world();
    const { status, stderr } = await pitwall(['chart', 'cycle-time', 'log.csv', '-o', 'a.png'], { cwd });
    if (status === 0) {
      expect([...readFileSync(join(cwd, 'a.png')).subarray(1, 4)]).toEqual(
        [...'PNG'].map((letter) => letter.charCodeAt(0)),
      );
      return;
    }
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('npm install @resvg/resvg-js');
    expect(existsSync(join(cwd, 'a.png'))).toBe(false);
  });
});

describe('pitwall report as a page', () => {
  it('is one file with the headline, the figures, the charts and the items', async () => {
    const { cwd } = world();
    const { status } = await pitwall(['report', 'log.csv', '-o', 'r.html', '--quiet'], { cwd });
    expect(status).toBe(0);
    const page = readFileSync(join(cwd, 'r.html'), 'utf8');
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json', '--quiet'], { cwd });
    expect(page).toContain(`of ${JSON.parse(stdout).items.total};`);
    expect(page).toMatch(/<h1>Only 2 finished items, few to go by/);
    expect(page).toContain('id="chart-cumulative-flow"');
    const data = JSON.parse(/id="data">(.*)<\/script>/.exec(page)?.[1] as string);
    expect(data.items.id).toEqual(['A-1', 'A-2', 'A-3']);
  });

  it('is the same bytes each time', async () => {
    const { cwd } = world();
    const argv = ['report', 'log.csv', '-f', 'html', '--quiet'];
    expect((await pitwall(argv, { cwd })).stdout).toBe((await pitwall(argv, { cwd })).stdout);
  });

  it.each([
    [['--open'], 'only a page can be opened in the browser'],
    [['-f', 'html', '--open'], 'there is no file to open'],
    [['-f', 'html', '-o', '-', '--open'], 'there is no file to open'],
  ])('refuses %j', async (options, problem) => {
    const { status, stderr } = await pitwall(['report', 'log.csv', ...options], world());
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(problem);
  });

  // The name is an argument, never a part of a command.
  it.skipIf(process.platform !== 'linux')('opens the file whatever its name, or says that it cannot', async () => {
    const { cwd } = world();
    const name = "a b'$(touch pwned).html";
    writeFileSync(join(cwd, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" > "${cwd}/opened"\n`);
    chmodSync(join(cwd, 'xdg-open'), 0o755);
    vi.stubEnv('PATH', `${cwd}${delimiter}${process.env.PATH}`);
    const argv = ['report', 'log.csv', '-o', name, '--open', '--quiet'];
    expect((await pitwall(argv, { cwd })).status).toBe(0);
    await expect
      .poll(() => existsSync(join(cwd, 'opened')) && readFileSync(join(cwd, 'opened'), 'utf8'))
      .toBe(join(cwd, name));
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
    vi.stubEnv('PATH', '/nowhere');
    const { status, stderr } = await pitwall(argv, { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('xdg-open does not run here');
    expect(existsSync(join(cwd, name))).toBe(true);
  });
});
