import type { ReferenceSettings } from '../types.ts';
import type { Random } from './random.ts';
import type { Cells } from './random-rows.ts';

/** Text of random logs and settings. */

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The columns in a random order, some of them left out. */
export function writeCsv(random: Random, rows: Cells[], columns: (keyof Cells)[]): string {
  const order = random.shuffled(columns);
  const newline = random.pick(['\n', '\r\n']);
  const mark = random.chance(0.2) ? '\uFEFF' : '';
  const lines = [order, ...rows.map((row) => order.map((column) => row[column]))];
  return mark + lines.map((line) => line.map(cell).join(',') + newline).join('');
}

/** One key a line, each value in the JSON that YAML also reads. What has no value is left out. */
export function writeConfig(settings: ReferenceSettings): string {
  const { asOf: _asOf, from: _from, to: _to, ...config } = settings;
  const entries = Object.entries({
    ...config,
    ignoreVisitsShorterThan: `${settings.ignoreVisitsShorterThan / 1000}s`,
    dropped: Object.keys(settings.dropped).length > 0 ? settings.dropped : null,
  }).filter(([, value]) => value !== null);
  return entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
}
