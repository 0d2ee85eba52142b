// What is easily forgotten of a new metric.
import { describe, expect, it } from 'vitest';
import { figuresSchema } from '../../src/contract/result.ts';
import { KEY_FIGURE_IDS, METRIC_IDS, METRICS } from '../../src/metrics/index.ts';
import { pageText } from '../docs/pages.ts';
import { referenceAnalyze } from '../reference/analyze.ts';
import { randomLog } from '../reference/log/random-log.ts';
import { referencePeopleAndReasons } from '../reference/people-and-reasons.ts';

const { rows, settings } = randomLog(1);
const second = new Set(
  Object.keys({
    ...referenceAnalyze(rows, settings),
    ...referencePeopleAndReasons(rows, settings, { field: 'team' }),
  }),
);

/** The commands that the page on commands lists. */
const [, listed = ''] = /One command for each metric:([^.]*)\./.exec(pageText('docs/commands.md')) ?? [];

describe.each(METRIC_IDS)('%s', (id) => {
  const { command, definition, title, words } = METRICS[id];

  it('stands under its own key, with figures in the contract', () => {
    expect(METRICS[id].id).toBe(id);
    expect(Object.keys(figuresSchema.shape)).toContain(id);
  });

  it('has a second implementation in test/reference, which the engine is compared with', () => {
    expect([...second]).toContain(id);
  });

  it('is in the list of docs/commands.md', () => {
    expect(listed).toContain(`\`${command}\``);
  });

  it('has a command, a title, words and a definition', () => {
    expect(command).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [title, words, ...Object.values(definition)]) expect(text.trim()).not.toBe('');
  });
});

describe('the registry', () => {
  it('has no command twice', () => {
    expect(new Set(METRIC_IDS.map((id) => METRICS[id].command)).size).toBe(METRIC_IDS.length);
  });

  it('gives each key figure a place of its own', () => {
    const places = KEY_FIGURE_IDS.map((id) => METRICS[id].keyFigure);
    expect(new Set(places).size).toBe(places.length);
    expect(KEY_FIGURE_IDS.slice(0, 4)).toEqual(['items', 'cycleTime', 'leadTime', 'age']);
  });

  it('has every metric of the contract', () => {
    expect([...METRIC_IDS].sort()).toEqual(Object.keys(figuresSchema.shape).sort());
  });
});
