import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { PitwallError } from '../../../../src/model/errors.ts';
import { OPTIONS } from '../../read-text.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');

function filesOf(format: string, extension: string): string[] {
  const folder = join(FIXTURES, format);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension) && !name.endsWith('expected.json') && !name.includes('thousand'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** What nothing is made for: in place of any value of a response. */
const ODD = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e300,
  '',
  ' ',
  '\u0000',
  'x'.repeat(5000),
  [],
  {},
  [null],
  [[]],
  { toString: null },
  JSON.parse('{"__proto__":{"key":"AB-1"},"constructor":1}'),
  '2026-13-45T99:99:99.000+9900',
  'constructor',
  '__proto__',
);

/** Puts a value in place of one that is somewhere in another. */
function replaced(value: unknown, choose: (count: number) => number, odd: unknown): unknown {
  if (typeof value !== 'object' || value === null) return odd;
  const keys = Object.keys(value);
  const index = choose(keys.length + 1);
  if (index === keys.length) return odd;
  const key = keys[index] as string;
  const inner = replaced((value as Record<string, unknown>)[key], choose, odd);
  if (Array.isArray(value)) return value.map((element, at) => (String(at) === key ? inner : element));
  return { ...value, [key]: inner };
}

/** Reads, and lets pass only what a user is told in a line. */
async function survives(...texts: string[]): Promise<void> {
  try {
    const log = await readLog(
      texts.map((data, index) => ({ name: `${index}`, data })),
      OPTIONS,
    );
    for (const { rows, used, merged, rejected } of log.files) expect(used + merged + rejected).toBe(rows);
  } catch (error) {
    if (!(error instanceof PitwallError)) throw error;
    expect(error.message).not.toContain('\n');
  }
}

describe('responses of Jira in which something is odd', () => {
  const documents = ['jira-rest', 'jira-changelog']
    .flatMap((format) => filesOf(format, '.json'))
    .map((text) => JSON.parse(text) as unknown);

  it('are read, or refused in a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.constantFrom(...documents),
        fc.infiniteStream(fc.nat()),
        fc.array(ODD, { minLength: 1, maxLength: 4 }),
        async (document, other, random, odds) => {
          let broken = document;
          for (const odd of odds) broken = replaced(broken, (count) => (random.next().value as number) % count, odd);
          await survives(JSON.stringify(broken), JSON.stringify(other));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('tables of Jira in which something is odd', () => {
  const tables = ['jira-csv', 'jira-pipeline'].flatMap((format) => filesOf(format, '.csv'));

  it('are read, or refused in a line, wherever a piece is missing or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.constantFrom(...tables),
        fc.nat(),
        fc.nat(30),
        fc.constantFrom('', '"', '\n', ',,', '__proto__', '\u0000', '\u{1f600}'),
        async (table, other, at, length, odd) => {
          const start = at % table.length;
          await survives(table.slice(0, start) + odd + table.slice(start + length), other);
        },
      ),
      { numRuns: 200 },
    );
  });
});
