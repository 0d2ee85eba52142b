// How often a stable process raises a signal: the figures of src/stats/control/false-alarm-table.ts.
import { findSignals, processLimits, type SeriesKind } from '../../src/stats/control/index.ts';
import { RandomStream } from '../../src/stats/random/index.ts';
import { poisson } from './draws.ts';

const LENGTHS = [6, 8, 10, 13, 16, 20, 26, 32, 39, 45, 52, 65, 78, 91, 104, 130, 156];

export interface Shares {
  outside: number;
  run: number;
  both: number;
  westernElectric: number;
}

export function falseAlarms(kind: SeriesKind, length: number, series: number, seed: number): Shares {
  const stream = RandomStream.named(seed, `false alarms ${kind} ${length}`);
  const shares = { outside: 0, run: 0, both: 0, westernElectric: 0 };
  for (let one = 0; one < series; one++) {
    const values = Array.from({ length }, () => (kind === 'counts' ? poisson(stream, 6) : meanLogarithm(stream)));
    const baseline = processLimits(values, kind === 'counts' ? { least: 0 } : {});
    const { signals } = findSignals(values, baseline, 'western-electric');
    const outside = signals.some(({ rule }) => rule === 'outside');
    const run = signals.some(({ rule }) => rule === 'run');
    if (outside) shares.outside++;
    if (run) shares.run++;
    if (outside || run) shares.both++;
    if (signals.length > 0) shares.westernElectric++;
  }
  const share = (count: number) => Math.round((1000 * count) / series) / 1000;
  return {
    outside: share(shares.outside),
    run: share(shares.run),
    both: share(shares.both),
    westernElectric: share(shares.westernElectric),
  };
}

/** Of 6 to 10 items, each logarithm normal. */
function meanLogarithm(stream: RandomStream): number {
  return stream.normal() / Math.sqrt(6 + stream.below(5));
}

/** The table as the source has it. */
export function falseAlarmTable(series: number, seed: number): string {
  const rows = (['counts', 'logs'] as const).map((kind) => {
    const byLength = LENGTHS.map((length) => falseAlarms(kind, length, series, seed));
    const column = (rule: keyof Shares) => `    ${rule}: [${byLength.map((shares) => shares[rule]).join(', ')}],`;
    const rules = (['outside', 'run', 'both', 'westernElectric'] as const).map(column);
    return `  ${kind}: {\n${rules.join('\n')}\n  },`;
  });
  return `const LENGTHS = [${LENGTHS.join(', ')}] as const;\n\nexport const FALSE_ALARMS = {\n${rows.join('\n')}\n} as const;\n`;
}
