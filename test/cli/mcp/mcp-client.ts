import { Client, type ClientOptions } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { BuiltProgram } from '../built-program.ts';

/** What a tool gave back. */
export interface Given {
  text: string;
  isError: boolean;
  answer: string;
  // biome-ignore lint/suspicious/noExplicitAny: the contract's JSON, of which each test reads its part
  result: any;
  shortened: { list: string; offset: number | null; shown: number; of: number }[];
  /** Of the whole answer, as JSON. */
  bytes: number;
}

/** The SDK's own client, with a server that it has started. It checks each answer against the tool's output schema. */
export interface Connected {
  client: Client;
  transport: StdioClientTransport;
  /** What the server has written to standard error. */
  stderr(): string;
  call(name: string, input?: unknown): Promise<Given>;
}

export async function connect(
  program: BuiltProgram,
  args: readonly string[],
  options: ClientOptions = {},
): Promise<Connected> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program.bin, 'mcp', ...args],
    cwd: program.folder,
    env: program.environment(),
    stderr: 'pipe',
  });
  let stderr = '';
  transport.stderr?.on('data', (chunk: Uint8Array) => {
    stderr += String(chunk);
  });
  const client = new Client({ name: 'test', version: '1.0.0' }, options);
  await client.connect(transport);
  // The client knows output schemas only of tools that it has listed.
  await client.listTools();
  return { client, transport, stderr: () => stderr, call: (name, input = {}) => called(client, name, input) };
}

async function called(client: Client, name: string, input: unknown): Promise<Given> {
  const given = await client.callTool({ name, arguments: input as Record<string, unknown> });
  const [first] = given.content as { type: string; text: string }[];
  const structure = (given.structuredContent ?? {}) as Pick<Given, 'answer' | 'result' | 'shortened'>;
  return {
    text: first?.text ?? '',
    isError: given.isError === true,
    ...structure,
    bytes: Buffer.byteLength(JSON.stringify(given)),
  };
}
