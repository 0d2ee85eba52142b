const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30s`, `5m`, `2h`, `1d` in milliseconds. */
export function shortDurationMs(text: string): number {
  return Number.parseFloat(text) * (UNIT_MS[text.slice(-1)] ?? Number.NaN);
}
