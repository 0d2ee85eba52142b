import type { Condition } from '../model/settings.ts';
import { optionError } from './problems/option-problem.ts';

const CURE = 'Write field=value, field=a,b or field!=value';

/**
 * Reads `field=value`, `field=a,b` (any of them) and `field!=value` (none of them).
 * An empty value, as in `assignee=`, matches items without one.
 */
export function parseCondition(text: string): Condition {
  const equals = text.indexOf('=');
  if (equals === -1) throw optionError('--where', `\`${text}\` has no \`=\``, CURE);
  const negated = text[equals - 1] === '!';
  const field = text.slice(0, negated ? equals - 1 : equals).trim();
  const list = text.slice(equals + 1);
  if (field === '') throw optionError('--where', `\`${text}\` names no field`, CURE);
  if (list.startsWith('=')) throw optionError('--where', `\`${text}\` has two \`=\``, CURE);
  const values = [...new Set(list.split(',').map((value) => value.trim()))];
  return { field, values: values.length > 1 ? values.filter((value) => value !== '') : values, negated, text };
}
