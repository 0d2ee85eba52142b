import type { Command } from 'commander';
import type { CommandOptions } from '../command-options.ts';
import { readConfiguration } from '../files/configuration-file.ts';
import { addFigureOptions, addSelectionOptions } from '../options.ts';
import { type Session, write } from '../session.ts';

export const MCP = { name: 'mcp', summary: 'the same answers for an AI client, over standard input and output' };

const ABOUT = `
Answers an AI client that starts this command, over the Model Context
Protocol: report, metric, items, item, explain, check, forecast, risk and
compare are its tools. It reads the files named here and nothing else, writes
nothing, and opens no connection. What a tool answers goes to the client, and
through it perhaps to a model somewhere: titles, names and figures of your work
among it. --anonymize-people leaves out the names of people.
How to set it up in a client: docs/mcp.md

Examples:
  pitwall mcp export.csv
  pitwall mcp export.csv -c pitwall.yaml --anonymize-people`;

/** `mcp <files...>`: the answers as tools for an AI client. */
export function addMcp(program: Command, session: Session): void {
  addFigureOptions(addSelectionOptions(program.command(MCP.name).summary(MCP.summary).description(MCP.summary)))
    .option('--debug', 'add the stack to errors, on standard error')
    .argument('[files...]', 'exports: paths or globs')
    .usage('[options] <files...>')
    .addHelpText('after', ABOUT)
    .action(async (files: string[], options: CommandOptions) => {
      const configuration = await readConfiguration(options, session);
      // No other command needs the protocol.
      const [{ FilesAtHand }, { serve }] = await Promise.all([
        import('../mcp/files-at-hand.ts'),
        import('../mcp/serve.ts'),
      ]);
      const atHand = await FilesAtHand.of(files, options, configuration, session);
      await write(session.stderr, `${noticeOf(await atHand.count(), options, session)}\n`);
      await serve(atHand, session, options.debug === true);
    });
}

/** Whoever starts it should know who reads the answers. */
function noticeOf(files: number, { anonymizePeople }: CommandOptions, { stdin }: Session): string {
  const count = files === 1 ? '1 file' : `${files} files`;
  const names = anonymizePeople === true ? 'without the names of people' : 'names of people among it';
  const waiting = stdin.isTTY === true ? ' It waits for a client on standard input; Ctrl-D ends it.' : '';
  return `pitwall: mcp opens no connection, but what it answers from ${count}, ${names}, goes to the client, and through it perhaps to a model somewhere.${waiting}`;
}
