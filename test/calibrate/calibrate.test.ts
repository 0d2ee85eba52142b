// What `npm run calibrate` tries over hundreds of processes, over a few: enough to see a model that is far too sure, or a
// test that sees differences everywhere.
import { describe, expect, it } from 'vitest';
import { SCENES, seen } from './comparisons.ts';
import { EXPORT_SCENES, seenInExports } from './exports.ts';
import { heldShares } from './forecasts.ts';
import { STATIONARY } from './processes.ts';

/** Three standard errors of a share. */
const slack = (share: number, runs: number) => 3 * Math.sqrt((share * (1 - share)) / runs);

describe('forecasts of processes that stay what they are', () => {
  it('hold at 85 % in about so many cases', () => {
    const runs = 40;
    const cells = Object.entries(STATIONARY).flatMap(([name, process]) =>
      heldShares(name, process, { runs, seed: 5, trials: 500 }),
    );
    expect(cells).toHaveLength(24);
    for (const { name, history, horizon, held } of cells) {
      const share = held[1] as number;
      const which = `${name}, ${history} weeks, ${horizon} ahead`;
      expect(share, which).toBeGreaterThan(0.8 - slack(0.8, runs));
      expect(held[2], which).toBeGreaterThanOrEqual(share);
      expect(held[0], which).toBeLessThanOrEqual(share);
    }
    const mean = cells.reduce((sum, { held }) => sum + (held[1] as number), 0) / cells.length;
    // The horizons of one team share their luck: as if 320 runs, not 960.
    expect(mean).toBeGreaterThan(0.8 - slack(0.8, 320));
    expect(mean).toBeLessThan(0.92 + slack(0.92, 320));
  });
});

describe('comparisons of one process with itself', () => {
  it.each(SCENES.filter(({ most }) => most !== null))('$name: see no more than they may', (scene) => {
    const runs = 80;
    const most = scene.most as number;
    expect(seen(scene, runs, 3)).toBeLessThanOrEqual(most + slack(most, runs));
  });

  it('and see a difference of half as much again in most cases', () => {
    const scene = SCENES.find(({ name }) => name.endsWith('1.5 times as long'));
    expect(scene && seen(scene, 40, 3)).toBeGreaterThan(0.6);
  });
});

describe('comparisons of the halves of an export', () => {
  it.each(EXPORT_SCENES.filter(({ most }) => most !== null))('$name: no more than they may', async (scene) => {
    // All metrics at once take longer.
    const runs = scene.metrics === undefined ? 20 : 40;
    const most = scene.most as number;
    expect(await seenInExports(scene, runs, 3)).toBeLessThanOrEqual(most + slack(most, runs));
  });

  it('see half as much again in most cases', async () => {
    const scene = EXPORT_SCENES.find(
      ({ factor, metrics, shock }) => factor > 1 && metrics !== undefined && shock === 0,
    );
    expect(scene && (await seenInExports(scene, 20, 3))).toBeGreaterThan(0.6);
  });
});
