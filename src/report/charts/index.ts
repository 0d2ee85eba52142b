import type { ChartRenderer } from './renderer.ts';

export type { ChartRenderer, ChartRenderOptions, DrawChart } from './renderer.ts';

/** Every form of a chart; the first is the default. To add one, write its renderer and add a line here. */
export const CHART_RENDERERS: readonly ChartRenderer[] = [
  {
    id: 'text',
    extensions: ['.txt'],
    description: 'characters for a terminal or a mail',
    load: async () => (await import('./text/render-chart.ts')).renderChart,
  },
  {
    id: 'json',
    extensions: ['.json'],
    description: "the chart's description: axes, marks and lines, to draw it with something else",
    load: async () => {
      const { exactJson } = await import('../exact-json.ts');
      return (chart) => `${exactJson(chart, 2)}\n`;
    },
  },
  {
    id: 'svg',
    extensions: ['.svg'],
    description: 'a picture for documents and slides',
    load: async () => (await import('../pictures/svg.ts')).svgOf,
  },
  {
    id: 'png',
    extensions: ['.png'],
    description: 'a picture in pixels; needs the package @resvg/resvg-js',
    load: async () => (await import('../pictures/png.ts')).pngOf,
  },
  {
    id: 'html',
    extensions: ['.html', '.htm'],
    description: 'a page of its own, in which marks say what they are',
    load: async () => (await import('../pictures/page/chart-page.ts')).chartPage,
  },
];
