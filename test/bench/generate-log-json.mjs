/**
 * Writes a seeded transition log as JSON to measure, with the same rows every time.
 *
 * node test/bench/generate-log-json.mjs <file> [rows=1000000] [array|wrapped|lines]
 */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const [path, count = '1000000', shape = 'array'] = process.argv.slice(2);
const rows = Number(count);
const layout = new Map([
  ['array', { open: '[\n', between: ',\n', close: '\n]\n' }],
  ['wrapped', { open: '{"total":1,"issues":[', between: ',', close: ']}\n' }],
  ['lines', { open: '', between: '\n', close: '\n' }],
]).get(shape);
if (path === undefined || !Number.isInteger(rows) || layout === undefined) {
  console.error('usage: node test/bench/generate-log-json.mjs <file> [rows] [array|wrapped|lines]');
  process.exit(2);
}

const STAGES = ['Todo', 'Ready', 'Draft', 'Review', 'Rework', 'Legal', 'Design', 'Publish', 'Done'];
const TYPES = ['Post', 'Page', 'Mail', 'Ad', 'Video'];
const WORDS = ['Spring', 'Launch', 'Retail', 'Brand', 'Café', 'Price', 'Survey', 'Teaser'];
const START = Date.UTC(2025, 0, 1);

let state = 20_250_101;
/** Mulberry32: small, seeded, and good enough to mix rows. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
/** @type {<T>(list: T[]) => T} */
const pick = (list) => /** @type {any} */ (list[Math.floor(random() * list.length)]);

const { open, between, close } = layout;
const out = createWriteStream(path);
let text = open;
let written = 0;
for (let item = 1; written < rows; item++) {
  const title = `${pick(WORDS)} ${pick(WORDS)} ${item % 1000}`;
  const type = pick(TYPES);
  const points = 1 + Math.floor(random() * 8);
  let at = START + Math.floor(random() * 365 * 24 * 60) * 60_000;
  // Nine changes an item, except for a few that are not done yet: 111,138 items in a million rows.
  const changes = item % 4631 === 0 ? 8 : 9;
  for (let step = 0; step < changes && written < rows; step++) {
    if (written > 0) text += between;
    text += JSON.stringify({
      item_id: `MKT-${item}`,
      title,
      type,
      assignee: `p${Math.floor(random() * 400)}`,
      from_status: step === 0 ? '' : STAGES[step - 1],
      to_status: STAGES[step],
      timestamp: `${new Date(at).toISOString().slice(0, 19)}Z`,
      points,
    });
    at += Math.floor(random() * 5 * 24 * 60) * 60_000;
    written++;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
}
out.end(text + close);
await once(out, 'finish');
