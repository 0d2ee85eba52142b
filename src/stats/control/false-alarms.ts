import { FALSE_ALARMS, LENGTHS } from './false-alarm-table.ts';

/** `counts`: events of a period (Poisson, 6 a period); `logs`: the mean logarithm of 6 to 10 items of a period. */
export type SeriesKind = 'counts' | 'logs';
/** A rule alone, both of the plain rules, or these with Western Electric's. */
export type AlarmRule = 'outside' | 'run' | 'both' | 'westernElectric';

/**
 * The chance that a stable process gives at least one signal within so many points, of which the first 20 (or all, if
 * there are fewer) are the baseline. Simulated by `npm run calibrate trend`; between the lengths of its table, along a
 * straight line; beyond the last, as for the last ("at least").
 *
 * @returns null below 6 points, where there are no limits
 */
export function falseAlarmShare(kind: SeriesKind, points: number, rule: AlarmRule): number | null {
  if (!(points >= LENGTHS[0])) return null;
  const shares = FALSE_ALARMS[kind][rule];
  const above = LENGTHS.findIndex((length) => length >= points);
  if (above === -1) return shares.at(-1) as number;
  const high = LENGTHS[above] as number;
  if (high === points) return shares[above] as number;
  const low = LENGTHS[above - 1] as number;
  const share = shares[above - 1] as number;
  return share + ((points - low) / (high - low)) * ((shares[above] as number) - share);
}
