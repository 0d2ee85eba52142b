import type { PageData } from '../report/pictures/page/page-data.ts';
import { ChartViews } from './chart-views.ts';
import { ItemFilters } from './filters.ts';
import { ItemTable } from './item-table.ts';
import { chartTables } from './tables.ts';
import { followTheme } from './theme.ts';
import { chooseVariants } from './variants.ts';

/** Brings the page to life: what it shows is in its data, and nothing is asked of anybody else. */
function start(): void {
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
  const views = new ChartViews(data);
  chartTables(data, views);
  chooseVariants();
  followTheme(
    (theme) => views.paint(theme),
    () => views.paintOnPaper(),
  );
  views.drawAhead();
  if (document.getElementById('filter-form') === null) return;
  const filters = new ItemFilters(data);
  const table = new ItemTable(data);
  filters.changed((matches) => {
    views.filter(matches);
    table.filter(matches);
  });
  table.filter(null);
}

start();
