// Compares a report on a JSON log with JSON.parse of the same text: node test/bench/json.mjs [objects=1000000] [runs=5]
import { statSync } from 'node:fs';
import { pitwall, script } from './kit/commands.mjs';
import { jsonLog } from './kit/data.mjs';
import { measureInTurns } from './kit/measure.mjs';
import { comparison, count, machine, megabytes, writeSection } from './kit/page.mjs';

const [objects = 1_000_000, runs = 5] = process.argv.slice(2).map(Number);
const file = jsonLog(objects);
const measured = measureInTurns(
  {
    'pitwall report': pitwall(file),
    'JSON.parse, objects counted only': script('json-parse.mjs', file),
    'byte loop, lines counted only': script('byte-loop.mjs', file),
  },
  runs,
);
writeSection(
  'json',
  `An array of ${count(objects)} objects, ${megabytes(statSync(file).size / 1e6)}. ${machine(runs)}

${comparison(measured, 'pitwall report')}`,
);
