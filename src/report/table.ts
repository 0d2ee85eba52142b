import type { NotePart, Reporter, ScalarPart, Section } from '../model/document/document-parts.ts';
import { shownSections } from '../model/document/shown-sections.ts';
import { drawLadder } from './draw/draw-ladder.ts';
import { drawPeriods } from './draw/draw-periods.ts';
import { drawPicture } from './draw/draw-picture.ts';
import { drawFigures, drawProse } from './draw/draw-scalars.ts';
import { drawSeries } from './draw/draw-series.ts';
import { drawTable } from './draw/draw-table.ts';
import { type Notation, notationOf } from './draw/notation.ts';
import { isProse, type Run, runs } from './draw/part-runs.ts';
import { distributionTable } from './draw/part-table.ts';
import { safeText } from './draw/safe-text.ts';
import { type Style, styleOf } from './draw/style.ts';
import { READING_WIDTH, wrapIndented } from './draw/wrap.ts';

/** Nothing readable fits into less, so a smaller width counts as this one. */
const LEAST_WIDTH = 20;

/** Aligned text for people, for a terminal or a mail. No line is wider than the width. */
export const tableReporter: Reporter = {
  id: 'table',
  extensions: ['.txt'],
  description: 'aligned text for people',
  render(document, options) {
    const width = Math.max(LEAST_WIDTH, Math.floor(options.width));
    const style = styleOf(options.color);
    const notation = notationOf(document.data);
    const title = wrapIndented(safeText(document.title), Math.min(width, READING_WIDTH)).map(style.headline);
    const shown = shownSections(document.sections, options.frame ?? 'brief', options.findings ?? 'brief');
    const sections = shown.map((section) => drawSection(section, width, notation, style));
    const blocks = [title, ...sections].filter((lines) => lines.length > 0);
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
};

function drawSection(section: Section, width: number, notation: Notation, style: Style): string[] {
  const title = section.title === '' ? [] : wrapIndented(safeText(section.title), Math.min(width, READING_WIDTH));
  let lines = title.map(style.heading);
  for (const [index, run] of runs(section.parts).entries()) {
    // A note belongs to the part before it. Every other part gets a blank line before it.
    if (index > 0 && run[0].part !== 'note') lines.push('');
    // No `push`: a list of items may have more lines than a call can have arguments.
    lines = lines.concat(drawRun(run, width, notation, style));
  }
  return lines;
}

function drawRun(run: Run, width: number, notation: Notation, style: Style): string[] {
  const [first] = run;
  const reading = Math.min(width, READING_WIDTH);
  switch (first.part) {
    case 'scalar': {
      const scalars = run as readonly ScalarPart[];
      return isProse(first)
        ? drawProse(scalars, reading, notation, style)
        : drawFigures(scalars, reading, notation, style);
    }
    case 'table':
      return drawTable(first, width, notation, style);
    case 'distribution':
      return drawTable(distributionTable(first), width, notation, style);
    case 'ladder':
      return drawLadder(first, width, notation, style);
    case 'series':
      return drawSeries(first, width, notation, style);
    case 'picture':
      return drawPicture(first, width, notation, style);
    case 'periods':
      return drawPeriods(first, width, notation, style);
    case 'note':
      return run.flatMap((part) => (part.part === 'note' ? drawNote(part, reading, style) : []));
  }
}

/** A sentence, after its weight if that is more than `info`. Only the weight is coloured, since coloured text reads badly. */
function drawNote({ weight, text }: NotePart, width: number, style: Style): string[] {
  if (weight === 'info') return wrapIndented(safeText(text), width).map(style.context);
  const word = `${weight}:`;
  const [first = '', ...rest] = wrapIndented(`${word} ${safeText(text)}`, width);
  return [style[weight](word) + first.slice(word.length), ...rest];
}
