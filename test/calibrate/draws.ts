// Random numbers that the simulated processes need and the program does not.
import { gammaDraw, type RandomStream } from '../../src/stats/random/index.ts';

/** A Poisson count (D. E. Knuth, "The Art of Computer Programming", vol. 2, § 3.4.1), in parts where the mean is large. */
export function poisson(stream: RandomStream, mean: number): number {
  if (mean > 30) return poisson(stream, mean / 2) + poisson(stream, mean / 2);
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; count++) product *= 1 - stream.uniform();
  return count;
}

/** A count of that mean and a variance so many times as large: Poisson with a gamma mean. */
export function overDispersed(stream: RandomStream, mean: number, times: number): number {
  if (times <= 1) return poisson(stream, mean);
  return poisson(stream, gammaDraw(stream, mean / (times - 1)) * (times - 1));
}
