// What docs/waste.md says of a public log is what the program finds in it, where that file lies beside the checkout.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { pageText } from './pages.ts';

const log = fileURLToPath(new URL('../../../shared/data/volvo-incidents.csv.gz', import.meta.url));

// Skipped where the file is not beside the checkout: its terms do not let it be part of the project.
describe.skipIf(!existsSync(log))('the public log that docs/waste.md speaks of', () => {
  it('shows what the page says', async () => {
    const [, section = ''] = pageText('docs/waste.md').split('## What it shows on a public log');
    const text = (section.split('\n## ')[0] as string).replace(/\s+/g, ' ');
    const report = (await open(log)).report();
    const { findings, items, opportunities, waste } = report;
    const wait = (name: string) => opportunities.list.find(({ stage }) => stage?.endsWith(name));
    const percent = (share: number | undefined) => `${((share ?? Number.NaN) * 100).toFixed(0)} %`;
    const grouped = (number: number | undefined) =>
      Math.round(number ?? Number.NaN)
        .toLocaleString('en')
        .replace(',', ' ');
    const assignment = wait('Awaiting Assignment');
    const long = findings.find(({ code }) => code === 'long-visits');
    expect(text).toContain(`its ${items.total} items`);
    expect(text).toContain(`${grouped(waste.delay.days)} item-days of it`);
    expect(text).toContain(`${percent(wait('Wait - User')?.share)} in *Wait - User*`);
    expect(text).toContain(`${percent(assignment?.share)} in *Awaiting Assignment*`);
    expect(opportunities.list.map(({ kind }) => kind)).toEqual(['wait', 'wait', 'wait', 'wait', 'wait']);
    expect(opportunities.list[0]?.stage).toContain('Wait - User');
    expect(opportunities.list[1]).toEqual(assignment);
    expect(text).toContain(`takes ${Math.floor((assignment?.evidence.medianDays ?? 0) * 1440)} minutes`);
    expect(text).toContain(
      `${grouped(assignment?.evidence.visits ?? undefined)} of them take ${grouped(assignment?.quantity)} days`,
    );
    expect(text).toContain(`${grouped(waste.labour.hours)} hours were charged`);
    expect(text).toContain(`${long?.message.slice(0, 4)} of them lie in ${long?.count} visits of over 30 days`);
    expect(opportunities.doubtful).toBeGreaterThan(0);
    expect(text).toContain(`its ${grouped(waste.lines.find(({ line }) => line === 'rework')?.hours ?? undefined)}.`);
    expect(findings.map(({ code }) => code)).toContain('sparse-start');
  });
});
