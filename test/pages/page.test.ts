import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, HAS_BROWSER, launch, type Opened, openPage, seeAll } from './browser.ts';
import { examplePage, fileOf, pageOfText, removePages } from './page-file.ts';

/** Every chart that the example supports. */
const CHARTS = [
  'cycle-time',
  'cycle-time-histogram',
  'aging',
  'cumulative-flow',
  'throughput',
  'wip',
  'flow-efficiency',
  'value-stream',
  'flow',
  'waste',
  'handoffs',
  'forecast',
  'risk',
];

// Without a browser there is nothing to try it in; `.ci/run` says so then.
describe.skipIf(!HAS_BROWSER)('the page of a report in a browser', () => {
  let browser: Browser;
  let file: string;
  let text: string;

  beforeAll(async () => {
    browser = await launch();
    text = await examplePage();
    file = fileOf('example.html', text);
  });

  afterAll(async () => {
    await browser.close();
    removePages();
  });

  const opened = async (use: (opened: Opened) => Promise<void>, theme: 'light' | 'dark' = 'light') => {
    const one = await openPage(browser, file, theme);
    await use(one);
    expect(one.trouble).toEqual([]);
    await one.page.context().close();
  };

  it('is under a megabyte', () => {
    expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
  });

  it('says once what may make its figures wrong, not below every chart', () => {
    expect(text.match(/gap \(3×\)/g)).toHaveLength(1);
    expect(text).not.toContain('The data may make it wrong');
  });

  it('calls its charts by words', () => {
    expect(text).toContain('<a href="#chart-cycle-time-histogram">Cycle time histogram</a>');
  });

  it('draws what is not in view while the browser is idle', () =>
    opened(async ({ page }) => {
      const drawn = () =>
        page
          .locator('.plot:visible')
          .evaluateAll((plots) => plots.filter((plot) => plot.querySelector('svg') === null).length);
      await expect.poll(drawn, { timeout: 15_000 }).toBe(0);
      expect(await page.evaluate<number>('scrollY')).toBe(0);
    }));

  it('says what it can without a script, and shows nothing that only a script fills', async () => {
    const { page, trouble } = await openPage(browser, file, 'light', false);
    const shown = async (place: string) => {
      const told = page.locator(`${place} noscript p`);
      return (await told.isVisible()) ? told.textContent() : null;
    };
    expect(await shown('header')).toContain('draws its charts and lists its items with a script');
    expect(await shown('#chart-forecast')).toMatch(/^50 % by Tue 28 Jul 2026, 70 % by/);
    for (const plot of await page.locator('.plot, .live').all()) expect(await plot.isVisible()).toBe(false);
    expect(await page.locator('.live').count()).toBeGreaterThan(CHARTS.length);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it('filters until nothing is left, and says so', () =>
    opened(async ({ page }) => {
      await seeAll(page);
      await page.locator('[data-filter="from"]').fill('2031-01-01');
      await page.locator('[data-filter="text"]').fill('no such title');
      await expect.poll(() => page.locator('#matching').textContent()).toBe('0 of 122 items');
      expect(await page.locator('#rows').textContent()).toBe('No item matches the filters.');
      for (const name of ['cycle-time', 'aging', 'risk']) {
        await page.locator(`[data-chart="${name}"]`).scrollIntoViewIfNeeded();
        await expect.poll(() => page.locator(`[data-note="${name}"]`).textContent()).toMatch(/^0 of \d+ (dots|bars) /);
        await page.locator(`details[data-table="${name}"] summary`).click();
        await page.locator(`[data-chart="${name}"]`).focus();
        await page.keyboard.press('ArrowRight');
      }
      expect(await axeViolations(page)).toEqual([]);
    }));

  it('draws every chart, asks nobody for anything and says nothing in the console', () =>
    opened(async ({ page }) => {
      await seeAll(page);
      const drawn = await page
        .locator('.plot:visible')
        .evaluateAll((plots) =>
          plots.map((plot) => [plot.getAttribute('data-chart'), plot.querySelectorAll('svg path').length > 5] as const),
        );
      for (const name of CHARTS) expect(drawn).toContainEqual([name, true]);
      expect(drawn.filter(([, isDrawn]) => !isDrawn)).toEqual([]);
    }));

  it('says what a dot is when it is pointed at, and when the keyboard comes to it', () =>
    opened(async ({ page }) => {
      const plot = page.locator('[data-chart="aging"]');
      await plot.scrollIntoViewIfNeeded();
      await plot.focus();
      await page.keyboard.press('ArrowLeft');
      await expect
        .poll(() => page.locator('[data-note="aging"]').textContent())
        .toMatch(/^MKT-\d+ · .*; \w+.*; .* of it in /);
      await expect.poll(() => plot.textContent()).toMatch(/MKT-\d+ · /);
      await page.keyboard.press('Escape');
      const dot = plot.locator('svg path[fill="#d1490c"]').last();
      await dot.hover({ force: true });
      await expect
        .poll(() =>
          plot
            .locator('div', { hasText: /MKT-\d+/ })
            .first()
            .isVisible(),
        )
        .toBe(true);
    }));

  it('filters the items and the charts that show them, and says so', () =>
    opened(async ({ page }) => {
      await seeAll(page);
      await page.locator('[data-filter="type"]').selectOption({ label: 'Email' });
      await expect.poll(() => page.locator('#matching').textContent()).toMatch(/^\d+ of 122 items$/);
      const count = Number((await page.locator('#matching').textContent())?.split(' ')[0]);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(122);
      await expect.poll(() => page.locator('#rows').textContent()).toContain(`of ${count}`);
      await page.locator('[data-chart="cycle-time"]').scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator('[data-note="cycle-time"]').textContent()).toMatch(/^\d+ of 100 dots match/);
      const types = await page.locator('#item-table tbody tr td:nth-child(3)').allTextContents();
      expect(new Set(types)).toEqual(new Set(['Email']));
      await page.locator('button[type="reset"]').click();
      await expect.poll(() => page.locator('#rows').textContent()).toContain('of 122');
    }));

  it('sorts the items by a column, by the keyboard too', () =>
    opened(async ({ page }) => {
      const button = page.locator('[data-sort="cycleTime"]');
      await button.focus();
      await page.keyboard.press('Enter');
      const column = page.locator('#item-table thead th', { has: button });
      await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
      const place =
        (await page.locator('#item-table thead th').allTextContents()).findIndex((name) =>
          name.startsWith('Cycle time'),
        ) + 1;
      const shown = await page.locator(`#item-table tbody tr td:nth-child(${place})`).allTextContents();
      const days = shown.slice(0, 10).map((value) => Number.parseFloat(value));
      expect(days).toEqual([...days].sort((a, b) => b - a));
    }));

  it('has a table of each chart, made when it is opened', () =>
    opened(async ({ page }) => {
      for (const name of CHARTS) {
        const details = page.locator(`details[data-table="${name}"]`);
        await details.locator('summary').click();
        await expect.poll(() => details.locator('tbody tr').count()).toBeGreaterThan(0);
      }
    }));

  it('shows the trend of the metric that is chosen, with its table, also on paper', () =>
    opened(async ({ page }) => {
      const select = page.locator('[data-variants="trend"]');
      expect(await select.locator('option').allTextContents()).toEqual([
        'throughput',
        'arrivals',
        'net flow',
        'cycle time',
        'work in progress',
        'age of open items',
        'flow efficiency',
        'wasted labour',
      ]);
      const shown = () =>
        page.locator('figure[id^="chart-trend"]:visible').evaluateAll((figures) => figures.map(({ id }) => id));
      expect(await shown()).toEqual(['chart-trend']);
      await select.focus();
      await select.selectOption({ label: 'cycle time' });
      await expect.poll(shown).toEqual(['chart-trend-cycleTime']);
      const figure = page.locator('#chart-trend-cycleTime');
      await figure.locator('svg').waitFor();
      expect(await figure.locator('h3').textContent()).toMatch(/^Cycle time /);
      await figure.locator('details[data-table] summary').click();
      await expect.poll(() => figure.locator('tbody tr').count()).toBeGreaterThan(20);
      expect(await axeViolations(page)).toEqual([]);
      await page.evaluate<unknown>("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('.plot:visible svg').count()).toBe(await page.locator('.plot:visible').count());
      expect(await shown()).toEqual(['chart-trend-cycleTime']);
    }));

  it('follows the system into the dark, and the reader out of it', () =>
    opened(async ({ page }) => {
      await seeAll(page);
      const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(await background()).toBe('rgb(20, 24, 29)');
      expect(await axeViolations(page)).toEqual([]);
      await page.locator('#theme').selectOption('light');
      await expect.poll(background).toBe('rgb(255, 255, 255)');
    }, 'dark'));

  it('has nothing that axe objects to, with definitions and tables opened', () =>
    opened(async ({ page }) => {
      await seeAll(page);
      for (const summary of (await page.locator('summary').all()).slice(0, 6)) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
    }));

  it('prints with every chart, on white, though none was in view and the page is dark', () =>
    opened(async ({ page }) => {
      const pdf = await page.pdf({ format: 'A4' });
      expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-');
      // The same once more, to see what was on the paper.
      await page.evaluate<unknown>("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('.plot svg').count()).toBe(await page.locator('.plot:visible').count());
      expect(await page.locator('.plot text[fill="#1f2933"]').count()).toBeGreaterThan(50);
      expect(await page.locator('.plot text[fill="#e6eaee"]').count()).toBe(0);
    }, 'dark'));

  it('prints a chart that is wider than paper smaller, and shows it in its size again', async () => {
    const steps = Array.from({ length: 40 }, (_, step) => `Step ${step + 1}`);
    const rows = steps.slice(1).map((step, index) => {
      const at = new Date(Date.UTC(2026, 2, 1 + index)).toISOString();
      return `A-1,${steps[index]},${step},${at}`;
    });
    const wide = await pageOfText(['id,from,to,timestamp', 'A-1,,Step 1,2026-02-28T00:00:00Z', ...rows].join('\n'));
    const { page } = await openPage(browser, fileOf('wide.html', wide));
    const plot = page.locator('[data-chart="flow"]');
    await plot.scrollIntoViewIfNeeded();
    await plot.locator('svg').waitFor();
    const width = () => plot.locator('svg').evaluate((svg) => Math.round(svg.getBoundingClientRect().width));
    expect(await width()).toBeGreaterThan(3000);
    await page.evaluate<unknown>("dispatchEvent(new Event('beforeprint'))");
    expect(await width()).toBeLessThanOrEqual(720);
    await page.evaluate<unknown>("dispatchEvent(new Event('afterprint'))");
    await expect.poll(width).toBeGreaterThan(3000);
    await page.context().close();
  });

  it('refuses every script but its own', () =>
    opened(async ({ page, trouble }) => {
      const ran = await page.evaluate<boolean>(`(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.ran = true';
        document.body.append(script);
        return 'ran' in globalThis;
      })()`);
      expect(ran).toBe(false);
      // The browser says that it refused it.
      expect(trouble.splice(0).every((one) => one.includes('Content Security Policy'))).toBe(true);
    }));
});
