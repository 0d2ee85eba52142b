import { readFileSync } from 'node:fs';

/** @typedef {{ stage: string, kind: string, statuses?: string[] }} Stage */
/** @typedef {Record<string, any>} Row */

/** The beginnings of the scripts' names. Each pair uses the tables of those before it. */
const GROUPS = ['', 'waste-', 'ways-', 'checks-'];
const POINTS = ['50', '70', '85', '95'];
const sql = (/** @type {string} */ name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * The figures of a log by SQL, in the shape of the JSON report.
 *
 * @param {typeof import('@duckdb/node-api').DuckDBInstance} DuckDBInstance
 * @param {string} file
 * @param {readonly Stage[]} workflow
 * @param {number | null} threads null: as many as DuckDB chooses
 * @param {boolean} [waste] whether to compute the cost of waste and the figures after it in the report, too
 */
export async function duckdbFigures(DuckDBInstance, file, workflow, threads, waste = true) {
  const groups = waste ? GROUPS : GROUPS.slice(0, 1);
  const scripts = groups.map((group) => `${group}figures.sql`);
  const questions = groups.map((group) => `${group}answers.sql`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    if (threads !== null) await connection.run(`SET threads = ${threads}`);
    await connection.run(stageTable(workflow));
    for (const statement of scripts.flatMap((name) => statements(sql(name).replaceAll('$file', literal(file))))) {
      await connection.run(statement);
    }
    /** @type {Row} */
    const figures = {};
    for (const statement of questions.flatMap((name) => statements(sql(name)))) {
      const [, name] = /** @type {RegExpExecArray} */ (/^-- (\S+)$/m.exec(statement));
      const rows = (await connection.runAndReadAll(statement)).getRowObjectsJS().map(plain);
      put(figures, /** @type {string} */ (name), rows);
    }
    return figures;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** @param {readonly Stage[]} workflow */
function stageTable(workflow) {
  const rows = workflow.flatMap(({ stage, kind, statuses }, place) =>
    (statuses ?? [stage]).map((status) => `(${place}, ${[stage, kind, status].map(literal).join(', ')})`),
  );
  return `CREATE TEMP TABLE stage AS SELECT * FROM (VALUES ${rows.join(', ')}) AS s(place, name, kind, status)`;
}

const literal = (/** @type {string} */ text) => `'${text.replaceAll("'", "''")}'`;

/** The statements of a script, comments and all. @param {string} script */
function statements(script) {
  return script.split(/;\s*(?:\n|$)/).filter((statement) => statement.trim() !== '');
}

/**
 * Whole numbers come as bigints, decimals as numbers; the percentiles of a distribution as a list.
 *
 * @param {Row} row
 * @returns {Row}
 */
function plain(row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'percentilesDays'
        ? Object.fromEntries(POINTS.map((point, at) => [point, value?.[at] ?? null]))
        : plainValue(value),
    ]),
  );
}

/** @param {unknown} value @returns {unknown} */
function plainValue(value) {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plain(value) : value;
}

/** Lists where the report has lists, objects where it has objects. @param {Row} figures @param {string} name @param {Row[]} rows */
function put(figures, name, rows) {
  const [group, list] = /** @type {[string, string | undefined]} */ (name.split('.'));
  if (list !== undefined) figures[group] = { ...figures[group], [list]: rows };
  else if (group === 'stages') figures[group] = rows.map(stageFigures);
  else figures[group] = { ...rows[0], ...figures[group] };
}

const DISTRIBUTION = ['meanDays', 'standardDeviationDays', 'minDays', 'maxDays', 'percentilesDays'];

/** @param {Row} row */
function stageFigures(row) {
  const figures = {
    ...row,
    timeDays: { count: row.visits, ...Object.fromEntries(DISTRIBUTION.map((key) => [key, row[key]])) },
  };
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !DISTRIBUTION.includes(name)));
}
