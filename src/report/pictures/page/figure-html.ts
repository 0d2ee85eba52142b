import type { Chart } from '../../../model/document/chart.ts';
import { html } from './document-html.ts';
import { WORDS } from './words.ts';

/** A chart with and without a logarithmic axis. */
export interface DrawnChart {
  chart: Chart;
  /** Null: it is not offered. */
  log: Chart | null;
  /** What a list of variants calls it. */
  label?: string;
  /** Charts that the reader may choose instead of it; each has a name of its own. */
  variants?: readonly { label: string; chart: Chart }[];
}

/** The figure of a chart; before it, where there are variants, what chooses one. All but the first are hidden. */
export function figuresHtml(drawn: DrawnChart): string {
  const { chart, label = '', variants = [] } = drawn;
  if (variants.length === 0) return figureHtml(drawn, true);
  const choices = [{ label, chart }, ...variants].map(
    (one) => `<option value="${one.chart.name}">${html(one.label)}</option>`,
  );
  return `<label class="row no-print live">${WORDS.variant}<select data-variants="${chart.name}">${choices.join('')}</select></label>
${figureHtml(drawn, true)}
${variants.map((one) => figureHtml({ chart: one.chart, log: null }, true, true)).join('\n')}`;
}

/** The place of a chart. The script fills the plot, the table and, where there are dots, how many are shown. */
export function figureHtml({ chart, log }: DrawnChart, titled: boolean, hidden = false): string {
  const { alternative, name, notes, reading, title } = chart;
  const check =
    log === null
      ? ''
      : `<label class="row no-print live"><input type="checkbox" data-log="${name}"> ${WORDS.logarithmic}</label>`;
  const heading = titled ? `<figcaption><h3 id="title-${name}">${html(title)}</h3></figcaption>` : '';
  const named = titled ? `aria-labelledby="title-${name}"` : `aria-label="${html(title)}"`;
  return `<figure id="chart-${name}" ${named}${hidden ? ' hidden' : ''}>${heading}${check}
<div class="plot" data-chart="${name}" role="img" tabindex="0" ${named} aria-describedby="alt-${name}"></div>
<noscript><p>${html(alternative)}</p></noscript>
<p class="plot-note" data-note="${name}" role="status"></p>
${notes.map((note) => `<p class="plot-note">${html(note)}</p>`).join('')}
<details class="no-print"><summary>${WORDS.definition}</summary><p>${html(reading)}</p><p id="alt-${name}">${html(alternative)} ${WORDS.keys}</p></details>
<details class="no-print live" data-table="${name}"><summary>${WORDS.table}</summary><div></div></details>
</figure>`;
}
