// Writes a transition log of any size, the same for the same options:
// node test/bench/generate-log.mjs <file> [--rows 1000000] [--items 111000] [--shape by-time|by-item] [--seed 1]
//   [--step 60]   seconds from one row to the next
//
// Eight columns as trackers export them: id, quoted title with commas, type, assignee, from, to, timestamp, points.
// `by-item` writes an item's rows one after another, as an export of changelogs does. `by-time` writes them in the order of
// time, as a query of a database does, which is harder to read. A few items are dropped, and a few rows occur twice.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    items: { type: 'string', default: '111000' },
    shape: { type: 'string', default: 'by-time' },
    seed: { type: 'string', default: '1' },
    step: { type: 'string', default: '60' },
  },
});
const [path] = positionals;
const rows = Number(values.rows);
const items = Number(values.items);
if (path === undefined || !(rows >= items && items >= 1) || !['by-time', 'by-item'].includes(values.shape)) {
  throw new Error(
    'usage: generate-log.mjs <file> [--rows n] [--items n] [--shape by-time|by-item] [--seed n] [--step s]',
  );
}

const STAGES = ['Backlog', 'Selected', 'In Progress', 'Review', 'Testing', 'Ready', 'Done'];
const CANCELLED = 'Cancelled';
const TYPES = ['Story', 'Story', 'Story', 'Bug', 'Bug', 'Task', 'Spike'];
const POINTS = ['', '1', '2', '3', '5', '8', '13'];
const VERBS = ['Add', 'Fix', 'Remove', 'Rework', 'Measure', 'Document'];
const THINGS = ['login', 'export', 'invoice', 'search', 'billing', 'report', 'mail', 'sync', 'cache', 'upload'];
const PEOPLE = Array.from({ length: 60 }, (_, number) => `dev${number + 1}`);
const START = Date.UTC(2023, 0, 2);
const STEP_MS = Number(values.step) * 1000;

let state = Number(values.seed) >>> 0;
/** A whole number below `limit` (mulberry32). @param {number} limit */
function below(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}

/** @type {<T>(list: T[]) => T} */
const pick = (list) => /** @type {any} */ (list[below(list.length)]);

/** The values that are the same on every row of an item, and its stage. @param {number} number */
function makeItem(number) {
  const about = `${pick(VERBS)} ${pick(THINGS)}, ${pick(THINGS)}`;
  return {
    id: `FLOW-${number + 1}`,
    title: `"${about} ${number}"`,
    type: pick(TYPES),
    points: pick(POINTS),
    status: 'Backlog',
  };
}

/** @param {ReturnType<typeof makeItem>} item @param {string} at */
function row(item, at) {
  const from = item.status;
  item.status = statusAfter(from);
  const cells = [item.id, item.title, item.type, pick(PEOPLE), from, item.status, at, item.points];
  return `${cells.join(',')}\n`;
}

/** Mostly forward, sometimes back. @param {string} from */
function statusAfter(from) {
  const stage = STAGES.indexOf(from); // −1: cancelled; it begins anew
  if (stage !== -1 && below(60) === 0) return CANCELLED;
  const next = below(8) === 0 ? Math.max(0, stage - 1) : (stage + 1) % STAGES.length;
  return /** @type {string} */ (STAGES[next]);
}

function* lines() {
  yield 'id,title,type,assignee,from,to,timestamp,points\n';
  /** @param {number} index */
  const stamp = (index) => new Date(START + index * STEP_MS + below(STEP_MS)).toISOString().replace(/\.\d+/, '');
  if (values.shape === 'by-item') {
    for (let number = 0, written = 0; number < items; number++) {
      const item = makeItem(number);
      const end = Math.round(((number + 1) * rows) / items);
      for (; written < end; written++) yield row(item, stamp(written));
    }
    return;
  }
  // Items arrive at an even pace, and people work on the latest.
  /** @type {ReturnType<typeof makeItem>[]} */
  const made = [];
  let last = '';
  for (let index = 0; index < rows; index++) {
    const due = Math.min(items, Math.floor((index * items) / rows) + 1);
    let number = made.length;
    if (made.length < due) made.push(makeItem(number));
    else if (below(1000) === 0) {
      yield last;
      continue;
    } else number -= 1 + below(Math.min(number, 4000));
    last = row(/** @type {ReturnType<typeof makeItem>} */ (made[number]), stamp(index));
    yield last;
  }
}

const out = createWriteStream(path);
let block = '';
for (const line of lines()) {
  block += line;
  if (block.length < 1 << 16) continue;
  if (!out.write(block)) await once(out, 'drain');
  block = '';
}
out.end(block);
await finished(out);
