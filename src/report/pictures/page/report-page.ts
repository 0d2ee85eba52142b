import type { Item } from '../../../contract/result.ts';
import type { Document, Section } from '../../../model/document/document-parts.ts';
import { formatNumber } from '../../../model/document/number-format.ts';
import { shownSections } from '../../../model/document/shown-sections.ts';
import { DAY_MS } from '../../../model/time/units.ts';
import { zoneOf } from '../../../model/time/zone.ts';
import { type Notation, notationOf } from '../../draw/notation.ts';
import { html, partsHtml } from './document-html.ts';
import { encodedChart, encodedItems } from './encode.ts';
import { type DrawnChart, figuresHtml } from './figure-html.ts';
import { framed } from './frame.ts';
import type { PageData } from './page-data.ts';
import { WORDS } from './words.ts';

/** What the page of a report shows. */
export interface PageContent {
  document: Document;
  charts: readonly DrawnChart[];
  items: readonly Item[];
  /** Team and labels of each item. */
  values: { team: readonly (readonly string[])[]; labels: readonly (readonly string[])[] };
  /** Names of the charts that show what to fix first. */
  showing: readonly string[];
  asOf: string | null;
  timeZone: string;
  version: string;
}

/** Sections with a place of their own. */
const PLACED = new Set(['warnings', 'read', 'figures', 'opportunities', 'findings']);
const CHOICES = ['type', 'assignee', 'team', 'labels', 'stage', 'outcome'] as const;

/** The report as a page that needs nothing else. */
export function reportPage(content: PageContent): string {
  const { document, version } = content;
  const notation = notationOf(document.data);
  return framed(document.title, body(content, notation), dataOf(content, notation), version);
}

function dataOf({ asOf, charts, items, timeZone, values }: PageContent, { days }: Notation): PageData {
  return {
    charts: drawn(charts).flatMap(({ chart, log, variants = [] }) => [
      encodedChart(chart, log, items),
      ...variants.map((one) => encodedChart(one.chart, null, items)),
    ]),
    items: encodedItems(items, values, timeZone),
    days,
    today: asOf === null ? null : Math.floor(zoneOf(timeZone).localOf(Date.parse(asOf)) / DAY_MS),
  };
}

function drawn(charts: readonly DrawnChart[]): readonly DrawnChart[] {
  return charts.filter(({ chart }) => chart.reason === null);
}

function body({ charts, document, items, showing }: PageContent, notation: Notation): string {
  const shown = shownSections(document.sections, 'whole', 'listed');
  const sections = new Map(shown.map((section) => [section.id, section]));
  const section = (id: string, title?: string) => sectionHtml(sections.get(id), notation, title);
  // What stands above the figures in the report stands there here, too; what was read comes last.
  const warnings = sections.get('warnings');
  return [
    warnings === undefined ? '' : partsHtml(warnings, notation),
    section('figures', WORDS.keyFigures),
    fixHtml(section('opportunities'), showing, charts),
    chartsHead(charts),
    filtersHtml(),
    ...drawn(charts).map(figuresHtml),
    notDrawnHtml(charts),
    itemsHtml(items.length),
    ...shown.filter(({ id }) => !PLACED.has(id)).map((one) => sectionHtml(one, notation)),
    section('findings'),
    section('read', WORDS.read),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function sectionHtml(section: Section | undefined, notation: Notation, title = section?.title ?? ''): string {
  if (section === undefined || section.parts.length === 0) return '';
  const id = `section-${section.id}`;
  return `<section aria-labelledby="${id}"><h2 id="${id}">${html(title)}</h2>\n${partsHtml(section, notation)}</section>`;
}

/** What to fix first, with the charts that show it. */
function fixHtml(section: string, showing: readonly string[], charts: readonly DrawnChart[]): string {
  const titles = new Map(drawn(charts).map(({ chart }) => [chart.name, chart.title]));
  const links = showing.flatMap((name) => {
    const title = titles.get(name);
    return title === undefined ? [] : [`<li><a href="#chart-${name}">${html(title)}</a></li>`];
  });
  if (section === '' || links.length === 0) return section;
  const list = `<p>${WORDS.seeCharts}:</p><ul class="notes">${links.join('')}</ul>`;
  return section.replace(/<\/section>$/, () => `${list}</section>`);
}

function chartsHead(charts: readonly DrawnChart[]): string {
  const links = drawn(charts).map(
    ({ chart: { name } }) => `<li><a href="#chart-${name}">${WORDS.chartName(name)}</a></li>`,
  );
  return `<h2 id="charts">${WORDS.charts}</h2><nav aria-label="${WORDS.charts}" class="no-print"><ul>${links.join('')}</ul></nav>`;
}

function notDrawnHtml(charts: readonly DrawnChart[]): string {
  const lines = charts.flatMap(({ chart: { name, reason } }) =>
    reason === null ? [] : [`<li>${WORDS.chartName(name)}: ${html(reason)}</li>`],
  );
  if (lines.length === 0) return '';
  return `<details><summary>${WORDS.notDrawn}</summary><ul class="notes">${lines.join('')}</ul></details>`;
}

function filtersHtml(): string {
  const { filterNames } = WORDS;
  const choices = CHOICES.map(
    (key) =>
      `<label>${filterNames[key]}<select data-filter="${key}"><option value="">${WORDS.all}</option></select></label>`,
  );
  return `<form class="no-print live" id="filter-form"><fieldset><legend>${WORDS.filters}</legend>
<label>${filterNames.text}<input type="search" data-filter="text" size="18"></label>${choices.join('')}
<label>${filterNames.from}<input type="date" data-filter="from"></label><label>${filterNames.to}<input type="date" data-filter="to"></label>
<button type="reset">${WORDS.clear}</button></fieldset><p class="plot-note">${WORDS.filtersNote} ${WORDS.datesNote}</p></form>
<p id="matching" role="status" class="plot-note"></p>`;
}

function itemsHtml(count: number): string {
  return `<section aria-labelledby="items" class="live"><h2 id="items">${WORDS.items} <small>(${formatNumber(count, 'number')})</small></h2>
<div class="scroll" tabindex="0" role="group" aria-label="${WORDS.items}"><table id="item-table"><thead></thead><tbody></tbody></table></div>
<div class="bar"><button type="button" id="previous" class="no-print">${WORDS.previous}</button><span id="rows" role="status" class="muted"></span><button type="button" id="next" class="no-print">${WORDS.next}</button></div></section>`;
}
