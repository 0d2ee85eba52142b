// The holidays of the program as it is bundled, with a clock of its own, against the library as it comes.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Holidays from 'date-holidays';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as publicHolidays from '../../src/settings/public-holidays.ts';
import { alias } from '../../tools/holiday-clock.mjs';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-holidays-'));
const register = new Holidays();
let bundled: typeof publicHolidays;

beforeAll(async () => {
  const outfile = join(folder, 'public-holidays.mjs');
  const absWorkingDir = join(import.meta.dirname, '../..');
  const entryPoints = ['src/settings/public-holidays.ts'];
  await build({ absWorkingDir, entryPoints, outfile, alias, bundle: true, platform: 'node', format: 'esm' });
  bundled = await import(pathToFileURL(outfile).href);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whole local days, by what the library says of each holiday. */
function expected(code: string, from: number, to: number): string[] {
  const [country = '', ...parts] = code.split('-');
  register.init(...([country, ...parts, { types: ['public'] }] as unknown as [string]));
  const days = new Set<string>();
  for (let year = from; year <= to; year++) {
    for (const { date, start, end } of register.getHolidays(year)) {
      // Half a day: it starts at noon or later.
      if (date.slice(11, 13) > '02') continue;
      const hours = (end.getTime() - start.getTime()) / 3_600_000;
      const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
      // Clock changes make days of 22 to 26 hours.
      for (let left = Math.max(24, hours + 2); left >= 24; left -= 24) {
        days.add(day.toISOString().slice(0, 10));
        day.setUTCDate(day.getUTCDate() + 1);
      }
    }
  }
  return [...days].sort();
}

const countries = Object.keys(register.getCountries('en'));
const within = (country: string) =>
  Object.keys(register.getStates(country) ?? {}).flatMap((state) => [
    `${country}-${state}`,
    ...Object.keys(register.getRegions(country, state) ?? {}).map((region) => `${country}-${state}-${region}`),
  ]);

describe('the bundled holidays', () => {
  it('are those of the library in every country, 2015 to 2035', { timeout: 900_000 }, async () => {
    expect(countries.length).toBeGreaterThan(190);
    for (const country of countries)
      expect([country, await bundled.publicHolidaysOf(country, 2015, 2035)]).toEqual([
        country,
        expected(country, 2015, 2035),
      ]);
  });

  it('are those of the library in every state and region', { timeout: 900_000 }, async () => {
    const codes = countries.flatMap(within);
    expect(codes.length).toBeGreaterThan(400);
    for (const code of codes)
      expect([code, await bundled.publicHolidaysOf(code, 2026, 2026)]).toEqual([code, expected(code, 2026, 2026)]);
  });

  it('are the same wherever the machine is, also where its clock skips the midnight of a holiday', async () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['UTC', 'Asia/Beirut', 'Pacific/Apia', 'America/St_Johns']) {
        process.env.TZ = zone;
        // On 25 March 2018, a holiday in Greece, clocks in Beirut went from midnight to one.
        expect(await bundled.publicHolidaysOf('GR', 2018, 2018)).toContain('2018-03-25');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
