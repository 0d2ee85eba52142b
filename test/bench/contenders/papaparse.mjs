// Counts the rows of a CSV file with PapaParse, and does nothing else.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

const file = /** @type {string} */ (process.argv[2]);
let rows = -1; // the header
await new Promise((resolve, reject) => {
  Papa.parse(createReadStream(file, { highWaterMark: 1 << 18 }), {
    skipEmptyLines: true,
    step: () => {
      rows++;
    },
    complete: resolve,
    error: reject,
  });
});
console.log(rows);
