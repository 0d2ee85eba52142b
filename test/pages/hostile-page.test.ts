import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { HAS_BROWSER, launch, openPage, seeAll } from './browser.ts';
import { fileOf, pageOfText, removePages } from './page-file.ts';

const TITLES = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '"><svg onload=alert(3)>',
  "' onmouseover='alert(4)",
  'a\u2028alert(5)\u2029b',
  '=HYPERLINK("http://x.example","y")',
  '<!--<script>',
  ']]></style></title><b>bold</b>',
  '\u202etxt.exe {a|b} {{c}} $& $1 %s',
  '\u0007\u001b[31mred\ud800',
  '__proto__',
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One item for each title; its status, assignee, type, team and label are no better. */
function hostileLog(): string {
  const rows = TITLES.flatMap((title, index) => {
    const day = (offset: number) => `2026-03-${String(1 + index + offset).padStart(2, '0')}T10:00:00Z`;
    const fixed = [quoted(`K-${index}${title}`), quoted(title), quoted(title), quoted(title), quoted(title)];
    const row = (from: string, to: string, at: string) =>
      [...fixed, quoted(from), quoted(to), at, quoted(title)].join(',');
    const moves = [row('', 'To do', day(0)), row('To do', `In progress ${title}`, day(1))];
    return index % 3 === 0 ? moves : [...moves, row(`In progress ${title}`, 'Done', day(3 + index))];
  });
  return ['id,title,type,team,labels,from,to,timestamp,assignee', ...rows].join('\n');
}

describe('a page of hostile titles and names', () => {
  let text: string;
  let browser: Browser | null = null;
  beforeAll(async () => {
    text = await pageOfText(hostileLog());
    if (HAS_BROWSER) browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    removePages();
  });

  it('holds two scripts, its data and its own, and none of the markup of the titles', () => {
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).not.toMatch(/<img|<b>bold|onerror=alert\(2\)>|[\u2028\u2029]/);
  });

  // Without a browser there is nothing to try it in; `.ci/run` says so then.
  it.skipIf(!HAS_BROWSER)(
    'runs nothing in a browser, makes no element of them and shows them as they are',
    async () => {
      const { page, trouble } = await openPage(browser as Browser, fileOf('hostile.html', text));
      await seeAll(page);
      for (const summary of await page.locator('details[data-table] summary:visible').all()) await summary.click();
      expect(
        await page.locator('img, iframe, object, b:text("bold"), [onload], [onerror], [onmouseover]').count(),
      ).toBe(0);
      const cells = await page.locator('#item-table tbody tr td:nth-child(2)').allTextContents();
      expect(cells).toContain('<img src=x onerror=alert(2)>');
      expect(cells).toContain('</script><script>alert(1)</script>');
      expect(cells).toContain('__proto__');
      // Every mark of every chart is pointed at, so that every hint is made.
      for (const plot of await page.locator('.plot:visible').all()) {
        await plot.focus();
        for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight');
      }
      expect(await page.locator('.plot img, .plot script').count()).toBe(0);
      await page.locator('[data-filter="type"]').selectOption({ label: '<img src=x onerror=alert(2)>' });
      await expect.poll(() => page.locator('#matching').textContent()).toBe('1 of 11 items');
      expect(trouble).toEqual([]);
    },
  );
});

describe('a page without names', () => {
  it('holds nobody who is in the data', async () => {
    const csv = [
      'id,title,from,to,timestamp,assignee',
      'A-1,Banner for Wilhelmina,,To do,2026-03-01T10:00:00Z,Wilhelmina Ostrova',
      'A-1,Banner for Wilhelmina,To do,Doing,2026-03-02T10:00:00Z,Wilhelmina Ostrova',
      'A-1,Banner for Wilhelmina,Doing,Done,2026-03-04T10:00:00Z,Ignatius Quarrel',
      'A-2,Flyer,,To do,2026-03-01T10:00:00Z,Ignatius Quarrel',
      'A-2,Flyer,To do,Doing,2026-03-03T10:00:00Z,Ignatius Quarrel',
    ].join('\n');
    const named = await open({ name: 'log.csv', data: csv }, {});
    expect(named.items().itemList[0]?.assignee).toEqual(['Ignatius Quarrel']);
    const text = await pageOfText(csv, { anonymizePeople: true });
    expect(text).not.toMatch(/Ostrova|Quarrel|Ignatius/);
    expect(text).toContain('person 1');
  });
});
