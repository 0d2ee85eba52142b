import { formatNumber } from '../model/document/number-format.ts';
import type { PageData } from '../report/pictures/page/page-data.ts';
import { WORDS } from '../report/pictures/page/words.ts';
import { type ChartTable, tablesOf } from '../report/pictures/table.ts';
import type { ChartViews } from './chart-views.ts';

/** Rows that are made at first. */
const FIRST_ROWS = 200;

/** Makes the table of a chart when it is opened. */
export function chartTables(data: PageData, views: ChartViews): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-table]')) {
    const name = details.dataset.table ?? '';
    if (!data.charts.some((chart) => chart.name === name)) continue;
    details.addEventListener('toggle', () => {
      const place = details.querySelector('div');
      if (details.open)
        place?.replaceChildren(...tablesOf(views.shown(name)).map((table) => tableElement(table, FIRST_ROWS)));
    });
  }
}

function tableElement(table: ChartTable, most: number): HTMLElement {
  const box = document.createElement('div');
  box.className = 'scroll tall';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', table.title || WORDS.table);
  const element = document.createElement('table');
  if (table.title !== '') element.createCaption().textContent = table.title;
  const head = element.createTHead().insertRow();
  for (const label of table.columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = label;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of table.rows.slice(0, most)) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  box.append(element);
  if (table.rows.length > most) box.append(moreButton(table, most, box));
  return box;
}

function moreButton(table: ChartTable, most: number, box: HTMLElement): HTMLElement {
  const line = document.createElement('p');
  line.textContent = `${WORDS.firstRows(formatNumber(most, 'number'), formatNumber(table.rows.length, 'number'))} `;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = WORDS.allRows;
  button.addEventListener('click', () => box.replaceWith(tableElement(table, Number.POSITIVE_INFINITY)));
  line.append(button);
  return line;
}
