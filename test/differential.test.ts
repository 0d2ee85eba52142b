import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open, parseConfiguration } from '../src/index.ts';
import { referenceAnalyze } from './reference/analyze.ts';
import { differences } from './reference/differences.ts';
import { type RandomLogOptions, randomLog } from './reference/log/random-log.ts';
import type { ReferenceRow } from './reference/types.ts';

/** At least 200 logs a run; more with PITWALL_LOGS=2000. */
const LOGS = Number(process.env.PITWALL_LOGS ?? 240);
const FIRST = Number(process.env.PITWALL_FIRST_LOG ?? 1);
const BATCH = 20;

function windowOptions(args: readonly string[]): AnalyzeOptions {
  const names: Record<string, string> = { '--as-of': 'asOf', '--from': 'from', '--to': 'to' };
  const options: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    options[names[args[index] as string] as string] = args[index + 1] as string;
  }
  return options;
}

async function compare(seed: number, size: RandomLogOptions = {}): Promise<string[]> {
  const log = randomLog(seed, { severalAssignees: seed % 3 === 0, unknownStatuses: seed % 5 === 0, ...size });
  // The usual resolutions are the engine's own default, not a rule of the definitions.
  const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
  const {
    adherence,
    risk,
    wipLimits,
    valueStream,
    waste,
    perItem,
    findings,
    wip,
    cumulativeFlow,
    handoffs,
    ...expected
  } = referenceAnalyze(log.rows, log.settings);
  const analysis = await open({ name: 'log.csv', data: log.csv }, { configuration, ...windowOptions(log.args) });
  const report = analysis.report();
  const found = [...differences(expected, report)];
  found.push(...differences(wip, analysis.metric('wip').wip));
  found.push(...differences(cumulativeFlow, analysis.metric('cumulativeFlow').cumulativeFlow?.days));
  found.push(...differences(riskById(risk), riskById(analysis.metric('risk').risk)));
  found.push(...differences(handoffs, analysis.metric('handoffs').handoffs));
  found.push(...differences(valueStream, analysis.metric('valueStream').valueStream));
  found.push(...differences(wipLimits, analysis.metric('wipLimits').wipLimits));
  found.push(...differences(byId(adherence), byId(analysis.metric('adherence').adherence)));
  found.push(...differences(comparable(waste, log.rows), byTypeName(report.waste)));
  const items = new Map(analysis.items().itemList.map((item) => [item.id, item]));
  for (const { fields, ended, ...facts } of perItem) {
    const item = items.get(facts.id);
    if (item === undefined) found.push(`item ${facts.id} is missing`);
    else found.push(...differences(facts, item).map((difference) => `${facts.id} ${difference}`));
  }
  if (items.size !== perItem.length) found.push(`${items.size} items, expected ${perItem.length}`);
  const counts = Object.fromEntries(report.findings.map(({ code, count }) => [code, count]));
  for (const [code, count] of Object.entries(findings)) {
    if ((counts[code] ?? 0) !== count) found.push(`finding ${code}: expected ${count}, got ${counts[code] ?? 0}`);
  }
  return found;
}

/** Items in an order of their own; those that are as late as each other, too. */
function byId<
  Adherence extends { byItem?: { id: string }[] | undefined; limits: { byItem: { id: string; days: number }[] }[] },
>(adherence: Adherence | undefined): Adherence | undefined {
  if (adherence === undefined) return undefined;
  const name = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...adherence,
    byItem: [...(adherence.byItem ?? [])].sort(name),
    limits: adherence.limits.map((limit) => ({ ...limit, byItem: [...limit.byItem].sort(name) })),
  };
}

/** Items in an order of their own. */
function riskById<Risk extends { byItem: { id: string }[] }>(risk: Risk | undefined): Risk | undefined {
  if (risk === undefined) return undefined;
  return { ...risk, byItem: [...risk.byItem].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Types in an order of their own. */
function byTypeName<Waste extends { byType: { type: string | null }[] }>(waste: Waste): Waste {
  const name = ({ type }: { type: string | null }) => type ?? '';
  return { ...waste, byType: [...waste.byType].sort((a, b) => (name(a) < name(b) ? -1 : 1)) };
}

/** Where nobody knows who had the items, the engine has no number of hand-offs, and the plain implementation has 0. */
function comparable(waste: ReturnType<typeof referenceAnalyze>['waste'], rows: readonly ReferenceRow[]) {
  if (rows.some(({ assignee }) => assignee !== null)) return byTypeName(waste);
  const known = <Line extends { line: string }>(line: Line) =>
    line.line === 'handoffs'
      ? Object.fromEntries(
          Object.keys(line).map((key) => [key, /line|unit/.test(key) ? line[key as keyof Line] : null]),
        )
      : line;
  const byMonth = waste.byMonth.map((month) => ({ ...month, lines: month.lines.map(known) }));
  return byTypeName({ ...waste, byMonth, lines: waste.lines.map(known) });
}

describe('the engine against a second, plain implementation on random messy logs', () => {
  for (let first = FIRST; first < FIRST + LOGS; first += BATCH) {
    it(`logs ${first} to ${first + BATCH - 1}`, async () => {
      for (let seed = first; seed < first + BATCH; seed++) {
        expect({ seed, differences: (await compare(seed)).slice(0, 10) }).toEqual({ seed, differences: [] });
      }
    }, 60_000);
  }

  // What is kept of one item at a time has room for 64 at first, and gets longer.
  it('logs of one item with more rows than there is room for at first', async () => {
    for (const long of [60, 61, 62, 63, 64, 65, 66, 120, 200]) {
      const found = await compare(30, { items: 1, long });
      expect({ long, differences: found.slice(0, 10) }).toEqual({ long, differences: [] });
    }
  }, 60_000);
});
