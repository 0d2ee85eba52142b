// Writes fixtures/example/content-board.csv: half a year on the board of an invented marketing team, with invented people
// and campaigns. The same seed gives the same file.
//
// node tools/generate-example.mjs [folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SEED = 20260105;
const ITEMS = 122;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Local times are computed as if they were UTC, and written with the offset of Madrid. */
const FIRST = Date.UTC(2026, 0, 5, 9);
const LAST = Date.UTC(2026, 5, 30, 17);
const SUMMER_TIME = Date.UTC(2026, 2, 29, 2);
const HOLIDAYS = new Set(['2026-01-06', '2026-04-02', '2026-04-03', '2026-05-01']);

/** @typedef {{ id: string, title: string, type: string, points: string, created: number }} Item */
/** @typedef {Item & { from: string, to: string, at: number, assignee: string }} Row */

/** Mulberry32: 32 bits of state are enough for a few thousand draws. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomFrom(SEED);

/** @template T @param {readonly T[]} list @returns {T} */
const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
/** @param {number} share */
const chance = (share) => random() < share;

/** A log-normal draw: most are near the median, a few are several times it. @param {number} median @param {number} spread */
function around(median, spread) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}

/** @param {number} at */
const isWorkday = (at) =>
  ![0, 6].includes(new Date(at).getUTCDay()) && !HOLIDAYS.has(new Date(at).toISOString().slice(0, 10));

/** The instant that many working hours (9 to 17) later. @param {number} at @param {number} hours */
function later(at, hours) {
  let now = at;
  let left = hours * HOUR;
  for (;;) {
    const midnight = Math.floor(now / DAY) * DAY;
    const [open, close] = [midnight + 9 * HOUR, midnight + 17 * HOUR];
    if (isWorkday(now)) {
      const start = Math.max(now, open);
      if (start + left < close) return start + left;
      left -= Math.max(0, close - start);
    }
    now = midnight + DAY;
  }
}

const TOPICS = [
  'spring sale',
  'loyalty programme',
  'mobile app',
  'new store in Porto',
  'gift cards',
  'summer collection',
  'same-day delivery',
  'repair service',
  'trade-in offer',
  'student discount',
  'annual report',
  'customer survey',
  'product quiz',
  'partner programme',
  'garden range',
  'winter clearance',
  'returns policy',
  'size guide',
  'Mother’s Day',
  'back to school',
  'recycled packaging',
  'click and collect',
  'kitchen range',
  'price promise',
  'spring webinar',
  'podcast launch',
];

/** @type {Record<string, { titles: ((topic: string) => string)[], points: string[], effort: number, legal: number }>} */
const TYPES = {
  Campaign: {
    titles: [(topic) => `Campaign: ${topic}`],
    points: ['8', '13', '5', '8'],
    effort: 1.8,
    legal: 0.95,
  },
  'Landing page': {
    titles: [(topic) => `Landing page: ${topic}`, (topic) => `Landing page refresh: ${topic}`],
    points: ['3', '5', '5', '8'],
    effort: 1.2,
    legal: 0.7,
  },
  'Blog post': {
    titles: [
      (topic) => `Five questions about ${topic}`,
      (topic) => `Behind the scenes: ${topic}`,
      (topic) => `Customer story: ${topic}`,
    ],
    points: ['2', '3', '3', '5'],
    effort: 1,
    legal: 0.3,
  },
  Email: {
    titles: [
      (topic) => `Newsletter: ${topic}`,
      (topic) => `Reminder email: ${topic}`,
      (topic) => `Announcement: ${topic}`,
    ],
    points: ['1', '2', '2', '3'],
    effort: 0.6,
    legal: 0.35,
  },
};

const WRITERS = ['Mara', 'Tomas', 'Ilse', 'Noor', 'Dani'];
const REVIEWERS = ['Olu', 'Greta'];
const LAWYER = 'Vera';
const PUBLISHER = 'Jun';

/** Median working hours in each stage. Waits are long and uneven, work is short. */
const HOURS = {
  Backlog: [44, 0.9],
  Brief: [5, 0.6],
  Writing: [15, 0.6],
  'Waiting for review': [22, 0.8],
  Review: [4, 0.6],
  'Legal approval': [40, 0.7],
  Publishing: [4, 0.7],
};

/** One item on its way across the board, with its rows so far. */
class Journey {
  /** @type {Row[]} */
  rows = [];
  #status = '';

  /** @param {Item} item */
  constructor(item) {
    this.item = item;
    this.at = item.created;
    this.type = /** @type {(typeof TYPES)[string]} */ (TYPES[item.type]);
    this.writer = pick(WRITERS);
    this.reviewer = pick(REVIEWERS);
    this.needsLegal = chance(this.type.legal);
  }

