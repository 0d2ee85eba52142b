// Reads a JSON file whole with JSON.parse and counts its objects, and does nothing else.
import { readFileSync } from 'node:fs';

console.log(JSON.parse(readFileSync(/** @type {string} */ (process.argv[2]), 'utf8')).length);
