#!/usr/bin/env node
// Not a module: Node would load what loads modules first, which takes longer than all of this.

// What Node gives to a module that waits for what never comes. The program sets its own when it has ended.
process.exitCode = 13;
require('../dist/boot.cjs').keepCompiledCode();
import('../dist/cli.js').then(({ main }) => main());
