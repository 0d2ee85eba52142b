// The question that the report ends its guesses with is the one that `init` asks first, and an answer ends it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kindQuestionSection } from '../../src/document/sections/kind-question.ts';
import { folderWith, pitwall } from '../cli/terminal.ts';

const BOARD = readFileSync(fileURLToPath(new URL('../../fixtures/example/content-board.csv', import.meta.url)));
const ASKED = 'Is Brief a queue? It would take work from 36 % to 30 %. pitwall init asks.';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('the question of the report', () => {
  it('asks for a queue, or for work', () => {
    const effect = { stage: 'Legal review', kind: 'waiting' as const, efficiency: 1, otherEfficiency: 0.69 };
    const texts = [effect, { ...effect, kind: 'active' as const, efficiency: 0.2, otherEfficiency: 0.51 }].map(
      (one) => kindQuestionSection(one)[0]?.parts[0],
    );
    expect(texts).toEqual([
      {
        part: 'note',
        weight: 'info',
        text: 'Is Legal review a queue? It would take work from 100 % to 69 %. pitwall init asks.',
      },
      {
        part: 'note',
        weight: 'info',
        text: 'Is Legal review work, not a queue? It would take work from 20 % to 51 %. pitwall init asks.',
      },
    ]);
    expect(kindQuestionSection(undefined)).toEqual([]);
  });

  it('is there where people read, and is what init asks first; the answer ends it', async () => {
    const cwd = folderWith({ 'board.csv': BOARD });
    for (const form of ['table', 'markdown']) {
      const { stdout } = await pitwall(['report', 'board.csv', '-f', form], { cwd });
      // Once, and not again below.
      expect(oneLine(stdout).split(ASKED)).toHaveLength(2);
    }
    const json = await pitwall(['report', 'board.csv', '-f', 'json'], { cwd });
    expect(json.stdout).not.toContain('a queue');
    const asked: string[] = [];
    const ask = ({ guess, text }: { guess: string; text: string }) => {
      asked.push(text);
      return Promise.resolve(asked.length === 1 ? 'waiting' : guess);
    };
    expect((await pitwall(['init', 'board.csv'], { ask, cwd })).status).toBe(0);
    expect(asked[0]).toBe('What does "Brief" mean? As waiting, it would take work from 36 % to 30 %. (117 items)');
    const { stdout } = await pitwall(['report', 'board.csv'], { cwd });
    expect(oneLine(stdout)).not.toContain('a queue?');
    // The figure that was promised.
    expect(oneLine(stdout)).toMatch(/; 30 % of the time was work/);
  });

  it('names nobody where people are anonymised', async () => {
    const rows = [1, 2, 3].map(
      (item) =>
        `${item},Lisa Lind,To Do,2026-01-0${item}\n${item},Lisa Lind,At Lisa Lind,2026-01-1${item}\n${item},Lisa Lind,Done,2026-01-2${item}`,
    );
    const cwd = folderWith({ 'log.csv': `id,assignee,to,at\n${rows.join('\n')}\n` });
    const named = await pitwall(['report', 'log.csv'], { cwd });
    expect(oneLine(named.stdout)).toContain('Is At Lisa Lind a queue?');
    const { stdout } = await pitwall(['report', 'log.csv', '--anonymize-people'], { cwd });
    expect(oneLine(stdout)).toContain('Is At person 1 a queue?');
    expect(stdout).not.toMatch(/lisa/i);
  });
});
