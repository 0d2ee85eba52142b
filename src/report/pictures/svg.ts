import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../model/document/chart.ts';
import { DARK, LIGHT } from './look.ts';
import { escapeMarkup, plainText } from './option/kit/text.ts';
import { leastWidth, type Picture, pictureOf } from './option/picture.ts';

/** Pixels across, more where names could not be read; the height follows from what is shown. */
const WIDTH = 960;
/** What the frame takes of it. */
const FRAME = 32;

let ready = false;
function engine(): typeof echarts {
  if (!ready) echarts.use([CustomChart, LineChart, ScatterChart, GridComponent, SVGRenderer]);
  ready = true;
  return echarts;
}

/** A chart as SVG, with its title and text alternative for those who cannot see it. The same chart is always the same text. */
export function svgOf(chart: Chart, { theme = 'light' }: { theme?: 'light' | 'dark' | undefined } = {}): string {
  const palette = theme === 'dark' ? DARK : LIGHT;
  const width = Math.max(WIDTH, Math.ceil(leastWidth(chart)) + FRAME);
  const picture = pictureOf(chart, { palette, width, framed: true });
  return finished(drawn(picture, width), chart);
}

function drawn({ height, option }: Picture, width: number): string {
  const instance = engine().init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    const { tooltip, ...still } = option;
    instance.setOption(still);
    return instance.renderToSVGString();
  } finally {
    // Otherwise the process would not end.
    instance.dispose();
  }
}

/** Without what only a live chart needs, and without the number of the instance, which differs from run to run. */
function finished(svg: string, chart: Chart): string {
  const start = svg.indexOf('>') + 1;
  const named = `<title>${escapeMarkup(plainText(chart.title))}</title>\n<desc>${escapeMarkup(plainText(chart.alternative))}</desc>`;
  const head = svg
    .slice(0, start)
    .replace('<svg ', '<svg role="img" ')
    .replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', '');
  const body = svg
    .slice(start)
    // Quotes in texts are escaped, so no text of the data can look like an attribute.
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events)="[^"]*"/g, '')
    .replace(/<style ><!\[CDATA\[[\s\S]*?\]\]>\s*<\/style>\s*/, '')
    // Several pictures on one page must not share a name.
    .replace(/(id="|url\(#)zr\d+-/g, `$1${chart.name}-`);
  return `${head}\n${named}\n${body.trim()}\n`;
}
