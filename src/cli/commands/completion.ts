import type { Command } from 'commander';
import { PitwallError } from '../../index.ts';
import { type Session, write } from '../session.ts';

const EXAMPLES = `
Examples:
  pitwall completion bash  # in .bashrc: eval "$(pitwall completion bash)"
  pitwall completion zsh   # in .zshrc: eval "$(pitwall completion zsh)"
  pitwall completion fish  # in config.fish: pitwall completion fish | source`;

/** `completion <shell>`: the script with which a shell completes pitwall's command lines. */
export function addCompletion(program: Command, session: Session): void {
  program
    .command('completion')
    .description('a script that has bash, zsh or fish complete commands, options and values')
    .argument('[shell]', 'bash, zsh or fish')
    .usage('[options] <shell>')
    .option('--debug', 'add the stack to an error')
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string | undefined) => {
      const { SCRIPTS } = await import('../completion/scripts.ts');
      if (shell !== undefined && Object.hasOwn(SCRIPTS, shell)) return write(session.stdout, SCRIPTS[shell] as string);
      const what = shell === undefined ? 'no shell is named' : `there is no completion for \`${shell}\``;
      throw new PitwallError('unknown-shell', what, 'pitwall completion', 'Name bash, zsh or fish');
    });
}
