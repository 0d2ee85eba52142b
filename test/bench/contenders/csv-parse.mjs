// Counts the rows of a CSV file with csv-parse, and does nothing else.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const file = /** @type {string} */ (process.argv[2]);
let rows = -1; // the header
for await (const _ of createReadStream(file, { highWaterMark: 1 << 18 }).pipe(parse())) rows++;
console.log(rows);