  /** @param {string} to @param {string} assignee */
  move(to, assignee) {
    this.rows.push({ ...this.item, from: this.#status, to, at: this.at, assignee });
    this.#status = to;
  }

  /** @param {keyof typeof HOURS} stage @param {number} [factor] */
  spend(stage, factor = 1) {
    const [median, spread] = /** @type {[number, number]} */ (HOURS[stage]);
    this.at = later(this.at, Math.max(0.2, around(median * factor, spread)));
  }

  /** Drops the item by chance. @param {number} share @returns {boolean} true if it was dropped */
  cancel(share) {
    if (!chance(share)) return false;
    this.move('Cancelled', '');
    return true;
  }
}

/** One item's way across the board, as far as it gets. @param {Item} item @returns {Row[]} */
function life(item) {
  const journey = new Journey(item);
  if (write(journey) && check(journey)) publish(journey);
  return journey.rows;
}

/** From the backlog to the first draft. @param {Journey} journey @returns {boolean} false if the item is dropped */
function write(journey) {
  const { type, writer } = journey;
  journey.move('Backlog', '');
  journey.spend('Backlog');
  if (journey.cancel(0.04)) return false;
  journey.move('Brief', writer);
  journey.spend('Brief', type.effort);
  if (chance(0.06)) {
    // Rejected for now: back to the backlog for a while.
    journey.move('Backlog', '');
    journey.spend('Backlog');
    journey.move('Brief', writer);
    journey.spend('Brief', 0.5 * type.effort);
  }
  journey.move('Writing', writer);
  journey.spend('Writing', type.effort);
  return !journey.cancel(0.03);
}

/** Rounds of review and approval until both pass. @param {Journey} journey @returns {boolean} false if the item is dropped */
function check(journey) {
  const { needsLegal, reviewer, type, writer } = journey;
  for (let round = 1; ; round++) {
    journey.move('Waiting for review', '');
    journey.spend('Waiting for review', round === 1 ? 1 : 0.6);
    journey.move('Review', reviewer);
    journey.spend('Review', round === 1 ? type.effort : 0.5 * type.effort);
    if (round < 4 && chance(round === 1 ? 0.27 : 0.15)) {
      journey.move('Writing', chance(0.85) ? writer : pick(WRITERS));
      journey.spend('Writing', 0.4 * type.effort);
      continue;
    }
    if (!needsLegal) return true;
    journey.move('Legal approval', LAWYER);
    journey.spend('Legal approval', round === 1 ? 1 : 0.7);
    if (round < 3 && chance(0.1)) {
      journey.move('Writing', writer);
      journey.spend('Writing', 0.3 * type.effort);
      continue;
    }
    return !journey.cancel(0.03);
  }
}

/** @param {Journey} journey */
function publish(journey) {
  const { type, writer } = journey;
  journey.move('Publishing', PUBLISHER);
  journey.spend('Publishing', type.effort);
  journey.move('Published', PUBLISHER);
  if (!chance(0.05)) return;
  // A reader found a mistake.
  journey.at = later(journey.at, around(12, 0.6));
  journey.move('Writing', writer);
  journey.spend('Writing', 0.2);
  journey.move('Publishing', PUBLISHER);
  journey.spend('Publishing', 0.5);
  journey.move('Published', PUBLISHER);
}

/** @returns {Item[]} */
function items() {
  const types = [
    'Campaign',
    'Landing page',
    'Blog post',
    'Email',
    'Blog post',
    'Email',
    'Landing page',
    'Blog post',
    'Email',
  ];
  const titles = new Set();
  const instants = [
    // The backlog when the board was created.
    ...Array.from({ length: 14 }, () => later(FIRST, random() * 6)),
    ...Array.from({ length: ITEMS - 14 }, () => {
      const day = FIRST + random() * (LAST - FIRST - 4 * DAY);
      return later(Math.floor(day / DAY) * DAY, random() * 7.9);
    }),
  ].sort((a, b) => a - b);
  return instants.map((created, index) => {
    const type = pick(types);
    const { titles: templates, points } = /** @type {(typeof TYPES)[string]} */ (TYPES[type]);
    let title = '';
    do title = pick(templates)(pick(TOPICS));
    while (titles.has(title));
    titles.add(title);
    return { id: `MKT-${index + 1}`, title, type, points: chance(0.08) ? '' : pick(points), created };
  });
}

/** @param {number} at */
function written(at) {
  const [date, time] = /** @type {[string, string]} */ (new Date(at).toISOString().split('T'));
  return `${date}T${time.slice(0, 8)}${at < SUMMER_TIME ? '+01:00' : '+02:00'}`;
}

/** @param {string} text */
const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const rows = items()
  .flatMap(life)
  .filter(({ at }) => at <= LAST)
  .sort((a, b) => a.at - b.at);

// As in real exports, a few rows occur twice because two exports overlapped, and a few are missing.
for (const place of [212, 430, 431]) rows.splice(place, 0, /** @type {Row} */ (rows[place]));
const missing = [300, 520, 700].map((place) => rows.findIndex(({ to }, index) => index >= place && to === 'Review'));
const kept = rows.filter((_, index) => !missing.includes(index));

const COLUMNS = ['id', 'title', 'type', 'points', 'created', 'from', 'to', 'timestamp', 'assignee'];
const lines = kept.map((row) =>
  [row.id, row.title, row.type, row.points, written(row.created), row.from, row.to, written(row.at), row.assignee]
    .map(cell)
    .join(','),
);
const folder = resolve(process.argv[2] ?? join(root, 'fixtures/example'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'content-board.csv'), `${[COLUMNS.join(','), ...lines].join('\n')}\n`);
