import { resolve } from 'node:path';
import type { Command } from 'commander';
import { jsonSchema } from '../../index.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import type { Session } from '../session.ts';
import { type ShowOptions, show } from '../show.ts';

interface SchemaOptions extends ShowOptions {
  output?: string;
}

const EXAMPLES = `
Examples:
  pitwall schema
  pitwall schema cycle-time -o cycle-time.schema.json`;

/** `schema [command]`: the JSON Schema of a command's output. */
export function addSchema(program: Command, session: Session): void {
  program
    .command('schema')
    .description("the JSON Schema of a command's output")
    .argument('[command]', 'the command whose JSON it describes', 'report')
    .addHelpText('after', EXAMPLES)
    .option('-o, --output <file>', 'write there instead, whole or not at all')
    .option('--no-pager', 'print a long text at once, without a pager')
    .option('--debug', 'add the stack to an error')
    .action(async (command: string, options: SchemaOptions) => {
      const { output } = options;
      const text = `${JSON.stringify(await jsonSchema(command), null, 2)}\n`;
      if (output === undefined || output === '-') await show(text, options, session);
      else await writeWholeFile(resolve(session.cwd, output), output, text);
    });
}
