import { expect, it } from 'vitest';
import { newestFirstFiles } from '../../src/normalize/rows/input-order.ts';
import { readText } from '../ingest/read-text.ts';
import { Random } from '../reference/log/random.ts';
import { cellsOf, csvText } from './csv-cells.ts';
import { randomCase } from './random-analysis.ts';

/** Everything but what was read, which differs: rows, findings, where asOf and the window come from. */
function figuresOf(report: Record<string, unknown>) {
  const { sources, findings, asOfSource, workflow, ...figures } = report;
  return figures;
}

// Where items are created with their first row, the log up to an instant is all that could be known at it.
it('an earlier asOf is the log cut at that instant', async () => {
  let cut = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const { log, ...one } = await randomCase(seed);
    const [header = [], ...rows] = cellsOf(log.csv);
    const kept = header.map((name, place) => ({ name, place })).filter(({ name }) => name !== 'created');
    const cells = rows.map((row) => kept.map(({ place }) => row[place] as string));
    const instants = log.rows.map(({ at }) => at);
    const asOf = new Random(seed).pick(instants);
    const from = new Date(Math.min(...instants)).toISOString();
    const options = { asOf: new Date(asOf).toISOString(), from };
    const names = kept.map(({ name }) => name);
    const text = csvText([names, ...cells]);
    const cutText = csvText([names, ...cells.filter((_, row) => (instants[row] as number) <= asOf)]);
    // Whether a file lists its newest rows first is a fact of the file as a whole, not of what an instant knows of it.
    const directions = [await readText(text), await readText(cutText)].map((read) => newestFirstFiles(read)[0]);
    if (directions[0] !== directions[1]) continue;
    const whole = await one.open(text, options);
    const before = await one.open(cutText, options);
    cut++;
    expect([seed, figuresOf(before.report())]).toEqual([seed, figuresOf(whole.report())]);
    expect([seed, before.items().itemList]).toEqual([seed, whole.items().itemList]);
    expect([seed, before.metric('cumulativeFlow').cumulativeFlow]).toEqual([
      seed,
      whole.metric('cumulativeFlow').cumulativeFlow,
    ]);
  }
  expect(cut).toBeGreaterThan(15);
}, 60_000);
