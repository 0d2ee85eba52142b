import type { RandomStream } from './stream.ts';

/**
 * A random number of the gamma distribution with scale 1 (G. Marsaglia and W. W. Tsang, "A simple method for generating
 * gamma variables", ACM TOMS 26, 2000). Below shape 1: that of the next shape times U^(1 ÷ shape), as they say there.
 *
 * @param shape more than 0
 */
export function gammaDraw(stream: RandomStream, shape: number): number {
  if (shape < 1) return gammaDraw(stream, shape + 1) * (1 - stream.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - stream.uniform();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
  }
}
