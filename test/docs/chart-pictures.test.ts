// The pictures of docs/charts.md are what the tool draws from the bundled example. `npm run docs` (vitest -u) draws them
// anew; look at them then.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHARTS, chartOf } from '../../src/charts/index.ts';
import { svgOf } from '../../src/report/pictures/svg.ts';
import { allAnswers, example } from '../charts/example.ts';
import { fromRoot, pageText } from './pages.ts';

const data = await allAnswers(await example());

describe('docs/charts', () => {
  it.each(CHARTS.map(({ name }) => name))('%s.svg is what the tool draws', async (name) => {
    await expect(svgOf(chartOf(data, name))).toMatchFileSnapshot(fromRoot(`docs/charts/${name}.svg`));
  });

  it('holds a picture of each chart and no other, and the page shows them all', () => {
    const files = CHARTS.map(({ name }) => `${name}.svg`).sort();
    expect(readdirSync(fromRoot('docs/charts')).sort()).toEqual(files);
    const shown = Array.from(
      pageText('docs/charts.md').matchAll(/\]\(charts\/([^)]+)\)/g),
      ([, file]) => file as string,
    );
    expect(shown.sort()).toEqual(files);
  });
});
