import { Z_95 } from '../distributions/index.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/** What is known of the share that lasts longer, at one step. */
export interface ShareInterval {
  low: number | null;
  high: number | null;
}

/** The standard error of the share at a step, by Greenwood's formula; null where the share is 0. */
export function standardError(curve: SurvivalCurve, step: number): number | null {
  const share = curve.survival[step];
  if (share === undefined || share === 0) return null;
  return share * Math.sqrt(curve.greenwood[step] as number);
}

/**
 * The 95 % interval of the share at a step, on the scale of log(−log), so that it stays within 0 and 1 (J. D. Kalbfleisch
 * and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2002, § 1.4). Of a share of 0 only the low end is
 * known: 0.
 */
export function shareInterval(curve: SurvivalCurve, step: number): ShareInterval {
  const share = curve.survival[step];
  if (share === undefined) return { low: null, high: null };
  if (share === 0) return { low: 0, high: null };
  const { least, most } = logShareInterval(curve, step);
  return { low: Math.exp(-most), high: Math.exp(-least) };
}

/** The same interval as −log of its ends: of the high end the least, of the low end the most. */
export function logShareInterval(curve: SurvivalCurve, step: number): { least: number; most: number } {
  const share = curve.survival[step] as number;
  if (share === 0) return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const log = -Math.log(share);
  const factor = Math.exp((Z_95 * Math.sqrt(curve.greenwood[step] as number)) / log);
  return { least: log / factor, most: log * factor };
}
