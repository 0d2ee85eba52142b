// A forecast the plain way: every trial day by day, every step as the definition has it. Only the stream of random numbers
// is the program's.
import { gammaDraw, RandomStream } from '../../../src/stats/random/index.ts';

export interface PlainWorld {
  /** Weeks of seven counts, oldest first, and what was added on each of their days. */
  weeks: number[][];
  added: number[][];
  /** Days since the last complete week ended at which the first day that counts is: 0 is that Monday. */
  startsAfter: number;
  items: number;
  growth: boolean;
  factor: [number, number] | null;
  /** Working days by weekday, and holidays in days after the last complete week. */
  weekdays: boolean[];
  holidays: number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The lag-1 correlation as a textbook has it. */
export function plainCorrelation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  const above = sum(values.slice(1).map((value, index) => (value - mean) * ((values[index] as number) - mean)));
  const below = sum(values.map((value) => (value - mean) ** 2));
  return below === 0 ? 0 : above / below;
}

/** For each trial the day (after the last complete week) at whose end nothing is left, and what is done on each day. */
export function plainTrials(world: PlainWorld, seed: number, trials: number, days: number) {
  const count = world.weeks.length;
  const weekly = world.weeks.map(sum);
  const inPairs = Math.floor(count / 2) >= 4 && plainCorrelation(weekly) < -0.5;
  const a = weekly.map((_, index) => 2 ** (-(count - 1 - index) / 8));
  const c = Math.max(2, sum(a) ** 2 / sum(a.map((one) => one ** 2)) - 4);
  const size = inPairs ? 2 : 1;
  const firsts = inPairs
    ? weekly.flatMap((_, index) => ((count - index) % 2 === 0 ? [index] : []))
    : weekly.map((_, index) => index);
  const ages = firsts.map((first) => (inPairs ? count - 1 - first - 0.5 : count - 1 - first));
  const weights = ages.map((age) => 2 ** (-age / 8));
  const strength = inPairs ? Math.max(1, c / 2) : c;
  const parent = RandomStream.named(seed, 'forecast');
  return Array.from({ length: trials }, () => {
    const stream = parent.branch();
    const u = stream.uniform();
    const v = stream.uniform();
    const gammas = weights.map((weight) => gammaDraw(stream, (strength * weight) / sum(weights)));
    const draw = (): number => {
      let at = stream.uniform() * sum(gammas);
      for (const [unit, gamma] of gammas.entries()) {
        at -= gamma;
        if (at < 0) return firsts[unit] as number;
      }
      return firsts.at(-1) as number;
    };
    let goal =
      world.factor === null ? world.items : world.items * (world.factor[0] + v * (world.factor[1] - world.factor[0]));
    goal = Math.ceil(goal - 1e-9);
    const place = Math.floor(world.startsAfter / 7) % size;
    let unit = place > 0 ? draw() : -1;
    let z = 0;
    let total = 0;
    let week: number[] = [];
    let added: number[] = [];
    let endDay: number | null = null;
    const done: number[] = [];
    for (let day = world.startsAfter; day < world.startsAfter + days; day++) {
      if (day === world.startsAfter || day % 7 === 0) {
        const inUnit = Math.floor(day / 7) % size;
        if (inUnit === 0) unit = draw();
        if (day % 7 === 0) z += 0.04 * stream.normal();
        week = withHolidays(world, world.weeks[unit + inUnit] as number[], Math.floor(day / 7) * 7);
        added = world.added[unit + inUnit] as number[];
      }
      total += (week[day % 7] as number) * Math.exp(z);
      if (world.growth) goal += added[day % 7] as number;
      done.push(Math.floor(total + u));
      if (endDay === null && goal - Math.floor(total + u) <= 0) endDay = day;
    }
    return { endDay, done };
  });
}

function withHolidays({ weekdays, holidays }: PlainWorld, counts: readonly number[], monday: number): number[] {
  const isHoliday = (at: number) => weekdays[at] === true && holidays.includes(monday + at);
  const works = [0, 1, 2, 3, 4, 5, 6].filter((at) => weekdays[at] && !isHoliday(at));
  const full = weekdays.filter(Boolean).length;
  const week = counts.map(() => 0);
  for (const [at, count] of counts.entries()) {
    const next = works.filter((other) => other > at)[0] ?? works.filter((other) => other < at).at(-1) ?? at;
    week[isHoliday(at) ? next : at]! += full === 0 ? count : (count * works.length) / full;
  }
  return week;
}
