import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Ask, Page, TextSink } from '../../src/cli/session.ts';

/** A small log: two items from start to finish, one in progress. */
export const LOG = `id,type,from,to,at
A-1,Bug,,Backlog,2026-01-05T09:00:00Z
A-1,Bug,Backlog,In progress,2026-01-06T09:00:00Z
A-1,Bug,In progress,Done,2026-01-08T09:00:00Z
A-2,Story,,Backlog,2026-01-05T10:00:00Z
A-2,Story,Backlog,In progress,2026-01-07T10:00:00Z
A-2,Story,In progress,Done,2026-01-12T10:00:00Z
A-3,Story,,Backlog,2026-01-09T10:00:00Z
A-3,Story,Backlog,In progress,2026-01-13T10:00:00Z
`;

/** The same with a row that has no readable date. */
export const FLAWED_LOG = `${LOG}A-4,Bug,,Backlog,soon\n`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files, removed after the tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pitwall-'));
  folders.push(folder);
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

/** A stream that keeps what is written to it. */
export class Screen implements TextSink {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly rows: number | undefined;

  constructor(terminal: { columns?: number; rows?: number } | null = null) {
    this.isTTY = terminal !== null;
    this.columns = terminal?.columns;
    this.rows = terminal?.rows;
  }

  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line in memory. */
export async function pitwall(
  argv: readonly string[],
  world: {
    cwd?: string;
    env?: Record<string, string>;
    stdin?: string;
    typing?: boolean;
    stdout?: TextSink;
    stderr?: TextSink;
    ask?: Ask;
    page?: Page;
  } = {},
): Promise<Outcome> {
  const stdout = world.stdout ?? new Screen();
  const stderr = world.stderr ?? new Screen();
  const stdin = Object.assign(Readable.from([world.stdin ?? '']), { isTTY: world.typing ?? false });
  const cwd = world.cwd ?? folderWith({});
  const ask = world.ask === undefined ? {} : { ask: world.ask };
  const page = world.page === undefined ? {} : { page: world.page };
  const status = await run({ argv, stdin, stdout, stderr, env: world.env ?? {}, cwd, ...ask, ...page });
  return {
    status,
    stdout: stdout instanceof Screen ? stdout.text : '',
    stderr: stderr instanceof Screen ? stderr.text : '',
  };
}
