// Runs ahead of the program and decides how it is loaded. Compiling what one report needs takes as long as starting Node
// itself; code that an earlier run compiled is there at once. The program is then one script, because V8 keeps code of
// scripts only, not of modules. Whatever goes wrong here is no one's concern: the modules always work.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { choiceOf } from './choice.ts';
import { readCode, writeCode } from './code-file.ts';
import { canKeepIn, codeFolder, isOwnFolder } from './code-folder.ts';
import { codeName, partName, tidy } from './kept-code.ts';

// The build puts it here: the file name of the program as one script, with a sum of its contents.
declare const PITWALL_SCRIPT: string;

/** What the program offers, loaded either way. */
export interface Program {
  main(): Promise<void>;
}

/** A run that works longer no longer has all the code that it ran. In microseconds of processor time. */
const LONG = 1_500_000;

/** The script is one function, called like this. */
type Body = (require: NodeJS.Require, module: { exports: unknown }, url: string) => void;

/**
 * Keeps the code once the command has ended well, its output and its status with it. Only then is what it ran compiled.
 * Whoever made it wait for this would not see it: the exit status is known, and nothing more will be printed.
 */
function keepAtEnd(script: Script, folder: string, name: string, hasPart: boolean): void {
  process.once('exit', (status) => {
    const { system, user } = process.cpuUsage();
    const isLong = system + user > LONG;
    if (status !== 0 || (isLong && hasPart)) return;
    try {
      writeCode(join(folder, isLong ? partName(name) : name), script.createCachedData());
      tidy(folder);
    } catch {
      // The next run tries again.
    }
  });
}

function load(folder: string): Program | null {
  const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ? [process.env.NODE_OPTIONS] : [])];
  const choice = choiceOf(process.argv.slice(2), flags, process.env);
  const kept = choice === 'modules' ? null : codeFolder(process.env, process.platform);
  if (kept === null) return null;

  const name = codeName(PITWALL_SCRIPT, flags);
  const isOwn = isOwnFolder(kept);
  const all = isOwn ? readCode(join(kept, name)) : null;
  const cachedData = all ?? (isOwn ? readCode(join(kept, partName(name))) : null);
  // Without code, the script is slower than the modules: that is worth it where it leaves code behind.
  if (cachedData === null && !(choice === 'keep' && canKeepIn(kept))) return null;

  const filename = join(folder, PITWALL_SCRIPT);
  const script = new Script(readFileSync(filename, 'latin1'), {
    // Without its folder: the name is kept along with the code.
    filename: PITWALL_SCRIPT,
    ...(cachedData && { cachedData }),
  });
  const fits = cachedData !== null && script.cachedDataRejected === false;
  if (!fits && !(choice === 'keep' && canKeepIn(kept))) return null;
  const module = { exports: {} };
  const body = script.runInThisContext() as Body;
  body(createRequire(filename), module, pathToFileURL(filename).href);
  if (choice === 'keep' && (!fits || all === null)) keepAtEnd(script, kept, name, fits);
  return module.exports as Program;
}

/**
 * The program out of compiled code, or as a script that leaves compiled code behind.
 * @param folder where the build put the program
 * @returns null if the program is to be loaded as modules
 */
export function compiledProgram(folder: string): Program | null {
  try {
    return load(folder);
  } catch {
    return null;
  }
}
