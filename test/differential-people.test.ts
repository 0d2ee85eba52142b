import { afterAll, describe, expect, it } from 'vitest';
import { type AnalyzeOptions, type MetricId, open, parseConfiguration } from '../src/index.ts';
import { differences } from './reference/differences.ts';
import { type RandomLogOptions, randomLog } from './reference/log/random-log.ts';
import { referencePeopleAndReasons } from './reference/people-and-reasons.ts';
import { statusKey } from './reference/workflow.ts';

const LOGS = Number(process.env.PITWALL_LOGS ?? 240) / 2;
const BATCH = 20;

/** Seen somewhere in the logs: what a comparison of empty answers would miss. */
const seen = new Set<string>();
const see = (what: string, when: boolean | undefined) => {
  if (when === true) seen.add(what);
};

/** Lists in an order of their own: equal sums may differ in their last digit, and so in their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'reason' && typeof inner === 'string' ? statusKey(inner) : sorted(inner),
    ]),
  );
}

const NAMES = ['id', 'from', 'to', 'receiver', 'holder', 'stage', 'kind', 'reason', 'value'] as const;

function nameOf(row: unknown): string {
  const named = row as Record<string, unknown>;
  return JSON.stringify(NAMES.map((name) => named[name] ?? null));
}

async function compare(seed: number, size: RandomLogOptions = {}): Promise<string[]> {
  const log = randomLog(seed, { severalAssignees: seed % 3 === 0, unknownStatuses: seed % 5 === 0, ...size });
  const parsed = (await parseConfiguration(log.yaml, 'pitwall.yaml')) as { workflow: { stage: string }[] };
  const owners = new Map(
    log.settings.workflow.flatMap(({ stage }, place) =>
      place % 4 === 3 ? [] : [[statusKey(stage), ['Content', 'Legal'][place % 2] as string]],
    ),
  );
  const byField = seed % 2 === 0;
  const workflow = parsed.workflow.map((stage) => {
    const owner = owners.get(statusKey(stage.stage));
    return byField || owner === undefined ? stage : { ...stage, owner };
  });
  const names: Record<string, string> = { '--as-of': 'asOf', '--from': 'from', '--to': 'to' };
  const options: Record<string, string> = {};
  for (let index = 0; index < log.args.length; index += 2)
    options[names[log.args[index] as string] as string] = log.args[index + 1] as string;
  const input = { name: 'log.csv', data: log.csv };
  const whole: AnalyzeOptions = { configuration: { dropped: {}, ...parsed, workflow }, ...options };
  const expected = referencePeopleAndReasons(log.rows, log.settings, byField ? { field: 'type' } : { owners });
  const analysis = await open(input, whole);
  // Teams are told by a column that changes now and then: it is read a second time for them.
  const teams = byField ? await open(input, { ...whole, map: { team: 'type' } }) : analysis;
  const ofTeams = teams.metric('handoffs').handoffs?.teams;
  const detail = (id: MetricId) => sorted((analysis.metric(id) as Record<string, unknown>)[id]);
  const found = [
    ...(expected.handoffs === null ? [] : differences(sorted(expected.handoffs), detail('handoffs'), 'handoffs')),
    ...(ofTeams?.total == null && expected.teams.total === 0
      ? []
      : differences(sorted(expected.teams), sorted(ofTeams), 'teams')),
    ...differences(sorted(expected.rework), detail('rework'), 'rework'),
    ...differences(sorted(expected.blocked), detail('blocked'), 'blocked'),
    ...differences(sorted(expected.distribution), detail('distribution'), 'distribution'),
  ];
  see('ping-pong', (expected.handoffs?.pingPong.count ?? 0) > 0);
  see('team ping-pong', expected.teams.pingPong.count > 0);
  see('moves back', expected.rework.moves.length > 1);
  see('rework without a move', expected.rework.withoutMove.reworkDays > 0);
  see('self-loops', expected.rework.loops.selfLoops > 0);
  see(
    'a reason',
    expected.blocked.reasons.some(({ reason }) => reason === 'no budget'),
  );
  see(
    'no reason',
    expected.blocked.reasons.some(({ reason }) => reason === null),
  );
  see(
    'a status besides the stage',
    expected.blocked.reasons.some(({ reason }) => reason === 'legal hold'),
  );
  see('unstarted work', expected.distribution.unstartedAge.count > 0);
  return found;
}

describe('people, rework, reasons and kinds of work against a second, plain implementation', () => {
  for (let first = 1; first < 1 + LOGS; first += BATCH) {
    it(`logs ${first} to ${first + BATCH - 1}`, async () => {
      for (let seed = first; seed < first + BATCH; seed++) {
        expect({ seed, differences: (await compare(seed)).slice(0, 10) }).toEqual({ seed, differences: [] });
      }
    }, 60_000);
  }

  it('logs of one item with more rows than there is room for at first', async () => {
    for (const long of [66, 130, 200]) {
      const found = await compare(30, { items: 1, long });
      expect({ long, differences: found.slice(0, 10) }).toEqual({ long, differences: [] });
    }
  }, 60_000);

  afterAll(() => {
    expect([...seen].sort()).toEqual([
      'a reason',
      'a status besides the stage',
      'moves back',
      'no reason',
      'ping-pong',
      'rework without a move',
      'self-loops',
      'team ping-pong',
      'unstarted work',
    ]);
  });
});
