// The worked examples of docs/metrics.md are run: every figure that the page states is what the program gives.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ZodType } from 'zod';
import { figuresSchema, itemSchema } from '../../src/contract/result.ts';
import { type AnalyzeOptions, METRICS, open } from '../../src/index.ts';
import { type Fence, fencesOf, pageText, wordsOf } from './pages.ts';

const PAGE = 'docs/metrics.md';

/** A log, what it is analysed with, and the figures that the page states. */
interface Example {
  heading: string;
  line: number;
  log: string;
  configuration: Record<string, unknown>;
  options: string[];
  expected: Record<string, unknown>;
}

/** A ```csv, then ```yaml and ```sh where the example needs them, then ```json; more of the latter vary the same log. */
function examplesOf(fences: readonly Fence[]): Example[] {
  const [first, ...rest] = fences;
  if (first?.language !== 'yaml') throw new Error(`${PAGE} does not begin with the workflow of its examples`);
  const examples: Example[] = [];
  let log: string | null = null;
  let configuration = {};
  let options: string[] = [];
  for (const { heading, language, line, text } of rest) {
    if (language === 'csv') [log, configuration, options] = [text, {}, []];
    else if (language === 'yaml') configuration = parse(text) as object;
    else if (language === 'sh') options = wordsOf(text.trim());
    else if (language === 'json') {
      if (log === null) throw new Error(`${PAGE}:${line}: there is no log above`);
      const expected = JSON.parse(text) as Record<string, unknown>;
      const whole = { ...(parse(first.text) as object), ...configuration };
      examples.push({ heading, line, log, configuration: whole, options, expected });
      [configuration, options] = [{}, []];
    } else throw new Error(`${PAGE}:${line}: no example holds ${language}`);
  }
  return examples;
}

const OPTIONS: Readonly<Record<string, keyof AnalyzeOptions>> = {
  '--as-of': 'asOf',
  '--from': 'from',
  '--to': 'to',
  '--last': 'last',
  '--time-zone': 'timeZone',
  '--basis': 'basis',
  '--unit': 'unit',
  '--by': 'by',
  '--where': 'where',
  '--input': 'input',
};

/** `pitwall report log.csv --last 2w` as the library's options. */
function optionsOf(words: readonly string[]): AnalyzeOptions {
  const given: Record<string, unknown> = {};
  for (let index = 3; index < words.length; index += 2) {
    const option = OPTIONS[words[index] as string];
    const value = words[index + 1];
    if (option === undefined || value === undefined) throw new Error(`${PAGE}: ${words.join(' ')} cannot be run here`);
    given[option] = option === 'where' ? [value] : value;
  }
  return given as AnalyzeOptions;
}

/** Everything that the program says of a log: the report with every metric's detail, and each item explained. */
async function answer({ log, configuration, options }: Example): Promise<unknown> {
  const analysis = await open(
    { name: 'log.csv', data: log },
    { timeZone: 'UTC', ...optionsOf(options), configuration },
  );
  const metrics = METRICS.map(({ id }) => [id, (analysis.metric(id) as Record<string, unknown>)[id]]);
  const items = analysis.items().itemList.map(({ id }) => {
    const { item, ...explained } = analysis.item(id);
    return { ...explained, ...item };
  });
  return { ...analysis.report(), ...Object.fromEntries(metrics), item: items };
}

/** What names a row of a list: in `stages.Writing.share` it is the stage. */
const NAMES = ['id', 'stage', 'name', 'code', 'date', 'value', 'file'] as const;

/** The value at a path such as `stages.Writing.timeDays.meanDays`, `item.A.visits.0.stage`. */
function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const step of path.split('.')) {
    if (Array.isArray(found)) {
      const list: Record<string, unknown>[] = found;
      found = /^\d+$/.test(step) ? list[Number(step)] : list.find((row) => NAMES.some((name) => row[name] === step));
      if (found === undefined && !/^\d+$/.test(step)) throw new Error(`there is no ${step} in ${path}`);
    } else if (typeof found === 'object' && found !== null && Object.hasOwn(found, step)) {
      found = (found as Record<string, unknown>)[step];
    } else throw new Error(`there is no ${step} in ${path}`);
  }
  return found;
}

/** Numbers as the page writes them: to four decimals. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 10_000) / 10_000;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

describe(`the examples of ${PAGE}`, () => {
  const examples = examplesOf(fencesOf(PAGE));

  it('are found', () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples.map((example) => [example.line, example.heading, example] as const))(
    'line %i, %s',
    async (_line, _heading, example) => {
      const actual = await answer(example);
      const paths = Object.keys(example.expected);
      expect(paths).not.toEqual([]);
      expect(Object.fromEntries(paths.map((path) => [path, rounded(valueAt(actual, path))]))).toEqual(example.expected);
    },
  );
});

/** The names of all fields of a schema, those of what it holds included. */
function namesOf(schema: ZodType): string[] {
  const { shape, element, def } = schema as unknown as {
    shape?: Record<string, ZodType>;
    element?: ZodType;
    def: { innerType?: ZodType; valueType?: ZodType };
  };
  if (shape !== undefined) return Object.entries(shape).flatMap(([key, inner]) => [key, ...namesOf(inner)]);
  const inner = element ?? def.innerType ?? def.valueType;
  return inner === undefined ? [] : namesOf(inner);
}

describe(PAGE, () => {
  const text = pageText(PAGE);

  it.each(METRICS.map(({ command, id }) => [command, id]))('has a section on %s', (command, id) => {
    expect(text).toMatch(new RegExp(`^### .*\`${id}\`.*\`pitwall ${command}\``, 'm'));
  });

  it('explains every figure', () => {
    const names = new Set([...namesOf(figuresSchema), ...namesOf(itemSchema)]);
    expect([...names].filter((name) => !text.includes(`\`${name}\``) && !text.includes(`.${name}\``))).toEqual([]);
  });
});
