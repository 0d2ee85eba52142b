// Compares the report of a million changes with other ways to the same figures: node test/bench/compare.mjs [rows=1000002] [runs=5]
//
// Each way is a process of its own, measured from outside, and they take turns. If two compute the same figures, these must
// be equal, or the script writes nothing.
import { readFileSync } from 'node:fs';
import { pandas, pitwall, pythonWithPandas, script, workflow } from './kit/commands.mjs';
import { transitionLog } from './kit/data.mjs';
import { differences, withCounts } from './kit/differences.mjs';
import { measureInTurns } from './kit/measure.mjs';
import { comparison, count, machine, writeSection } from './kit/page.mjs';

const PITWALL = 'pitwall report, workflow configured';
/** All figures of the report. */
const DUCKDB = 'DuckDB, the same figures in SQL';
/** From the items to the hand-offs: without the cost of waste and the figures after it. */
const DUCKDB_LESS = 'DuckDB, up to the hand-offs only';
const DUCKDB_ONE = 'DuckDB, the same, one thread';
const PANDAS = 'pandas, percentiles of cycle time only';

const [rows = 1_000_002, runs = 5] = process.argv.slice(2).map(Number);
const file = transitionLog(rows);
const python = pandas('cycle_time.py', file);
const names = [PITWALL, DUCKDB, DUCKDB_LESS, DUCKDB_ONE, ...(python === null ? [] : [PANDAS])];
/** The output of each command, by name. @type {Map<string, any>} */
const answers = new Map();
const measured = measureInTurns(
  {
    [PITWALL]: pitwall(file, '--config', workflow),
    'pitwall report, workflow inferred': pitwall(file),
    [DUCKDB]: script('duckdb.mjs', file, workflow),
    [DUCKDB_LESS]: script('duckdb.mjs', file, workflow, 'all', 'without-waste'),
    [DUCKDB_ONE]: script('duckdb.mjs', file, workflow, '1'),
    ...(python === null ? {} : { [PANDAS]: python }),
    'csv-parse, rows counted only': script('csv-parse.mjs', file),
    'PapaParse, rows counted only': script('papaparse.mjs', file),
    'byte loop, lines counted only': script('byte-loop.mjs', file),
  },
  runs,
  (outputs) => {
    for (const name of names) answers.set(name, JSON.parse(readFileSync(outputs.get(name) ?? '', 'utf8')));
    checkAnswers();
  },
);

const versions = [
  `DuckDB ${versionOf('@duckdb/node-api')}`,
  `csv-parse ${versionOf('csv-parse')}`,
  `PapaParse ${versionOf('papaparse')}`,
  ...(python === null ? [] : [`pandas ${pythonWithPandas()?.version}`]),
];
writeSection(
  'comparison',
  `${count(rows)} changes of ${count(answers.get(PITWALL).items.total)} items. ${machine(runs)} ${versions.join(', ')}.

${comparison(measured, PITWALL)}`,
);

/** Wrong answers are useless, so every turn is checked, including the first. */
function checkAnswers() {
  const report = answers.get(PITWALL);
  for (const name of [DUCKDB, DUCKDB_LESS, DUCKDB_ONE]) check(name, answers.get(name), withCounts(report));
  if (python !== null) check(PANDAS, answers.get(PANDAS), percentilesAsPandas(report));
}

/** @param {string} name @param {unknown} others @param {unknown} ours */
function check(name, others, ours) {
  const found = differences(others, ours);
  if (found.length > 0) throw new Error(`${name} and pitwall differ:\n${found.join('\n')}`);
}

/** @param {any} report */
function percentilesAsPandas({ cycleTime }) {
  return Object.fromEntries(
    Object.entries(cycleTime.percentilesDays).map(([key, value]) => [`${Number(key) / 100}`, value]),
  );
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}
