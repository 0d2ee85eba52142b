import { describe, expect, it } from 'vitest';
import { KEYED, NameGate, OWN_AMONG_OTHERS, OWN_WORDS } from '../../src/analysis/names/name-gate.ts';
import { NameMatcher } from '../../src/analysis/names/name-matcher.ts';
import { otherSpellings, wholeSpellings } from '../../src/analysis/names/name-spellings.ts';
import { readError } from '../../src/analysis/names/read-error.ts';
import * as output from '../../src/contract/output.ts';
import { METRIC_IDS } from '../../src/metrics/index.ts';
import { PitwallError } from '../../src/model/errors.ts';

function gateFor(...names: string[]): NameGate {
  const matcher = new NameMatcher();
  for (const spellings of [wholeSpellings, otherSpellings])
    for (const [index, name] of names.entries())
      for (const one of spellings(name)) matcher.add(one, `person ${index + 1}`);
  return new NameGate(matcher);
}

describe('a name in a text', () => {
  it.each([
    ['Anna Smith', 'person 1'],
    ['ask ANNA SMITH today', 'ask person 1 today'],
    ['Smith, Anna', 'person 1'],
    ['anna.smith@acme.com', 'person 1'],
    ['anna.smith+x@mail.acme.co.uk!', 'person 1!'],
    ['anna-smith.csv', 'person 1.csv'],
    ['AnnaSmith', 'person 1'],
    ['@asmith, see', '@person 1, see'],
    ['A. Smith', 'person 1'],
    ['Anna%20Smith', 'person 1'],
    ['Waiting for Anna', 'Waiting for person 1'],
    ['ask anna', 'ask person 1'],
    ['Ánna Smîth', 'person 1'],
    ['Anna Smith and Ben Jones', 'person 1 and person 2'],
    ['Annabel Smithers', 'Annabel Smithers'],
    ['bananna', 'bananna'],
    ['Anna        Smith', 'person 1        person 1'],
    ['person 2', 'person 2'],
  ])('%s: %s', (text, expected) => {
    expect(gateFor('Anna Smith', 'Ben Jones').text(text)).toBe(expected);
  });

  it('is the longest that fits', () => {
    expect(gateFor('Ann', 'Ann Lee', 'Ann Lee Poe').text('Ann Lee Poe, Ann Lee, Ann')).toBe(
      'person 3, person 2, person 1',
    );
  });

  it.each([
    ['Jörg Müller', 'Joerg Mueller'],
    ['Jörg Müller', 'JORG MULLER'],
    ['田中太郎', '田中太郎待ち'],
    ["Shane O'Neil", 'shane o’neil'],
    ['José Núñez', 'Jos%C3%A9%20N%C3%BA%C3%B1ez'],
    ['kim', 'KIM-7'],
    ['712020:0a1b-22', '712020:0a1b-22'],
  ])('of %s is found in %s', (name, text) => {
    expect(gateFor(name).text(text)).toMatch(/^person 1/);
  });

  it('that is also a word is one where it is written as a name', () => {
    const gate = gateFor('Will May', 'Page');
    expect(gate.text('this will be page 3 of may')).toBe('this will be page 3 of may');
    expect(gate.text('Ask Will, Page; @will')).toBe('Ask person 1, person 2; @person 1');
    expect(gate.text('will may')).toBe('person 1');
    expect(gate.text(' page ')).toBe(' person 2 ');
  });

  it.each(['Review', 'QA Team', '7', '12345', 'Design', '-', ''])(
    'of a role, a team or a short number stays: %s',
    (name) => {
      expect(gateFor(name).text(`${name}: 7 items in Review, Design`)).toBe(`${name}: 7 items in Review, Design`);
    },
  );

  it.each([
    // Up to six signs stand within a name.
    ['Anna Smith', 'Anna      Smith', 'person 1'],
    ['Anna Smith', 'Anna       Smith', 'person 1       person 1'],
    // A part of three letters is a name, one of two where it is written so and is no other word.
    ['Ann Porterfield', 'ask ann', 'ask person 1'],
    ['Bo Larsson', 'ask Bo, bo', 'ask person 1, bo'],
    ['Bo Xu', 'Bo and bo BO', 'person 1 and bo person 1'],
    ['Li Wu', 'ask Wu, not li', 'ask person 1, not li'],
    ['Ma To', 'To do: ask Ma', 'To do: ask person 1'],
    // An initial before a surname of two is none.
    ['Anna Xu', 'plan a xu', 'plan a xu'],
    ['Anna B2', 'plan B2', 'plan B2'],
    // An apostrophe is often left out.
    ["Pat O'Brien", 'Pat OBrien, ask OBrien', 'person 1, ask person 1'],
    ['Pat O’Brien', 'obrien, pobrien', 'person 1, person 1'],
    ["pat.o'brien@acme.com", 'ask OBrien', 'ask person 1'],
    // A whole name of two letters is one where it is written so.
    ['Jo', 'ask Jo, jo', 'ask person 1, jo'],
    // Six figures are an account's, five may be anything.
    ['123456', 'see 123456', 'see person 1'],
    // Names of six words are found in another order, those of more only as they are written.
    ['Ana Bea Cia Dea Eva Fay', 'Fay Ana Bea Cia Dea Eva', 'person 1'],
    ['Ana Bea Cia Dea Eva Fay', 'ask Fay', 'ask person 1'],
    ['Ana Bea Cia Dea Eva Fay Gia', 'Gia Ana Bea Cia Dea Eva Fay', 'Gia Ana Bea Cia Dea Eva Fay'],
    ['Ana Bea Cia Dea Eva Fay Gia', 'ask Gia', 'ask Gia'],
    ['Ana Bea Cia Dea Eva Fay Gia', 'ask Ana Bea Cia Dea Eva Fay Gia', 'ask person 1'],
  ])('of %s: %s is %s', (name, text, expected) => {
    expect(gateFor(name).text(text)).toBe(expected);
  });

  it('takes time in proportion to the text, however many names there are', () => {
    const gate = gateFor(...Array.from({ length: 20_000 }, (_, index) => `Given${index} Family${index}`));
    const text = 'Given1 Given2 Given3 family '.repeat(20_000);
    const begun = performance.now();
    gate.text(text);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('an answer', () => {
  it('keeps its numbers, its own words and its keys', () => {
    const answer = {
      kind: 'active',
      count: 3,
      days: [{ stages: { 'For Anna': 3 }, active: 1 }],
      file: 'anna.csv',
      none: null,
    };
    expect(gateFor('Anna', 'active', 'count', '3').value(answer)).toEqual({
      kind: 'active',
      count: 3,
      days: [{ stages: { 'For person 1': 3 }, active: 1 }],
      file: 'person 1.csv',
      none: null,
    });
  });
});

describe('keys and errors', () => {
  const gate = gateFor('Anna Smith');

  it('of data are names, whatever else they mean', () => {
    expect(gate.value({ mapping: { kind: 'Anna Smith' } })).toEqual({ mapping: { kind: 'person 1' } });
  });

  it('lose names in their message and in their trace', () => {
    const error = new Error('no room for Anna Smith');
    expect(gate.error(error)).toBe(error);
    expect([error.message, error.stack?.includes('Anna')]).toEqual(['no room for person 1', false]);
  });

  it('of the reading call files by their places, the longest names first', () => {
    const told = (what: string, where: string, ...inputs: string[]) => {
      const error = readError(new PitwallError('bad', what, where, 'Look.'), inputs, gateFor()) as PitwallError;
      return [error.what, error.where];
    };
    expect(told('a.csv, not aa.csv', 'aa.csv:3', 'a.csv', 'aa.csv')).toEqual([
      'input 1.csv, not input 2.csv',
      'input 2.csv:3',
    ]);
    expect(told('a - b', '-', '-')).toEqual(['a - b', '-']);
    // A pattern found it.
    expect(told('bad', 'kim/x.json:1:2', '*')).toEqual(['bad', 'an input.json:1:2']);
  });

  it.each([
    ['zip', 'Anna in the zip archive is protected by a password', 'Unpack it with the password and give Anna.'],
    ['no-rows', 'its sheet Anna is empty', 'Export again.'],
    ['no-rows', 'its sheets are empty', 'Hidden ones are read by name: --sheet Anna.'],
    ['ambiguous-sheet', 'it has 300 sheets (Anna, Ben (x) …)', 'Say which with --sheet <name>.'],
    ['delimiter', 'its cells can be set apart in two ways (comma: Anna; tab: x)', 'Put "sep=," before the header.'],
    ['xml', 'it is XML (<Anna>)', 'Export CSV or JSON instead.'],
    ['bad-xml', 'it is no valid XML: unexpected close tag Anna', 'Export it again.'],
    ['workbook', 'the workbook cannot be read: no part Anna', 'Save it again.'],
    ['error-document', 'it is an error that Jira answered with, not issues: Anna: no', 'Check the address.'],
    ['snapshot-date', 'nothing says of which day', 'Say it with --snapshot-date "Anna.csv=2026-03-02".'],
    ['not-known-here', 'a "cell (Anna)" and `Anna` are (Anna)', 'Did you mean "Anna"? The columns are: Anna.'],
    ['not-known-here', 'it has cells such as Anna', 'The sheets are: Anna, B.'],
  ])('of the reading say nothing out of a file: %s, %s', (code, what, cure) => {
    const error = readError(new PitwallError(code, what, 'a.csv:3', cure), ['a.csv'], gateFor()) as PitwallError;
    expect([error.code, error.where, error.message.match(/Anna|Ben/)]).toEqual([code, 'input 1.csv:3', null]);
  });

  it('of the reading keep what is the same for every file', () => {
    const text: [string, string] = ['it is an OpenDocument file', 'Save the sheet as "CSV UTF-8" and give that file.'];
    const error = readError(new PitwallError('binary-file', text[0], 'a.csv', text[1]), ['a.csv'], gateFor());
    expect([(error as PitwallError).what, (error as PitwallError).cure]).toEqual(text);
  });
});

/** What values each key of the contract has: `own` for those of a closed set, `text` for any. */
function kindsOfKeys(): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  const walk = (schema: unknown, key: string): void => {
    const { def } = schema as { def: Record<string, unknown> & { type: string } };
    const note = (kind: string) => kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    if (def.type === 'object') {
      const inner = Object.entries(def.shape as object);
      // What is not looked through whole must hold no text.
      for (const [name, one] of inner) walk(one, OWN_WORDS.has(key) ? key : name);
    } else if (def.type === 'array') walk(def.element, key);
    else if (def.type === 'record') walk(def.valueType, '');
    else if (def.type === 'union') for (const one of def.options as unknown[]) walk(one, key);
    else if (def.innerType !== undefined) walk(def.innerType, key);
    else if (def.type === 'enum') {
      const words = Object.keys(def.entries as object);
      if (!words.every((word) => OWN_AMONG_OTHERS.get(key)?.has(word))) note('own');
    } else if (def.type === 'string') note('text');
  };
  const { inspectionSchema, itemListSchema, itemReportSchema, metricSchema, reportSchema } = output;
  for (const schema of [reportSchema, metricSchema('waste'), itemListSchema, itemReportSchema, inspectionSchema])
    walk(schema, '');
  return kinds;
}

describe('keys that are data', () => {
  it('are those of all objects that the contract leaves open, but for the points of percentiles', () => {
    const open = new Set<string>();
    const walk = (schema: unknown, key: string): void => {
      const { def } = schema as { def: Record<string, unknown> & { type: string } };
      if (def.type === 'object') for (const [name, one] of Object.entries(def.shape as object)) walk(one, name);
      else if (def.type === 'array') walk(def.element, key);
      else if (def.type === 'union') for (const one of def.options as unknown[]) walk(one, key);
      else if (def.type === 'record') {
        open.add(key);
        walk(def.valueType, '');
      } else if (def.innerType !== undefined) walk(def.innerType, key);
    };
    walk(output.inspectionSchema, '');
    for (const id of METRIC_IDS) walk(output.metricSchema(id), '');
    expect([...open].filter((key) => !/[pP]ercentile/.test(key)).sort()).toEqual([...KEYED].sort());
  });
});

describe('keys whose values are not looked through', () => {
  /** Texts of pitwall's own by contract or by check, and words that only the configuration says. */
  const CLOSED = new Set([
    'code',
    'currency',
    'delimiter',
    'encoding',
    'format',
    'fullerFormats',
    'key',
    'metric',
    'timeZone',
    'tool',
  ]);

  it('are all that have a closed set of values, and no others', () => {
    const kinds = kindsOfKeys();
    for (const [key, values] of kinds) {
      // Owner and team are roles, for which nobody is taken.
      if (key === 'by') continue;
      // Why an item is blocked is data; why it has no chance is one word of two or more, such as `olderThanAny`.
      if (key === 'reason') continue;
      if (CLOSED.has(key)) continue;
      if (values.has('own')) expect([key, [...values], OWN_WORDS.has(key)]).toEqual([key, ['own'], true]);
      else expect([key, OWN_WORDS.has(key)]).toEqual([key, false]);
    }
    for (const key of OWN_WORDS) expect([key, kinds.has(key) || key === 'tool']).toEqual([key, true]);
  });
});
