import type { PeriodUnit } from '../settings.ts';

/** What a snapshot is to be taken of. */
export interface SnapshotSettings {
  series: string;
  /** The last complete period, all of them, or the one that starts on a local day: in a unit, if its name has one. */
  asked: 'last' | 'all' | { day: number; unit: PeriodUnit | null; text: string };
  /** Of how many of the latest held periods the figures are taken again. */
  recheck: number;
}
