import { PitwallError } from '../model/errors.ts';

/** An error about settings without their values, since rates, owners and conditions can name people. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof PitwallError)) return error;
  const { code, cure, what, where } = error;
  const place = /^--[\w-]+/.exec(where ?? '')?.[0] ?? where;
  return new PitwallError(code, withoutQuoted(what), place === null ? null : withoutQuoted(place), cure);
}

function withoutQuoted(text: string): string {
  return text.replace(/`[^`]*`?/g, '`…`').replace(/(rates\.assignee)(?:\.[\w-]+|\["(?:[^"\\]|\\.)*"\])/g, '$1[…]');
}
