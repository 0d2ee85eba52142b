import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bashReplies, commonStart, quotedFor } from '../../../src/cli/completion/bash-replies.ts';
import { typedLine } from '../../../src/cli/completion/typed-line.ts';
import { has } from './shell-on-terminal.ts';

const BREAKS = ' \t\n"\'@><=;|&(:';

/** What people and boards call things, and what a shell would run. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '$(touch x)',
        '`',
        '$HOME',
        '~',
        '!',
        '!!',
        '\\',
        '"',
        "'",
        '*',
        '?',
        '[',
        '{a,b}',
        ' ',
        '  ',
        '=',
        ':',
      ),
      fc.constantFrom(';', '|', '&', '<', '>', '#', '-', '--', '(', ')', '^', '%', ',', 'é', '語', '🏎', 'Review', 'a'),
      fc.string({ unit: fc.constantFrom(...Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code))) }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

describe('a line of bash', () => {
  it.each([
    ['pitwall re', ['pitwall'], 're', null, 0],
    ['pitwall report ', ['pitwall', 'report'], '', null, 0],
    ['pitwall report --where type=Bu', ['pitwall', 'report', '--where'], 'type=Bu', null, 5],
    [String.raw`pitwall report my\ log.csv --by ty`, ['pitwall', 'report', 'my log.csv', '--by'], 'ty', null, 0],
    ['pitwall report "my log.csv" -', ['pitwall', 'report', 'my log.csv'], '-', null, 0],
    ['pitwall a --where "stage=Legal re', ['pitwall', 'a', '--where'], 'stage=Legal re', '"', 0],
    ['pitwall a --where stage="Legal re', ['pitwall', 'a', '--where'], 'stage=Legal re', '"', 6],
    ['pitwall a --by Leg"al re', ['pitwall', 'a', '--by'], 'Legal re', '"', 3],
    ["pitwall a --where 'it", ['pitwall', 'a', '--where'], 'it', "'", 0],
    [String.raw`pitwall a "x\"y\z"`, ['pitwall', 'a'], String.raw`x"y\z`, null, 0],
    [String.raw`pitwall a $'x\'y`, ['pitwall', 'a'], "x'y", "$'", 0],
    ['pitwall a "" b', ['pitwall', 'a', ''], 'b', null, 0],
    ['cat x | pitwall re', ['pitwall'], 're', null, 0],
    ['pitwall a 2>/dev/null --b', ['pitwall', 'a'], '--b', null, 0],
    ['pitwall a $(rm -rf ~) --b', ['pitwall', 'a', '$(rm', '-rf', '~)'], '--b', null, 0],
  ])('%s', (line, before, word, quote, kept) => {
    expect(typedLine(line, BREAKS)).toEqual({ before, redirected: false, word: { text: word, quote, kept } });
  });

  it.each(['pitwall a > ', 'pitwall a >out', 'pitwall a 2> "my fi', 'pitwall a < lo'])('%s names a file', (line) => {
    expect(typedLine(line, BREAKS)).toMatchObject({ before: ['pitwall', 'a'], redirected: true });
  });

  it('says again what was quoted, in each kind of quotes', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, '"' as const, "'" as const), (value, quote) => {
        const open = quote ?? '';
        expect(typedLine(`pitwall ${open}${quotedFor(quote, value)}${open} x`, BREAKS).before[1] ?? '').toBe(value);
      }),
    );
  });

  // Windows has none.
  it.skipIf(!has('bash'))('is read by bash as it is read here, and nothing of it is run', () => {
    const values = fc.sample(text, { numRuns: 400, seed: 7 }).filter((value) => value !== '');
    const quotes = [null, '"', "'"] as const;
    const words = values.flatMap((value) =>
      quotes.map((quote) => `${quote ?? ''}${quotedFor(quote, value)}${quote ?? ''}`),
    );
    // As on a terminal: there, an exclamation mark recalls a line.
    const script = words.map((word) => `printf '%s\\0' ${word}`).join('\n');
    const { status, stdout } = spawnSync('bash', ['--norc', '--noprofile', '-c', script], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout.split('\0').slice(0, -1)).toEqual(values.flatMap((value) => [value, value, value]));
  });
});

describe('what bash puts in', () => {
  const replies = (line: string, values: string[]) => bashReplies(values, typedLine(line, BREAKS).word);

  it.each([
    ['pitwall re', ['report', 'rework'], ['report', 'rework']],
    ['pitwall rep', ['report'], ['report']],
    ['pitwall a --by L', ['Legal review', 'Legal hold'], [String.raw`Legal\ `]],
    [
      String.raw`pitwall a --by Legal\ `,
      ['Legal review', 'Legal hold'],
      [String.raw`Legal\ review`, String.raw`Legal\ hold`],
    ],
    ['pitwall a --where stage=L', ['stage=Legal review'], [String.raw`Legal\ review`]],
    ['pitwall a --where "stage=L', ['stage=Legal review'], ['stage=Legal review']],
    ['pitwall a --where stage="L', ['stage=Legal review'], ['Legal review']],
    ["pitwall a --where 'stage=L", ["stage=L'x"], [String.raw`stage=L'\''x`]],
    ['pitwall a --where stage=', ['stage=$(rm -rf ~)'], [String.raw`\$\(rm\ -rf\ \~\)`]],
    ['pitwall a --where "stage=', ['stage=`x` "$y" !'], ['stage=\\`x\\` \\"\\$y\\" "\'!\'"']],
    ["pitwall a $'", ['b'], []],
    ['pitwall a', [], []],
  ])('for %s and %j', (line, values, expected) => {
    expect(replies(line, values)).toEqual(expected);
  });

  it('never shares half of an escape', () => {
    fc.assert(
      fc.property(
        fc.array(
          text.filter((value) => value !== ''),
          { minLength: 1, maxLength: 4 },
        ),
        (values) => {
          const distinct = [...new Set(values)];
          const shared = commonStart(bashReplies(distinct, { text: '', quote: null, kept: 0 }));
          const read = typedLine(`pitwall ${shared}`, BREAKS).word;
          // What is put in says the beginning of each, whole.
          expect(distinct.every((value) => value.startsWith(read.text))).toBe(true);
          expect(/(^|[^\\])(\\\\)*\\$/.test(read.quote === null ? shared : '')).toBe(false);
        },
      ),
    );
  });
});
