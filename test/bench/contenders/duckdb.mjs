// node duckdb.mjs <log.csv> <workflow.json> [threads]: the figures as JSON on standard output.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbFigures } from './duckdb-figures.mjs';

const [file, workflow, threads] = /** @type {[string, string, string | undefined]} */ (process.argv.slice(2));
const stages = JSON.parse(readFileSync(workflow, 'utf8')).workflow;
const figures = await duckdbFigures(DuckDBInstance, file, stages, threads === undefined ? null : Number(threads));
console.log(JSON.stringify(figures));
