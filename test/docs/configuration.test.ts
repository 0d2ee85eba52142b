// docs/configuration.md documents every key of the schema, and each of its examples is a valid file.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { configurationSchema } from '../../src/contract/configuration.ts';
import { parseConfiguration } from '../../src/index.ts';
import { settingsOf } from '../../src/settings/settings-of.ts';
import { fencesOf, fromRoot, pageText } from './pages.ts';

const PAGE = 'docs/configuration.md';

interface Inner {
  shape?: Record<string, ZodType>;
  element?: ZodType;
  options?: readonly unknown[];
  def: { type: string; innerType?: ZodType };
}

/** Every key of a schema by its path: `calendar.hours`, `workflow[].kind`; and the values of its choices. */
function keysOf(schema: ZodType, path: string, keys: string[], choices: string[]): void {
  const { shape, element, options, def } = schema as unknown as Inner;
  if (shape !== undefined) {
    for (const [key, inner] of Object.entries(shape)) {
      const own = path === '' ? key : `${path}.${key}`;
      keys.push(own);
      keysOf(inner, own, keys, choices);
    }
  } else if (element !== undefined) keysOf(element, `${path}[]`, keys, choices);
  else if (def.innerType !== undefined) keysOf(def.innerType, path, keys, choices);
  else if (def.type === 'union') for (const option of options ?? []) keysOf(option as ZodType, path, keys, choices);
  else if (def.type === 'enum') choices.push(...(options ?? []).map(String));
}

describe(PAGE, () => {
  const text = pageText(PAGE);
  const keys: string[] = [];
  const choices: string[] = [];
  keysOf(configurationSchema, '', keys, choices);

  it('documents every key', () => {
    expect(keys).toEqual(
      expect.arrayContaining(['timeZone', 'workflow[].kind', 'calendar.hours.mon', 'cost.rates.stage']),
    );
    // A group needs no text of its own if all of its keys are documented.
    const groups = (key: string) => keys.some((other) => other.startsWith(`${key}.`));
    expect(keys.filter((key) => !text.includes(`\`${key}\``) && !groups(key))).toEqual([]);
  });

  it('names every choice', () => {
    expect(new Set(choices)).toContain('nearest-rank');
    expect(choices.filter((choice) => !text.includes(`\`${choice}\``))).toEqual([]);
  });

  it('documents no unknown key', () => {
    const documented = Array.from(text.matchAll(/\*\*`([^`]+)`\*\*/g), ([, key]) => key as string);
    expect(documented.length).toBeGreaterThan(25);
    expect(documented.filter((key) => !keys.includes(key))).toEqual([]);
  });

  const examples = fencesOf(PAGE).filter(({ language }) => language === 'yaml');

  it.each(examples.map((example) => [example.line, example] as const))(
    'line %i is a valid file',
    async (line, example) => {
      await expect(parseConfiguration(example.text, `${PAGE}:${line}`)).resolves.toEqual(expect.any(Object));
    },
  );

  it('states the defaults', async () => {
    const [defaults] = examples;
    const stated = await settingsOf(await parseConfiguration(defaults?.text ?? '', PAGE));
    const silent = await settingsOf(undefined);
    expect({ ...stated.settings, calendar: { ...stated.settings.calendar, assumed: true } }).toEqual(silent.settings);
    // Everything is equal, except that a stated time zone is not a guess.
    expect(stated.read).toEqual({ ...silent.read, timeZoneTold: true });
  });
});

it('the configuration of the example is a valid file', async () => {
  const file = 'fixtures/example/pitwall.yaml';
  await expect(parseConfiguration(readFileSync(fromRoot(file), 'utf8'), file)).resolves.toEqual(expect.any(Object));
});
