// Reads every byte of a file once. No reader in JavaScript can be faster.
import { closeSync, openSync, readSync } from 'node:fs';

const file = openSync(/** @type {string} */ (process.argv[2]), 'r');
const block = new Uint8Array(1 << 18);
let lines = 0;
for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
  for (let index = 0; index < length; index++) if (block[index] === 10) lines++;
}
closeSync(file);
console.log(lines - 1);
