import { isCancel, select, text } from '@clack/prompts';
import type { Asked } from '../session.ts';

/** Asks one question at the terminal, on standard error; null if the person gives up (Ctrl+C). */
export async function prompt({ text: message, choices, guess, problem }: Asked): Promise<string | null> {
  const output = process.stderr;
  const answer =
    choices === null
      ? await text({
          message,
          placeholder: guess,
          defaultValue: guess,
          output,
          validate: (value) =>
            value === undefined || value.trim() === '' ? undefined : (problem?.(value) ?? undefined),
        })
      : await select({
          message,
          initialValue: guess,
          options: choices.map(({ value, label }) => ({ value, label })),
          output,
        });
  return isCancel(answer) ? null : answer;
}
