// What an analysis was asked before changes no answer: neither figures nor findings.

import { describe, expect, it } from 'vitest';
import { type Analysis, open } from '../../src/index.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);

/** Sixty items, a day apart; the first take long, and all come back from review. */
function log(): string {
  const rows = ['id,type,to,at'];
  for (let n = 0; n < 60; n++) {
    const at = (days: number) => new Date(START + (n + days) * DAY).toISOString();
    const days = n < 20 ? 40 + n : 2;
    const visits: [string, number][] = [
      ['Writing', 0],
      ['Review', days],
      ['Writing', days + 1],
      ['Done', days + 2],
    ];
    for (const [stage, day] of visits) rows.push(`A-${n},${n % 2 === 0 ? 'Bug' : 'Story'},${stage},${at(day)}`);
  }
  return rows.join('\n');
}

const QUESTIONS: Record<string, (analysis: Analysis) => unknown> = {
  report: (analysis) => analysis.report(),
  waste: (analysis) => analysis.metric('waste'),
  rework: (analysis) => analysis.metric('rework'),
  cycleTime: (analysis) => analysis.metric('cycleTime'),
  items: (analysis) => analysis.items(),
  item: (analysis) => analysis.item('A-3'),
  inspect: (analysis) => analysis.inspect(),
  risk: (analysis) => analysis.risk(),
  forecast: (analysis) => analysis.forecast(),
  compareDates: (analysis) => analysis.compare({ splitAt: '2026-02-20' }),
  compareGroups: (analysis) => analysis.compare({ by: 'type', values: ['Bug', 'Story'] }),
};

describe('an answer', () => {
  it('is the same whatever was asked before', async () => {
    const opened = () => open({ name: 'log.csv', data: log() });
    const alone = new Map<string, unknown>();
    for (const [name, ask] of Object.entries(QUESTIONS)) alone.set(name, await ask(await opened()));
    // Else nothing could be carried from one to the next.
    expect(JSON.stringify(alone.get('waste'))).toContain('long-visits');
    expect(JSON.stringify(alone.get('compareDates'))).toContain('long-visits');
    expect(JSON.stringify(alone.get('items'))).not.toContain('long-visits');
    for (const before of ['report', 'rework', 'compareDates']) {
      const analysis = await opened();
      await QUESTIONS[before]?.(analysis);
      for (const [name, ask] of Object.entries(QUESTIONS)) {
        expect(await ask(analysis), `${name} after ${before}`).toEqual(alone.get(name));
      }
    }
  });
});
