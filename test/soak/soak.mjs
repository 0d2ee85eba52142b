// Reads the same random log in every form that a file can have, and looks whether all come to the same:
// node test/soak/soak.mjs [--minutes n]   else until it is stopped
//                         [--seed n]      the log of one seed alone
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'pitwall-soak-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const { command, reader } = await bundle(folder);
const { soak } = await import(pathToFileURL(command).href);
await soak(reader, process.argv.slice(2));
