// node duckdb.mjs <log.csv> <workflow.json> [threads=all] [without-waste]: the figures as JSON on standard output.
// `without-waste` leaves out the cost of waste and the figures after it in the report.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbFigures } from './duckdb-figures.mjs';

const [file, workflow, threads = 'all', waste] = /** @type {[string, string, string?, string?]} */ (
  process.argv.slice(2)
);
const stages = JSON.parse(readFileSync(workflow, 'utf8')).workflow;
const count = threads === 'all' ? null : Number(threads);
const figures = await duckdbFigures(DuckDBInstance, file, stages, count, waste !== 'without-waste');
console.log(JSON.stringify(figures));
