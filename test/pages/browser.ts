import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where systems put a browser of this kind. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FOUND = PLACES.find((place) => place !== undefined && existsSync(place));

export function launch(): Promise<Browser> {
  // Containers have little shared memory, and no sandbox for root.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: FOUND as string, args });
}

/** Whether there is a browser that starts. Where there is none, the tests that need one are skipped, and a line says so. */
export const HAS_BROWSER = await starts();

async function starts(): Promise<boolean> {
  try {
    if (FOUND === undefined) throw new Error('there is none');
    await (await launch()).close();
    return true;
  } catch (error) {
    console.warn(`Pages are not tried in a browser: ${(error as Error).message.split('\n')[0]}`);
    return false;
  }
}

/** A page of a file, and everything that it should not do. */
export interface Opened {
  page: Page;
  /** Messages of the console, errors, requests and dialogs. */
  trouble: string[];
}

export async function openPage(
  browser: Browser,
  file: string,
  colorScheme: 'light' | 'dark' = 'light',
  javaScriptEnabled = true,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, colorScheme, javaScriptEnabled });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== `file://${file}` && !request.url().startsWith('data:'))
      trouble.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, trouble };
}

/** Brings every chart that is not hidden into view, so that each is drawn. */
export async function seeAll(page: Page): Promise<void> {
  for (const plot of await page.locator('.plot:visible').all()) {
    await plot.scrollIntoViewIfNeeded();
    await plot.locator('svg, canvas').first().waitFor();
  }
}

/** What axe finds; it is put in by the debugging protocol, as the page's policy refuses every other script. */
export async function axeViolations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + " " + failureSummary)])))',
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return (JSON.parse(result.value as string) as string[][]).map((one) => one.join('\n'));
}
