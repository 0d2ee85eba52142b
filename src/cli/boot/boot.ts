import * as nodeModule from 'node:module';
import { canKeepIn, codeFolder } from './code-folder.ts';

/** Since Node 22.1. Taken from the module object: a named import fails on older versions. */
const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };

/** These load almost nothing, and a cache from them would lack the code that a report compiles. */
const BRIEF = new Set(['--version', '-V', '-v']);

/**
 * Makes Node keep the compiled code of the program in the user's own cache folder, so that the next run need not compile
 * it again. Node writes the files, checks them against the program, and does nothing if NODE_DISABLE_COMPILE_CACHE is
 * set. If anything fails here, the program only starts a little slower.
 */
export function keepCompiledCode(): void {
  // Coverage is not exact for code that this run did not compile.
  if (enableCompileCache === undefined || process.env.NODE_V8_COVERAGE) return;
  if (process.argv.length === 3 && BRIEF.has(process.argv[2] ?? '')) return;
  const folder = codeFolder(process.env, process.platform);
  try {
    if (folder !== null && canKeepIn(folder)) enableCompileCache(folder);
  } catch {
    // A full or read-only disk does not matter here.
  }
}
