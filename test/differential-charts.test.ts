// What charts draw beyond the briefs, against a second implementation on random logs.
import { expect, it } from 'vitest';
import { open, parseConfiguration } from '../src/index.ts';
import { factsAndWindow } from './reference/analyze.ts';
import { differences } from './reference/differences.ts';
import { randomLog } from './reference/log/random-log.ts';
import {
  ageBands,
  countsOfBins,
  dailyByStage,
  nextMoves,
  partsByPeriod,
  reachedForGood,
  rollingMedian,
} from './reference/metrics/chart-metrics.ts';

const LOGS = Number(process.env.PITWALL_LOGS ?? 60);

function windowOptions(args: readonly string[]): Record<string, string> {
  const names: Record<string, string> = { '--as-of': 'asOf', '--from': 'from', '--to': 'to' };
  const pairs = args.flatMap((word, index) =>
    index % 2 === 0 ? [[names[word] as string, args[index + 1] as string]] : [],
  );
  return Object.fromEntries(pairs);
}

async function compare(seed: number): Promise<string[]> {
  const log = randomLog(seed, { severalAssignees: false, unknownStatuses: seed % 5 === 0 });
  const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
  const analysis = await open({ name: 'log.csv', data: log.csv }, { configuration, ...windowOptions(log.args) });
  const { clock, facts, stages, window } = factsAndWindow(log.rows, log.settings, []);
  const { bins, rollingMedian: medians } = analysis.metric('cycleTime').cycleTime ?? {};
  const flow = analysis.metric('cumulativeFlow').cumulativeFlow;
  const map = analysis.metric('valueStream').valueStream?.stages;
  const reached = reachedForGood(facts, window, stages, log.settings);
  const found = [
    differences(rollingMedian(facts, window, log.settings), medians, 'medians'),
    differences(
      countsOfBins(facts, window, bins ?? []),
      bins?.map(({ count }) => count),
      'bins',
    ),
    differences(ageBands(facts, window, stages, log.settings, clock), analysis.metric('age').age?.bands, 'bands'),
    differences(
      partsByPeriod(facts, window, log.settings),
      analysis.metric('flowEfficiency').flowEfficiency?.byPeriod,
      'periods',
    ),
    differences(dailyByStage(facts, window, stages, log.settings), analysis.metric('wip').wip?.daily, 'daily'),
    differences(
      reached,
      flow?.days.map((day) => day.reached),
      'reached',
    ),
    differences(
      nextMoves(facts, window, stages),
      map?.map(({ moves }) => moves),
      'moves',
    ),
  ].flat();
  const total = bins?.reduce((sum, { count }) => sum + count, 0);
  if (total !== analysis.report().cycleTime.count) found.push(`${total} items in the bins`);
  // Every return arrives by one move: in the whole log as many of them as there are returns.
  if (log.args.length === 0) {
    const back = map?.flatMap(({ moves }) => moves).reduce((sum, move) => sum + move.back, 0);
    const returns = map?.flatMap((stage) => stage.returns).reduce((sum, { count }) => sum + count, 0);
    if (back !== returns) found.push(`${back} moves back for ${returns} returns`);
  }
  return found;
}

it(`finds what the definitions find, in ${LOGS} logs`, async () => {
  for (let seed = 1; seed <= LOGS; seed++) {
    const found = await compare(seed);
    expect(found.slice(0, 5), `log ${seed}`).toEqual([]);
  }
});
