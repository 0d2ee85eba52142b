// The built program on a real terminal, with real pagers.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltProgram } from './built-program.ts';
import { HAS_LESS, HAS_TERMINAL, PseudoTerminal } from './pseudo-terminal.ts';
import { LOG } from './terminal.ts';

let program: BuiltProgram;
beforeAll(() => {
  program = new BuiltProgram({ 'log.csv': LOG });
  const folder = join(program.folder, 'a folder');
  mkdirSync(folder);
  script(join(folder, 'pager.sh'), 'printf "<%s>" "$@" "$LESS" "$LV" "$LESSCHARSET" > paged; cat > text');
  script(join(program.folder, 'xdg-open'), 'printf "%s" "$1" > opened');
});
afterAll(() => program.remove());

function script(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

const NO_PAGER = { CI: undefined, LESS: undefined, LV: undefined, PAGER: undefined, PITWALL_PAGER: undefined };

/** Runs the program in a terminal; what follows it in the shell shows its status and whether keys are still echoed. */
function open(args: string, env: Record<string, string | undefined> = {}, before = ''): PseudoTerminal {
  const command = `(${before} '${process.execPath}' '${program.bin}' ${args}); echo "status $?"; stty -a | grep -o -- '-*echo ' | sed 's/^/keys: /'`;
  const whole = program.environment({ ...NO_PAGER, TERM: 'xterm', SHELL: '/bin/sh', ...env });
  return new PseudoTerminal(command, { cwd: program.folder, env: whole });
}

const ENDED = /status 0\r\nkeys: echo/;

if (!HAS_TERMINAL) console.warn('The pager is not tried on a terminal: there is no script of util-linux here.');
if (!HAS_LESS) console.warn('The pager is not tried with less: there is none here.');

// Without the program `script` there is no terminal to try it on.
describe.skipIf(!HAS_TERMINAL)('on a terminal', () => {
  it('hands text and arguments to the pager that the user names, without a shell', async () => {
    const pager = `"${join(program.folder, 'a folder', 'pager.sh')}" -a 'b c' '$HOME;'`;
    const shown = await open('report log.csv', { PITWALL_PAGER: pager, PAGER: 'false' }).end();
    expect(shown).toMatch(ENDED);
    expect(shown).not.toContain('Key figures');
    expect(readFileSync(join(program.folder, 'paged'), 'utf8')).toBe('<-a><b c><$HOME;><FRX><-c><utf-8>');
    // Colours stay, as they are for the same terminal.
    expect(readFileSync(join(program.folder, 'text'), 'utf8')).toContain('\u001b[1mKey figures');
  });

  it('leaves LESS, LV and LESSCHARSET to the user who has set them', async () => {
    const env = {
      PAGER: `'${join(program.folder, 'a folder', 'pager.sh')}'`,
      LESS: '-i',
      LV: '',
      LESSCHARSET: 'latin1',
    };
    expect(await open('report log.csv', env).end()).toMatch(ENDED);
    expect(readFileSync(join(program.folder, 'paged'), 'utf8')).toBe('<-i><><latin1>');
  });

  it('ends quietly, with its own exit status, where the pager is left early', async () => {
    const env = { PAGER: 'head -n 1' };
    expect(await open('schema report', env).end()).toBe('{\r\nstatus 0\r\nkeys: echo \r\n');
    const check = await open('check log.csv --max wip.current=0 -f json', env).end();
    expect(check).toBe('{\r\nstatus 1\r\nkeys: echo \r\n');
  });

  it.each([
    ['does not exist', 'no-such-pager -x'],
    ['lies in what is no folder', '/dev/null/less'],
    ['may not be run', './log.csv'],
    ['is not found by the program that should start it', 'env no-such-pager'],
  ])('prints the text where the pager %s', async (_, pager) => {
    const shown = await open('report log.csv', { PAGER: pager }).end();
    expect(shown).toMatch(/Key figures[\s\S]*status 0\r\nkeys: echo/);
    expect(shown.match(/Key figures/g)).toHaveLength(1);
    expect(shown).toContain(`pitwall: PAGER: \`${pager.split(' ')[0]}\` does not run here`);
  });

  it.each([
    ['an empty PAGER', 'report log.csv', { PAGER: '' }],
    ['an empty PITWALL_PAGER, whatever PAGER says', 'report log.csv', { PITWALL_PAGER: '', PAGER: 'false' }],
    ['PAGER=cat', 'report log.csv', { PAGER: 'cat' }],
    ['--no-pager', 'report log.csv --no-pager', { PAGER: 'false' }],
    ['a build server', 'report log.csv', { PAGER: 'false', CI: 'true' }],
    ['a pipe', 'report log.csv | cat', { PAGER: 'false' }],
    ['a text that fits', 'leak 10m --every week', { PAGER: 'false' }],
  ])('starts no pager with %s', async (_, args, env) => {
    const shown = await open(args, env).end();
    expect(shown).toMatch(/status 0/);
    expect(shown.split('\n').length).toBeGreaterThan(args.startsWith('leak') ? 5 : 24);
  });

  it('opens a page in the browser', async () => {
    const env = { PATH: `${program.folder}:${process.env.PATH}` };
    expect(await open('report log.csv -o report.html --open --quiet', env).end()).toBe('status 0\r\nkeys: echo \r\n');
    const opened = join(program.folder, 'opened');
    // It is not waited for.
    while (!existsSync(opened) || readFileSync(opened, 'utf8') === '')
      await new Promise((done) => setTimeout(done, 20));
    expect(readFileSync(opened, 'utf8')).toBe(join(program.folder, 'report.html'));
  });
});

// The same, and without less.
describe.skipIf(!HAS_TERMINAL || !HAS_LESS)('in less', () => {
  /** Opens the report and waits for less to ask. */
  async function report(args = 'report log.csv', before = ''): Promise<PseudoTerminal> {
    const terminal = open(args, {}, before);
    await terminal.shows(/\n:[^\n]*$/);
    return terminal;
  }

  it('shows the first screen in colour, and ends at q', async () => {
    const terminal = await report();
    expect(terminal.text).toContain('\u001b[1m');
    expect(terminal.text).toContain('Key figures');
    // Below the first screen.
    expect(terminal.text).not.toContain('Forecast ');
    terminal.type('q');
    expect(await terminal.end()).toMatch(ENDED);
  });

  it('ends with the exit status of a check', async () => {
    const terminal = await report('check log.csv --max wip.current=0 -f json');
    terminal.type('q');
    expect(await terminal.end()).toMatch(/status 1\r\nkeys: echo/);
  });

  it('leaves Ctrl-C and Ctrl-\\ to less, which goes on', async () => {
    const terminal = await report();
    for (const keys of ['\u0003', '\u001c', '\u0003']) {
      terminal.type(keys);
      // The terminal forgets what is typed along with these.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const seen = terminal.text.length;
    terminal.type('G');
    await terminal.shows(/\(END\)/, seen);
    terminal.type('q');
    expect(await terminal.end()).toMatch(ENDED);
  });

  it.each(['TERM', 'HUP'] as const)('ends less at SIG%s, and leaves the terminal as it was', async (signal) => {
    const pid = join(program.folder, `pid-${signal}`);
    const terminal = await report('schema report', `exec sh -c 'echo $$ > "${pid}"; exec "$@"' sh`);
    process.kill(Number(readFileSync(pid, 'utf8')), `SIG${signal}`);
    expect(await terminal.end()).toMatch(/status 1\d\d\r\nkeys: echo/);
  });
});
