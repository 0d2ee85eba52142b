import { describe, expect, it } from 'vitest';
import { isWatched, wantsColor } from '../../src/cli/terminal/color.ts';
import { progressLine } from '../../src/cli/terminal/progress-line.ts';
import { widthOf } from '../../src/cli/terminal/width.ts';
import { Screen } from './terminal.ts';

const PIPE = new Screen();
const TERMINAL = new Screen({ columns: 100 });

describe('colour', () => {
  it.each([
    ['a terminal', true, TERMINAL, {}, true],
    ['a pipe', true, PIPE, {}, false],
    ['a file', true, null, {}, false],
    ['--no-color, whatever the environment says', false, TERMINAL, { FORCE_COLOR: '1' }, false],
    ['NO_COLOR', true, TERMINAL, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR, which says nothing', true, TERMINAL, { NO_COLOR: '' }, true],
    ['FORCE_COLOR in a pipe', true, PIPE, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR over NO_COLOR', true, PIPE, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0', true, TERMINAL, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR=false', true, TERMINAL, { FORCE_COLOR: 'false' }, false],
    ['a build server', true, TERMINAL, { CI: 'true' }, false],
    ['CI=false', true, TERMINAL, { CI: 'false' }, true],
    ['a dumb terminal', true, TERMINAL, { TERM: 'dumb' }, false],
  ])('on %s', (_, option, sink, env, colored) => {
    expect(wantsColor(option, sink, env as Record<string, string>)).toBe(colored);
  });
});

describe('width', () => {
  const session = (columns: number | undefined, env: Record<string, string>) =>
    ({ stdout: new Screen(columns === undefined ? null : { columns }), env }) as never;

  it('is the option, else the terminal, else COLUMNS, else 80', () => {
    expect(widthOf(120, session(100, { COLUMNS: '90' }))).toBe(120);
    expect(widthOf(undefined, session(100, { COLUMNS: '90' }))).toBe(100);
    expect(widthOf(undefined, session(undefined, { COLUMNS: '90' }))).toBe(90);
    expect(widthOf(undefined, session(undefined, {}))).toBe(80);
  });

  it('takes no nonsense from the environment', () => {
    expect(widthOf(undefined, session(undefined, { COLUMNS: 'wide' }))).toBe(80);
    expect(widthOf(undefined, session(0, { COLUMNS: '-1' }))).toBe(80);
  });
});

describe('progress', () => {
  const reading = { phase: 'read', file: 'log.csv', bytes: 45, totalBytes: 100, rows: 1200 } as const;

  /** A line whose clock the test moves. */
  function watched(env: Record<string, string> = {}, quiet = false, columns = 80) {
    const stderr = new Screen({ columns });
    let now = 0;
    const line = progressLine({ stderr, env }, quiet, () => now);
    return { stderr, line, at: (time: number) => (now = time) };
  }

  it('is silent for half a second, then one line that is rewritten, then wiped away', () => {
    const { stderr, line, at } = watched();
    at(499);
    line.update(reading);
    expect(stderr.text).toBe('');
    at(500);
    line.update(reading);
    expect(stderr.text).toBe('\r\u001b[Kreading log.csv · 45 % · 1,200 rows');
    at(550);
    line.update(reading);
    at(600);
    line.update({ ...reading, phase: 'compute', file: null, rows: 0 });
    line.end();
    expect(stderr.text).toBe('\r\u001b[Kreading log.csv · 45 % · 1,200 rows\r\u001b[Kcomputing\r\u001b[K');
    line.end();
    expect(stderr.text.endsWith('computing\r\u001b[K')).toBe(true);
  });

  it('says no share where the size is not known', () => {
    const { stderr, line, at } = watched();
    at(600);
    line.update({ ...reading, file: '-', totalBytes: null });
    expect(stderr.text).toBe('\r\u001b[Kreading - · 1,200 rows');
  });

  it('never fills the last column', () => {
    const { stderr, line, at } = watched({}, false, 10);
    at(600);
    line.update(reading);
    expect(stderr.text).toBe('\r\u001b[Kreading l');
  });

  it('is whole on a terminal that does not know its width', () => {
    const { stderr, line, at } = watched({}, false, 0);
    at(600);
    line.update(reading);
    expect(stderr.text).toBe('\r\u001b[Kreading log.csv · 45 % · 1,200 rows');
  });

  it('is only for somebody who watches', () => {
    for (const { stderr, line, at } of [watched({}, true), watched({ CI: '1' }), watched({ TERM: 'dumb' })]) {
      at(600);
      line.update(reading);
      line.end();
      expect(stderr.text).toBe('');
    }
    expect(isWatched(PIPE, {})).toBe(false);
  });
});
