// Files that could make a report take quadratic time. Each is written for a number of rows.

const STATUSES = ['Backlog', 'Selected', 'In Progress', 'Review', 'Testing', 'Ready', 'Done'];
const HEADER = 'id,title,assignee,from,to,timestamp\n';
const START = Date.UTC(2024, 0, 1);

/** @typedef {(row: number, rows: number) => { id?: number, title?: string, assignee?: string, from?: string | undefined, to?: string | undefined, at?: number }} Row */

const YEAR_101 = (Date.UTC(101, 0, 1) - START) / 1000;

/** @param {number} at seconds */
const instant = (at) => new Date(START + at * 1000).toISOString();

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

/** Every number below `rows` once, in an irregular order. @param {number} row @param {number} rows */
function scattered(row, rows) {
  const prime = 2_654_435_761; // larger than any number of rows here, and prime to it
  return Number((BigInt(row) * BigInt(prime)) % BigInt(rows));
}

/** The differences from the usual row. @type {Record<string, Row>} */
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
  'every row another status': (row) => ({ from: `Status ${row}`, to: `Status ${row + 9}` }),
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
  'unknown statuses under a configured workflow': (rows) =>
    lines((row) => ({ from: `Odd ${Math.floor((row + 9) / 10)}`, to: `Odd ${Math.floor(row / 10)}` }), rows),
  'one item, blocked and free in turn': (rows) =>
    inBlocks('id,from,to,timestamp,blocked\n', rows, (row) => {
      const [from, to] = row % 2 === 0 ? ['Review', 'Testing'] : ['Testing', 'Review'];
      return `FLOW-1,${from},${to},${instant(row * 60)},${row % 4 < 2 ? 'yes' : 'no'}\n`;
    }),
  'only dates, every row another status of today': (rows) =>
    inBlocks('id,status,created,started,finished\n', rows, (row) => {
      const status = row % 2 === 0 ? `Backlog ${row}` : `Thing ${row}`;
      return `FLOW-${row},${status},2024-01-01,2024-01-02,${row % 3 === 0 ? '' : '2024-02-01'}\n`;
    }),
  'eight rows, each with very many people': (rows) =>
    inBlocks('id,assignee,from,to,timestamp\n', 8, (row) => {
      const people = Array.from({ length: rows / 50 }, (_, person) => `${row % 2 === 0 ? 'a' : 'b'}${person}`);
      const [from, to] = row === 7 ? ['Review', 'Done'] : row % 2 === 0 ? ['Testing', 'Review'] : ['Review', 'Testing'];
      return `FLOW-1,"${people.join(';')}",${from},${to},${instant(row * 60)}\n`;
    }),
  'one instant in the year 101': (rows) => lines((row) => ({ at: row === 0 ? YEAR_101 : row * 60 }), rows),
  'eight rows, very many columns': (rows) => wide(rows),
  'cells of 1 MB': (rows) => longCells(Math.max(1, Math.round(rows / 10_000))),
  'a file of quotes': (rows) => [HEADER, '"'.repeat(rows * 70)],
  'one line without an end': (rows) => [HEADER, ','.repeat(rows * 70)],
};

/** The shapes that are read with the workflow configured. */
export const CONFIGURED = new Set(['unknown statuses under a configured workflow']);

/** @param {Row} row @param {number} rows */
function lines(row, rows) {
  return inBlocks(HEADER, rows, (index) => {
    const { id, title, assignee, from, to, at } = { ...usual(index), ...row(index, rows) };
    return `FLOW-${id},${title},${assignee},${from},${to},${Number.isNaN(at) ? 'soon' : instant(at)}\n`;
  });
}

/** @param {string} header @param {number} rows @param {(row: number) => string} line */
function* inBlocks(header, rows, line) {
  let text = header;
  for (let row = 0; row < rows; row++) {
    text += line(row);
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** As many columns as a fifth of the rows. @param {number} rows */
function* wide(rows) {
  const columns = Array.from({ length: Math.round(rows / 5) }, (_, column) => `column ${column}`);
  yield `id,from,to,timestamp,${columns.join(',')}\n`;
  for (let row = 0; row < 8; row++) {
    const [from, to] = row % 2 === 0 ? ['Testing', 'Review'] : ['Review', 'Testing'];
    yield `FLOW-1,${from},${to},${instant(row * 60)},${columns.map((_, column) => (column % 7 === 0 ? row : '')).join(',')}\n`;
  }
}

/** @param {number} rows */
function* longCells(rows) {
  yield HEADER;
  const text = 'A title, ""quoted"", and long. '.repeat(Math.ceil(2 ** 20 / 30));
  for (let row = 0; row < rows; row++) {
    yield `FLOW-${row % 7},"${text}",dev1,Backlog,Done,${instant(row * 60)}\n`;
  }
}
