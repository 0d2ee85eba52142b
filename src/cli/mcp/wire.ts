import { Readable, Writable } from 'node:stream';
import { isJSONRPCRequest, type JSONRPCMessage, type Transport } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { type Session, write } from '../session.ts';

/** Where the arguments of a call stand, as they came. */
export const ARGUMENTS = 'arguments';

/**
 * The arguments of a call within others: the protocol's own reading passes over a key `__proto__`, and what is no object
 * would never reach the tool, which says what is wrong in a line.
 */
function withWholeArguments(message: JSONRPCMessage): JSONRPCMessage {
  if (!isJSONRPCRequest(message) || message.method !== 'tools/call') return message;
  const { params } = message;
  return { ...message, params: { ...params, arguments: { [ARGUMENTS]: params?.arguments } } };
}

/**
 * The protocol over the streams of a session. What was asked before the input ended is still answered, so that requests may
 * come from a file or a pipe.
 */
export class Wire implements Transport {
  onmessage: Transport['onmessage'];
  onerror: Transport['onerror'];
  onclose: Transport['onclose'];
  /** Resolves when nothing more comes and nothing more will be written. */
  readonly ended: Promise<void>;
  private readonly inner: StdioServerTransport;
  private readonly open = new Set<unknown>();
  private answered = (): void => {};

  constructor(session: Pick<Session, 'stdin' | 'stdout'>) {
    const { stdout } = session;
    const output = new Writable({
      write: (chunk: Uint8Array, _encoding, done) => void write(stdout, chunk).then(() => done(), done),
    });
    this.inner = new StdioServerTransport(Readable.from(this.received(session.stdin), { objectMode: false }), output);
    this.ended = new Promise((resolve) => {
      this.inner.onclose = () => {
        this.onclose?.();
        resolve();
      };
    });
    this.inner.onerror = (error) => this.onerror?.(error);
    this.inner.onmessage = (message) => this.take(message);
  }

  start(): Promise<void> {
    return this.inner.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.inner.send(message);
    if ('id' in message && !('method' in message)) this.settle(message.id);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private take(message: JSONRPCMessage): void {
    if (isJSONRPCRequest(message)) this.open.add(message.id);
    else if ('method' in message && message.method === 'notifications/cancelled') {
      // Nobody answers it.
      this.settle(message.params?.requestId);
    }
    this.onmessage?.(withWholeArguments(message));
  }

  private settle(id: unknown): void {
    this.open.delete(id);
    if (this.open.size === 0) this.answered();
  }

  private async *received(stdin: Session['stdin']): AsyncGenerator<Uint8Array> {
    for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    // The last chunk is on its way to `take`.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.open.size > 0) {
      await new Promise<void>((resolve) => {
        this.answered = resolve;
      });
    }
  }
}
