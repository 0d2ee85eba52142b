import type { NotePart } from '../model/parts.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** A sentence, its weight said as a word where it is more than a remark. */
export function drawNote({ weight, text }: NotePart, width: number, style: Style): string[] {
  const words = weight === 'info' ? safeText(text) : `${weight}: ${safeText(text)}`;
  return wrap(words, width - 2).map((line, index) => {
    const indented = index === 0 ? line : `  ${line}`;
    if (weight === 'error') return style.error(indented);
    return weight === 'warning' ? style.warning(indented) : style.context(indented);
  });
}
