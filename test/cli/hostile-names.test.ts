import { describe, expect, it } from 'vitest';
import { METRICS, open, parseConfiguration } from '../../src/index.ts';
import { csvText } from '../analysis/csv-cells.ts';
import { folderWith, pitwall } from './terminal.ts';

/** Turns text around, begins terminal commands, ends lines, hides. */
const HOSTILE = ['\u202e', '\u2066', '\u061c', '\u200f', '\u001b[2J', '\u009b2J', '\u0007', '\u2028', '\u0085', '\r'];
const name = (word: string) => `${word}${HOSTILE.join(`${word}`)}z`;
/** All that may not be written raw; `\n` and, in the outputs that quote it, a tab alone are controls. */
const RAW = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const DATA = csvText([
  ['id', 'to', 'at', 'assignee', 'type', 'resolution', name('column')],
  [name('A'), name('Doing'), '2026-03-02', name('ana'), name('Bug'), '', 'x'],
  [name('A'), name('Review'), '2026-03-03', name('ben'), name('Bug'), '', 'x'],
  [name('A'), 'Done', '2026-03-05', name('ana'), name('Bug'), name('Duplicate'), 'x'],
  [name('B'), name('Doing'), `soon${name('er')}`, name('ana'), name('Bug'), '', 'x'],
]);

describe('what turns or hides text', () => {
  it.each(['report', 'items', 'inspect', 'init', ...METRICS.map(({ command }) => command)])(
    'is written raw by no form of %s',
    async (command) => {
      const cwd = folderWith({ 'log.csv': DATA });
      const forms =
        command === 'init' ? [['-o', '-']] : ['table', 'json', 'csv', 'ndjson', 'markdown'].map((form) => ['-f', form]);
      for (const form of forms) {
        const { status, stdout, stderr } = await pitwall([command, 'log.csv', ...form], { cwd });
        expect([form, status]).toEqual([form, 0]);
        // A cell of CSV may hold lines, in quotes.
        const shown = form.includes('csv') ? stdout.replace(/[\r\u2028]/g, '') : stdout;
        expect([shown, stderr].map((text) => RAW.exec(text)?.index ?? null)).toEqual([null, null]);
      }
    },
  );

  it('is written raw by no error, no stack and no note on a file', async () => {
    const cwd = folderWith({ 'log.csv': DATA, [name('log').replaceAll('\u0000', '')]: DATA });
    for (const args of [
      ['report', name('none')],
      ['report', 'log.csv', '--where', `type=${name('None')}`],
      ['report', 'log.csv', '--by', name('field'), '--debug'],
      ['item', name('none'), 'log.csv'],
      ['init', name('log'), '-o', name('own')],
      ['anonymize', name('log'), '-o', name('copy')],
      [name('command')],
    ]) {
      const { stderr } = await pitwall(args, { cwd });
      expect([args, RAW.exec(stderr)?.index ?? null]).toEqual([args, null]);
    }
  });

  it('is escaped in a configuration, which says the same when it is read', async () => {
    const data = csvText([
      ['id', 'to', 'at'],
      ['A', name('Doing'), '2026-03-02'],
      ['A', `Done\u{e0041}\u{1f3ce}\ufe0f\u200d\u{1f4bb}`, '2026-03-05'],
    ]);
    const analysis = await open({ name: name('log'), data });
    const { workflow } = await parseConfiguration(analysis.configuration(), 'pitwall.yaml');
    expect(workflow?.map(({ stage }) => stage)).toEqual(analysis.report().workflow.stages.map(({ name }) => name));
    expect(analysis.configuration()).not.toMatch(RAW);
    expect(analysis.configuration()).toContain('\\u202e');
    expect(analysis.configuration()).toContain('\u{1f3ce}\ufe0f\u200d\u{1f4bb}');
  });
});
