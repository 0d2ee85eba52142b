import type { Chart } from '../../../model/document/chart.ts';
import { VERSION } from '../../../model/version.ts';
import { html } from './document-html.ts';
import { encodedChart, encodedItems } from './encode.ts';
import { figureHtml } from './figure-html.ts';
import { framed } from './frame.ts';

/** One chart as a page. */
export function chartPage(chart: Chart): string {
  const { notation, reason, title } = chart;
  const content = reason === null ? figureHtml({ chart, log: null }, false) : `<p>${html(reason)}</p>`;
  const data = {
    charts: reason === null ? [encodedChart(chart, null, [])] : [],
    items: encodedItems([], { team: [], labels: [] }, notation.timeZone),
    days: notation.days,
    today: null,
  };
  return framed(title, content, data, VERSION);
}
