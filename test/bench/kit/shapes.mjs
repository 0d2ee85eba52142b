// Files that a report must survive in time that grows no faster than they do. Each is written for a number of rows.

const STATUSES = ['Backlog', 'Selected', 'In Progress', 'Review', 'Testing', 'Ready', 'Done'];
const HEADER = 'id,title,assignee,from,to,timestamp\n';
const START = Date.UTC(2024, 0, 1);

/** @typedef {(row: number, rows: number) => { id?: number, title?: string, assignee?: string, from?: string | undefined, to?: string | undefined, at?: number }} Row */

/** @param {number} row */
function usual(row) {
  const step = Math.floor(row / 9) % 9;
  return {
    id: (row % 9) + 9 * Math.floor(row / 81),
    title: '"Fix search, sync"',
    assignee: `dev${row % 60}`,
    from: STATUSES[(step + 6) % 7],
    to: STATUSES[step % 7],
    at: row * 60,
  };
}

/** Every number below `rows` once, in an order that looks like none. @param {number} row @param {number} rows */
function scattered(row, rows) {
  const prime = 2_654_435_761; // larger than any number of rows here, and prime to it
  return Number((BigInt(row) * BigInt(prime)) % BigInt(rows));
}

/** What differs from the usual row. @type {Record<string, Row>} */
const ROWS = {
  'usual rows': () => ({}),
  'every row another item': (row) => ({ id: row }),
  'one item with all rows': (row) => ({ id: 1, from: STATUSES[(row + 6) % 7], to: STATUSES[row % 7] }),
  'rows in random order': (row, rows) => usual(scattered(row, rows)),
  'newest row first': (row, rows) => usual(rows - 1 - row),
  'one item, all rows at one instant, chained': (row, rows) => ({
    id: 1,
    at: 0,
    from: `Status ${scattered(row, rows) % 300}`,
    to: `Status ${(scattered(row, rows) + 1) % 300}`,
  }),
  'every tenth row another status': (row) => ({
    from: `Status ${Math.floor((row + 9) / 10)}`,
    to: `Status ${Math.floor(row / 10)}`,
  }),
  'every row another person': (row) => ({ assignee: `person ${row}` }),
  'every row another title': (row) => ({ title: `"Fix search, sync ${row}"` }),
  'every row a repeated one': () => ({ id: 1, from: 'Backlog', to: 'Done', at: 0 }),
  'every row at odds with the one before': (row) => ({ from: 'Ready', to: STATUSES[row % 3] }),
  'a bad instant in every row but one': (row) => ({ at: row === 0 ? 0 : Number.NaN }),
};

/**
 * Each shape as the text of a file, in blocks.
 *
 * @type {Record<string, (rows: number) => Iterable<string>>}
 */
export const SHAPES = {
  ...Object.fromEntries(Object.entries(ROWS).map(([name, row]) => [name, (rows) => lines(row, rows)])),
  'cells of 1 MB': (rows) => longCells(Math.max(1, Math.round(rows / 10_000))),
  'a file of quotes': (rows) => [HEADER, '"'.repeat(rows * 70)],
  'one line without an end': (rows) => [HEADER, ','.repeat(rows * 70)],
};

/** @param {Row} row @param {number} rows */
function* lines(row, rows) {
  let block = HEADER;
  for (let index = 0; index < rows; index++) {
    const { id, title, assignee, from, to, at } = { ...usual(index), ...row(index, rows) };
    const instant = Number.isNaN(at) ? 'soon' : new Date(START + at * 1000).toISOString();
    block += `FLOW-${id},${title},${assignee},${from},${to},${instant}\n`;
    if (block.length < 1 << 16) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** @param {number} rows */
function* longCells(rows) {
  yield HEADER;
  const text = 'A title, ""quoted"", and long. '.repeat(Math.ceil(2 ** 20 / 30));
  for (let row = 0; row < rows; row++) {
    yield `FLOW-${row % 7},"${text}",dev1,Backlog,Done,${new Date(START + row * 60_000).toISOString()}\n`;
  }
}
