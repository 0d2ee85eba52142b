// The examples of docs/library.md, as whoever installed the package runs them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

/** What a program has printed so far, on both streams. */
class Printed {
  text = '';
  readonly child: ChildProcess;

  constructor(child: ChildProcess) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.text += text;
      });
    }
  }

  /** Waits until the text matches. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.text);
      if (found !== null) return found;
      if (this.child.exitCode !== null) throw new Error(`it ended with ${this.child.exitCode}:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What the prompt of Node shows for each line. */
export async function atPrompt(lines: readonly string[], cwd: string): Promise<string> {
  const printed = new Printed(
    spawn(process.execPath, ['--interactive'], { cwd, env: { ...process.env, TERM: 'dumb' } }),
  );
  const { child } = printed;
  try {
    await printed.until(/> $/);
    const answers: string[] = [];
    for (const line of lines) {
      printed.text = '';
      child.stdin?.write(`${line}\n`);
      await printed.until(/(^|\n)> $/);
      answers.push(printed.text.replace(/> $/, '').replace(/^undefined\n$|\nundefined\n$/, '\n'));
    }
    return answers.filter((text) => text.trim() !== '').join('');
  } finally {
    child.stdin?.end();
    await once(child, 'exit');
  }
}

/** A server of an example, while it runs. */
export interface Served {
  /** Sends an upload: the status and the answer. */
  post(body: string | Uint8Array): Promise<{ status: number; answer: Record<string, unknown> }>;
  /** Sends an upload in pieces of unknown number, until it is answered. */
  postWithoutEnd(piece: Uint8Array): Promise<number>;
  /** Begins an upload and goes. */
  leave(piece: string): Promise<void>;
  /** Waits until it has printed that. */
  printed(pattern: RegExp): Promise<unknown>;
}

/** Runs a server that prints its port, as long as it is used. */
export async function serving(script: string, cwd: string, use: (served: Served) => Promise<void>): Promise<void> {
  const printed = new Printed(spawn(process.execPath, [script], { cwd, env: { ...process.env, PORT: '0' } }));
  try {
    const [, port] = await printed.until(/port (\d+)/);
    const url = `http://127.0.0.1:${port}/`;
    await use({
      post: async (body) => {
        const response = await fetch(url, { method: 'POST', body: body as string });
        return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
      },
      postWithoutEnd: (piece) =>
        new Promise((resolve, reject) => {
          const upload = request(url, { method: 'POST' }, (response) => resolve(response.statusCode ?? 0));
          upload.on('error', reject);
          const send = () => {
            while (upload.write(piece));
            upload.once('drain', send);
          };
          send();
        }),
      leave: async (piece) => {
        const upload = request(url, { method: 'POST' });
        upload.on('error', () => {});
        await new Promise((sent) => upload.write(piece, sent));
        setTimeout(() => upload.destroy(), 100);
      },
      printed: (pattern) => printed.until(pattern),
    });
  } finally {
    printed.child.kill();
    await once(printed.child, 'exit');
  }
}
