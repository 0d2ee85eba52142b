// How often the forecast holds: it says how many with 85 %, and that many come, or not.

import { numbersWith } from '../../src/stats/forecast/answers.ts';
import { weeklyHistory } from '../../src/stats/forecast/index.ts';
import { simulate } from '../../src/stats/forecast/simulate.ts';
import { RandomStream } from '../../src/stats/random/index.ts';
import { OTHERS, type Process, STATIONARY } from './processes.ts';

const HISTORIES = [13, 26] as const;
const HORIZONS = [2, 6, 13] as const;
/** A Monday, whichever. */
const MONDAY = 20_787;

export interface Cell {
  name: string;
  history: number;
  horizon: number;
  /** The share of runs in which the answer with 50, 85 and 95 % held. */
  held: number[];
  runs: number;
}

/** @param percents of the answers; 85 is the one that is promised */
export function heldShares(
  name: string,
  process: Process,
  { runs, seed, trials, percents = [50, 85, 95] }: { runs: number; seed: number; trials: number; percents?: number[] },
): Cell[] {
  const cells: Cell[] = [];
  for (const history of HISTORIES) {
    const counts = HORIZONS.map(() => percents.map(() => 0));
    for (let run = 0; run < runs; run++) {
      const outcomes = oneTeam(
        process,
        history,
        RandomStream.named(seed, `${name} ${history} ${run}`),
        run,
        trials,
        percents,
      );
      for (const [horizon, held] of outcomes.entries()) {
        for (const [at, holds] of held.entries()) if (holds) counts[horizon]![at]!++;
      }
    }
    for (const [at, horizon] of HORIZONS.entries()) {
      cells.push({ name, history, horizon, held: (counts[at] as number[]).map((count) => count / runs), runs });
    }
  }
  return cells;
}

function oneTeam(
  process: Process,
  history: number,
  stream: RandomStream,
  seed: number,
  trials: number,
  percents: readonly number[],
): boolean[][] {
  const week = process(stream);
  const longest = HORIZONS.at(-1) as number;
  const finished = Array.from({ length: history + 1 + longest + 1 }, (_, at) => week(at)).flat();
  const firstDay = MONDAY - 7 * history;
  // The data end on some day of the running week.
  const asOf = MONDAY + stream.below(7);
  const startDay = asOf + 1;
  const past = weeklyHistory({ firstDay, finished: finished.slice(0, asOf - firstDay) }, asOf, null, history);
  const countDays = HORIZONS.map((weeks) => startDay + 7 * weeks - 1);
  const plan = { startDay, items: null, scope: { kind: 'none' } as const, countDays, known: null };
  return simulate(past, plan, seed, trials).done.map((done, at) => {
    let came = 0;
    for (let day = startDay; day <= (countDays[at] as number); day++) came += finished[day - firstDay] as number;
    return numbersWith(done, percents).map((said) => came >= said);
  });
}

/** The promised share, give or take what so few runs leave open. */
function outOfBounds({ held, runs }: Cell): boolean {
  const error = (share: number) => 1.96 * Math.sqrt((share * (1 - share)) / runs);
  const share = held[1] as number;
  return share < 0.8 - error(0.8) || share > 0.92 + error(0.92);
}

export function forecastTable(runs: number, seed: number): { text: string; failed: number } {
  const rows = [STATIONARY, OTHERS].flatMap((kinds, at) =>
    Object.entries(kinds).flatMap(([name, process]) => {
      const cells = heldShares(name, process, { runs, seed, trials: 2000 });
      return cells.map((cell) => ({ cell, bad: at === 0 && outOfBounds(cell) }));
    }),
  );
  const line = ({ cell, bad }: (typeof rows)[number]) =>
    `| ${cell.name} | ${cell.history} | ${cell.horizon} | ${cell.held.map((share) => share.toFixed(3)).join(' | ')} |${bad ? ' OUT' : ''}`;
  const head = [
    `How often at least so many came (${runs} runs a line, seed ${seed}):`,
    '',
    '| process | weeks of history | weeks ahead | said with 50 % | 85 % | 95 % |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return { text: [...head, ...rows.map(line), ''].join('\n'), failed: rows.filter(({ bad }) => bad).length };
}
