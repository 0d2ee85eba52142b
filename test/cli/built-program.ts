import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What the test runner leaves in the environment and a user does not have. */
const FOREIGN = /^(NODE_|VITEST|FORCE_COLOR|NO_COLOR|XDG_CACHE_HOME$)/;

/** How a process is started, where that differs from what is usual. */
export interface Start {
  input?: string;
  /** Added to the environment; undefined takes away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Options of Node's own. */
  flags?: readonly string[];
}

/** The program, built into a folder of its own, which is its working folder and the home of whoever runs it. */
export class BuiltProgram {
  readonly folder: string = mkdtempSync(join(realpathSync(tmpdir()), 'pitwall-process-'));
  readonly bin: string = join(this.folder, 'bin/pitwall.js');
  readonly dist: string = join(this.folder, 'dist');

  constructor(files: Readonly<Record<string, string>>) {
    for (const part of ['bin', 'package.json']) cpSync(join(root, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    const build = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), this.dist], { encoding: 'utf8' });
    expect(build.stderr).toBe('');
    for (const [name, contents] of Object.entries(files)) writeFileSync(join(this.folder, name), contents);
  }

  /** The environment of a user whose home is this folder. */
  environment(changes: Start['env'] = {}): Record<string, string> {
    const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
    const all = { ...Object.fromEntries(own), HOME: this.folder, LOCALAPPDATA: this.folder, ...changes };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  run(args: readonly string[], { input, env, flags = [] }: Start = {}): SpawnSyncReturns<string> {
    const options = { cwd: this.folder, encoding: 'utf8', input, env: this.environment(env) } as const;
    return spawnSync(process.execPath, [...flags, this.bin, ...args], options);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
