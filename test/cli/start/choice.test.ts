import { describe, expect, it } from 'vitest';
import { ASIDE, choiceOf } from '../../../src/cli/start/choice.ts';
import { pitwall } from '../terminal.ts';

const plain = (...argv: string[]) => choiceOf(argv, [], {});

describe('how the program is loaded', () => {
  it('as modules for the version alone, which needs next to nothing', () => {
    expect([plain('--version'), plain('-V')]).toEqual(['modules', 'modules']);
  });

  it('as modules where somebody looks at the code', () => {
    expect(plain('report', 'log.csv', '--debug')).toBe('modules');
    for (const flag of ['--inspect', '--inspect-brk=9229', '--enable-source-maps', '--max-old-space-size=99 --inspect'])
      expect(choiceOf(['report'], [flag], {})).toBe('modules');
    expect(choiceOf(['report'], [], { NODE_V8_COVERAGE: 'coverage' })).toBe('modules');
  });

  it('as modules where it is switched off, by the name that Node itself has for that', () => {
    expect(choiceOf(['report'], [], { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('modules');
    expect(choiceOf(['report'], [], { NODE_DISABLE_COMPILE_CACHE: '' })).toBe('keep');
  });

  it('with any other flag of Node out of kept code', () => {
    expect(choiceOf(['report'], ['--max-old-space-size=4096'], {})).toBe('keep');
  });

  it('keeps code after commands that compute, not after those that only look something up', () => {
    for (const command of ['report', 'items', 'item', 'cycle-time']) expect(plain(command, 'log.csv')).toBe('keep');
    for (const command of [...ASIDE, '', '-', '--help', './report', 'Report']) expect(plain(command)).toBe('use');
    expect([plain(), plain('report', '--help'), plain('report', '-h')]).toEqual(['use', 'use', 'use']);
  });

  it('knows commands by the names they have', async () => {
    const { stdout } = await pitwall(['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining([...ASIDE]));
  });
});
