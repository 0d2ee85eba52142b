#!/usr/bin/env node
// Not a module: Node would load what loads modules first, which takes longer than all of this.
const { join } = require('node:path');

// What Node gives to a module that waits for what never comes. The program sets its own when it has ended.
process.exitCode = 13;

const dist = join(__dirname, '../dist');
const program = require('../dist/start.cjs').compiledProgram(dist);
if (program === null) import('../dist/cli.js').then(({ main }) => main());
else program.main();
