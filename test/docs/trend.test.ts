// The chances of a false alarm that docs/trend.md lists are those of the program.
import { expect, it } from 'vitest';
import { type AlarmRule, falseAlarmShare, type SeriesKind } from '../../src/stats/control/index.ts';
import { pageText } from './pages.ts';

const RULES: readonly AlarmRule[] = ['outside', 'run', 'both', 'westernElectric'];
const KINDS: readonly SeriesKind[] = ['counts', 'logs'];

it('docs/trend.md lists how often chance raises a signal', () => {
  const rows = Array.from(pageText('docs/trend.md').matchAll(/^\| (\d+) \| (.+ % )\|$/gm), ([, points, shares]) => ({
    points: Number(points),
    shares: (shares as string).split('|').map((share) => Number.parseInt(share, 10)),
  }));
  expect(rows.map(({ points }) => points)).toEqual([13, 26, 52, 104]);
  for (const { points, shares } of rows) {
    const known = KINDS.flatMap((kind) => RULES.map((rule) => falseAlarmShare(kind, points, rule) as number));
    expect(shares).toEqual(known.map((share) => Math.round(Number((share * 100).toPrecision(6)))));
  }
});
