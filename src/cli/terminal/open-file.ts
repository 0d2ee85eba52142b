import { resolve } from 'node:path';
import { PitwallError } from '../../index.ts';
import type { Session } from '../session.ts';

/** The program of each system that opens a file with what its user has chosen for it. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  // The file is an argument of its own, so no character of its name is read as a command.
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};

/**
 * Opens a file in the user's browser and does not wait for it.
 * @throws PitwallError `cannot-open` if the system has no program for it
 */
export async function openFile(path: string, { cwd }: Pick<Session, 'cwd'>): Promise<void> {
  // Few runs need it, and loading it takes a tenth of a small report's time.
  const { spawn } = await import('node:child_process');
  const [command = 'xdg-open', ...first] = OPENERS[process.platform] ?? [];
  const child = spawn(command, [...first, resolve(cwd, path)], { detached: true, shell: false, stdio: 'ignore' });
  await new Promise<void>((done, fail) => {
    child.once('spawn', done);
    child.once('error', () =>
      fail(new PitwallError('cannot-open', `${command} does not run here`, '--open', `Open it yourself: ${path}`)),
    );
  });
  child.unref();
}
