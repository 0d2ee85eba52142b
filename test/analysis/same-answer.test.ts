import { describe, expect, it, vi } from 'vitest';
import { REPORTERS, type Report, reportDocument } from '../../src/index.ts';
import { newestFirstFiles } from '../../src/normalize/rows/input-order.ts';
import { readText } from '../ingest/read-text.ts';
import { Random } from '../reference/log/random.ts';
import { cellsOf, csvText } from './csv-cells.ts';
import { type RandomCase, randomCase } from './random-analysis.ts';

const json = REPORTERS.find(({ id }) => id === 'json');

/** What `report --format json` prints, without the examples of findings: their lines are the order of the rows. */
function printed(report: Report): string {
  const findings = report.findings.map((finding) => ({ ...finding, examples: [] }));
  return json?.render(reportDocument({ ...report, findings }), { width: 80, color: false }) as string;
}

/** The file's rows in another order; those of one item and instant stay in theirs, which means something. */
function shuffled({ log }: RandomCase, random: Random): string {
  const [header = [], ...rows] = cellsOf(log.csv);
  const groups = new Map<string, string[][]>();
  for (const [place, row] of rows.entries()) {
    const key = `${log.rows[place]?.id} ${log.rows[place]?.at}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return csvText([header, ...random.shuffled([...groups.values()]).flat()]);
}

describe('the report is the same, to the byte,', () => {
  it('whatever the order of the columns', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const one = await randomCase(seed);
      const rows = cellsOf(one.log.csv);
      const order = new Random(seed).shuffled((rows[0] as string[]).map((_, place) => place));
      const permuted = csvText(rows.map((row) => order.map((place) => row[place] as string)));
      expect([seed, printed((await one.open(permuted)).report())]).toEqual([
        seed,
        printed((await one.open()).report()),
      ]);
    }
  });

  it('whatever the order of the rows, those of one item and instant aside', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const one = await randomCase(seed);
      const random = new Random(seed);
      const [a, b] = [shuffled(one, random), shuffled(one, random)];
      // A file that happens to step back more often than forward is turned round, and its ties with it.
      const directions = [await readText(a), await readText(b)].map((log) => newestFirstFiles(log)[0]);
      if (directions[0] !== directions[1]) continue;
      compared++;
      expect([seed, printed((await one.open(b)).report())]).toEqual([seed, printed((await one.open(a)).report())]);
    }
    expect(compared).toBeGreaterThan(7);
  });

  it('whatever the time zone of the machine', async () => {
    const reports = async () => {
      const texts: string[] = [];
      for (let seed = 1; seed <= 8; seed++) texts.push(printed((await (await randomCase(seed)).open()).report()));
      return texts;
    };
    vi.stubEnv('TZ', 'UTC');
    const expected = await reports();
    for (const [zone, minutes] of [
      ['Pacific/Auckland', -720],
      ['America/St_Johns', 150],
    ] as const) {
      vi.stubEnv('TZ', zone);
      // The machine is there now: its offset in July.
      expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(minutes);
      expect(await reports()).toEqual(expected);
    }
  });
});
