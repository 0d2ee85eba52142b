import type { NotePart } from '../../model/document-parts.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { wrapIndented } from './wrap.ts';

/** A sentence, its weight said as a word where it is more than a remark. Only the word is coloured: texts are to be read. */
export function drawNote({ weight, text }: NotePart, width: number, style: Style): string[] {
  if (weight === 'info') return wrapIndented(safeText(text), width).map(style.context);
  const word = `${weight}:`;
  const [first = '', ...rest] = wrapIndented(`${word} ${safeText(text)}`, width);
  return [style[weight](word) + first.slice(word.length), ...rest];
}
