import { type Tool as ListedTool, ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import { messageOf } from '../failure.ts';
import { type Session, write } from '../session.ts';
import { safeLine } from '../terminal/safe-line.ts';
import { readVersion } from '../version.ts';
import { answerOf } from './answer-of.ts';
import type { FilesAtHand } from './files-at-hand.ts';
import { INPUTS, type ToolName } from './inputs.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { outputSchemaOf } from './output-schemas.ts';
import { TOOLS } from './tools.ts';
import { ARGUMENTS, Wire } from './wire.ts';

/** Nothing that a tool does changes anything, and the same question has the same answer. */
const ANNOTATIONS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const NAMES = Object.keys(INPUTS) as ToolName[];

/**
 * Answers a client on standard input and output until its input ends.
 * @param stack whether an error that is a fault of pitwall's own goes to standard error with its stack
 */
export async function serve(files: FilesAtHand, session: Session, stack: boolean): Promise<void> {
  const wire = new Wire(session);
  const say = (text: string) => void write(session.stderr, `${text}\n`).catch(() => {});
  const describe = (error: unknown): string => {
    if (stack) say(messageOf(error, true) ?? '');
    return (messageOf(error, false) ?? 'the output is closed').replace(/^pitwall: /, '');
  };
  serveStdio(() => serverOf(files, describe), {
    transport: wire,
    onerror: (error) => say(`pitwall: mcp: ${faultOf(error)}`),
  });
  await wire.ended;
}

/** What was wrong with a message, without what was in it. */
function faultOf(error: Error): string {
  return 'issues' in error
    ? 'a message is not of the protocol, and is passed over'
    : safeLine(error.message).slice(0, 300);
}

function serverOf(files: FilesAtHand, describe: (error: unknown) => string): Server {
  const server = new Server(
    { name: 'pitwall', version: readVersion() },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  let tools: Promise<ListedTool[]> | null = null;
  server.setRequestHandler('tools/list', async () => {
    // Describing them takes longer than most answers.
    tools ??= Promise.all(NAMES.map(listed));
    return { tools: await tools };
  });
  // One after the other: two readings at once would take twice the memory and no less time.
  let last: Promise<unknown> = Promise.resolve();
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const name = NAMES.find((known) => known === params.name);
    if (name === undefined) {
      const cure = `The tools are ${NAMES.join(', ')}`;
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `there is no tool "${safeLine(files.withoutNames(params.name)).slice(0, 80)}". ${cure}`,
      );
    }
    const turn = last.then(async () => {
      // Other messages first: one of them may cancel this question.
      await new Promise((resolve) => setImmediate(resolve));
      mcpReq.signal.throwIfAborted();
      return answerOf(name, params.arguments?.[ARGUMENTS], files, describe, mcpReq.signal);
    });
    last = turn.catch(() => {});
    return await turn;
  });
  return server;
}

async function listed(name: ToolName): Promise<ListedTool> {
  const { description, title } = TOOLS[name];
  const { $schema, ...input } = z.toJSONSchema(INPUTS[name], { io: 'input' });
  return {
    name,
    title,
    description,
    inputSchema: { ...input, type: 'object' } as ListedTool['inputSchema'],
    outputSchema: (await outputSchemaOf(name)) as NonNullable<ListedTool['outputSchema']>,
    annotations: { title, ...ANNOTATIONS },
  };
}
