// Writes the output of `npm run bench:startup` into docs/performance.md: node test/bench/starts.mjs [runs=25]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeSection } from './kit/page.mjs';

const path = fileURLToPath(new URL('startup.mjs', import.meta.url));
const { status, stdout, stderr } = spawnSync(process.execPath, [path, process.argv[2] ?? '25'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
writeSection('startup', `\`\`\`text\n${stdout.trim()}\n\`\`\``);
