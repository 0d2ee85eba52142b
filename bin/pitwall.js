#!/usr/bin/env node
// Not a module: Node would load what loads modules first, which takes longer than all of this.
const { join } = require('node:path');

const dist = join(__dirname, '../dist');
const program = require('../dist/start.cjs').compiledProgram(dist);
if (program === null) import('../dist/cli.js').then(({ main }) => main());
else program.main();
