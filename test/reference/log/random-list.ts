import type { ReferenceRow, ReferenceSettings, ReferenceToday } from '../types.ts';
import { stageOfStatus } from '../workflow.ts';
import type { Random } from './random.ts';

/** A random list of items as they are today: some of a log, some of which only dates are known, many that contradict. */

const DAY = 86_400_000;

function near(random: Random, instant: number): number {
  return random.weighted([
    [instant, 2],
    [instant + random.whole(1, 10 * DAY), 4],
    [instant - random.whole(1, 10 * DAY), 4],
  ]);
}

function statusOf(random: Random, settings: ReferenceSettings): string {
  const { stage, statuses } = random.pick(settings.workflow);
  return random.weighted([
    [stage, 6],
    [random.pick([stage, ...statuses]), 6],
    ['Zeta', 2],
    ['', 2],
  ]);
}

export function randomList(random: Random, rows: ReferenceRow[], settings: ReferenceSettings): ReferenceToday[] {
  const last = new Map<string, ReferenceRow>();
  for (const row of rows) {
    const known = last.get(row.id.trim());
    if (known === undefined || known.at <= row.at) last.set(row.id.trim(), row);
  }
  const logged = [...last]
    .filter(() => random.chance(0.7))
    .map(([id, row]): ReferenceToday => {
      const fits = random.chance(0.3) && stageOfStatus(settings.workflow, row.to) !== -1;
      const finished = random.chance(0.5) ? near(random, row.at) : null;
      const started = near(random, row.at);
      return {
        id,
        status: fits ? row.to.trim() : statusOf(random, settings),
        created: random.chance(0.2) ? near(random, row.at) : null,
        // One that is later than the finish is no start to any reader.
        started: random.chance(0.3) && !(finished !== null && finished < started) ? started : null,
        finished,
      };
    });
  const instants = rows.map(({ at }) => at);
  const dated = Array.from({ length: random.whole(0, 20) }, (_, place): ReferenceToday => {
    const created = random.pick(instants);
    const started = created + random.whole(0, 20 * DAY);
    return {
      id: `D-${place + 1}`,
      status: statusOf(random, settings),
      created: random.chance(0.7) ? created : null,
      started: random.chance(0.5) ? started : null,
      finished: random.chance(0.5) ? started + random.whole(0, 10 * DAY) : null,
    };
  });
  return [...logged, ...dated];
}

/** The list as CSV. A first row has every date, so that what the columns are shows. */
export function writeList(list: ReferenceToday[]): string {
  const write = (instant: number | null) => (instant === null ? '' : new Date(instant).toISOString());
  const lines = list.map(({ id, status, created, started, finished }) =>
    [id, JSON.stringify(status).replaceAll('\\"', '""'), write(created), write(started), write(finished)].join(','),
  );
  return ['id,status,created,started,finished', ...lines, ''].join('\n');
}
