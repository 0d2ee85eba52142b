import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { CHARTS, chartOf } from '../../../src/charts/index.ts';
import { open } from '../../../src/index.ts';
import { svgOf } from '../../../src/report/pictures/svg.ts';
import { allAnswers, example, FIXTURE_FILES } from '../../charts/example.ts';

/** The texts of an SVG; throws where it is not well-formed. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text.trim());
  });
  parser.write(svg).close();
  return texts;
}

const data = await allAnswers(await example());

describe('a chart as SVG', () => {
  it.each(CHARTS.map(({ name }) => name))('%s: well-formed, with its title, its alternative and its lines', (name) => {
    const chart = chartOf(data, name);
    const svg = svgOf(chart);
    const texts = textsOf(svg);
    expect(texts).toContain(chart.title);
    expect(texts).toContain(chart.alternative);
    for (const panel of chart.panels) {
      if (panel.panel !== 'plane') continue;
      for (const { label, text } of panel.references) expect(texts.join('\n')).toContain(`${label}  ${text}`);
    }
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<style|ecmeta|zr\d/);
  });

  it('is the same text each time, whatever was drawn before', () => {
    const first = svgOf(chartOf(data, 'flow-efficiency'));
    svgOf(chartOf(data, 'waste'));
    expect(svgOf(chartOf(data, 'flow-efficiency'))).toBe(first);
  });

  it('has names of its own, so that several can stand on one page', () => {
    const names = (name: string) => Array.from(svgOf(chartOf(data, name)).matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    const both = [...names('flow-efficiency'), ...names('wip')];
    expect(names('wip').length).toBeGreaterThan(0);
    expect(new Set(both).size).toBe(both.length);
  });

  it('is drawn for the dark, too', () => {
    const svg = svgOf(chartOf(data, 'aging'), { theme: 'dark' });
    expect(svg).toContain('fill="#14181d"');
  });

  it('is made of texts of the data as they are', async () => {
    const title = '</text><script>alert(1)</script>&amp;\u0007\u202e{a|b}';
    const stage = '<b onload="x">';
    const csv = [
      'id,title,from,to,timestamp',
      `A-1,${title},,To do,2026-03-01T10:00:00Z`,
      `A-1,${title},To do,"${stage.replaceAll('"', '""')}",2026-03-02T10:00:00Z`,
      `A-2,x,,To do,2026-03-01T10:00:00Z`,
      `A-2,x,To do,"${stage.replaceAll('"', '""')}",2026-03-02T10:00:00Z`,
      'A-2,x,"<b onload=""x"">",Done,2026-03-04T10:00:00Z',
    ].join('\n');
    const answers = await allAnswers(await open({ name: 'log.csv', data: csv }, {}));
    for (const { name } of CHARTS) {
      const chart = chartOf(answers, name);
      const svg = svgOf(chart);
      expect(svg).not.toMatch(/<script|<b /);
      textsOf(svg);
    }
    expect(textsOf(svgOf(chartOf(answers, 'aging'))).join('\n')).toContain(stage);
  });
});

describe('every chart of every fixture', () => {
  it.each(FIXTURE_FILES.map((file) => [file.slice(file.indexOf('fixtures/')), file]))('%s', async (_, file) => {
    const analysis = await open(file, {}).catch(() => null);
    if (analysis === null) return;
    const answers = await allAnswers(analysis);
    for (const { name } of CHARTS) {
      const svg = svgOf(chartOf(answers, name));
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      textsOf(svg);
    }
  });
});
