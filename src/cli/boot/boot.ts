import * as nodeModule from 'node:module';
import { canKeepIn, codeFolder } from './code-folder.ts';

/** Since Node 22.1. Asked of the module: to import it by name fails where Node lacks it. */
const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };

/** These load next to nothing, and what they leave would stand in the way of what a report compiles. */
const BRIEF = new Set(['--version', '-V', '-v']);

/**
 * Has Node keep what it compiles of the program in the user's own cache folder, so that the next run need not compile
 * it again. Node writes the files, checks them against the program, and does without where
 * NODE_DISABLE_COMPILE_CACHE is set. Whatever goes wrong here leaves a program that starts a little slower.
 */
export function keepCompiledCode(): void {
  // Coverage is not exact for code that was not compiled by the run.
  if (enableCompileCache === undefined || process.env.NODE_V8_COVERAGE) return;
  if (process.argv.length === 3 && BRIEF.has(process.argv[2] ?? '')) return;
  const folder = codeFolder(process.env, process.platform);
  try {
    if (folder !== null && canKeepIn(folder)) enableCompileCache(folder);
  } catch {
    // A disk that is full or refuses: nobody's concern.
  }
}
